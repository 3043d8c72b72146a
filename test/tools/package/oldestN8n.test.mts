import { judgeOldestRuns } from '../../../tools/package/checks/oldestN8n.mts';
import type { OldestCase } from '../../../tools/package/oldest/cases.mts';

const CASE: OldestCase = {
	what: 'ryze: an unusable item beside a good one',
	run: {
		parameters: { provider: 'ryze' },
		credentialType: 'ryzeCredential',
		credential: {},
		items: [],
		nodeSettings: {},
	},
	outputs: [['read'], ['error']],
	marks: { provider: 'ryze', messageId: 'A1' },
};

const RESULT = {
	error: null,
	outputs: [[{ success: true, status: 'read' }], [{ error: 'No webhook', message: 'Check it' }]],
};

const credentialTypes = ['ryzeCredential'];

function judge(result: object, { isRead = true, loaded = credentialTypes } = {}) {
	const results = [{ ...RESULT, ...result }];
	return judgeOldestRuns([CASE], { credentialTypes: loaded, results }, { isRead: () => isRead });
}

describe('A run in the oldest n8n', () => {
	it('has no fault when every output has its items and the message is read', () => {
		expect(judge({})).toEqual({ subject: 'n8n 1.68', seen: '1 credentials, 1 runs', faults: [] });
	});

	it.each([
		['the error of the node', judge({ error: 'Read only', outputs: [] }), 'Read only'],
		[
			'items at another output',
			judge({ outputs: [[{ error: 'No webhook' }], []] }),
			'[["error"],[]]',
		],
		['a message that is not read', judge({}, { isRead: false }), 'the message is not read'],
		['a credential that is not loaded', judge({}, { loaded: [] }), 'ryzeCredential is not loaded'],
	])('names %s', (_what, { faults }, fault) => {
		expect(faults).toEqual([`${CASE.what}: ${fault}`]);
	});

	it('has a fault when it did not take place', () => {
		const { faults } = judgeOldestRuns(
			[CASE],
			{ credentialTypes, results: [] },
			{ isRead: () => true },
		);

		expect(faults).toEqual([`${CASE.what}: undefined`]);
	});
});
