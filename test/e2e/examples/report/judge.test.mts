import type { Expectation } from '../../../../e2e/examples/plans/plan.mts';
import { judge, type Observation } from '../../../../e2e/examples/report/judge.mts';

const EXPECTED: Expectation = {
	marked: 'read',
	calls: 1,
	lastNode: 'Answer',
	sent: [{ host: 'provider.example', path: '/send', text: 'Thank you' }],
};
const SENT = {
	host: 'provider.example',
	path: '/send',
	body: { message: 'Thank you!' },
	authorized: true,
};
const SEEN: Observation = {
	messages: [{ messageId: 'A', read: true }],
	calls: 1,
	sent: [SENT],
	answer: { status: 200, body: '{"message":"Workflow was started"}' },
	execution: { status: 'success', lastNode: 'Answer', stored: '[]' },
};

describe('an occasion', () => {
	it('is ok when everything was seen as expected', () => {
		expect(judge(EXPECTED, SEEN)).toEqual([]);
	});

	it.each<[string, Partial<Observation>, string]>([
		[
			'the execution failed',
			{ execution: { ...SEEN.execution, status: 'error' } },
			'ended with "error"',
		],
		[
			'it took another branch',
			{ execution: { ...SEEN.execution, lastNode: 'Refuse' } },
			'ended at "Refuse"',
		],
		['the message stayed unread', { messages: [{ messageId: 'A', read: false }] }, 'is not read'],
		['the provider was called too often', { calls: 2 }, '2 calls to the provider instead of 1'],
		['nothing was answered', { sent: [] }, 'nothing with Thank you went to provider.example'],
		['it was answered twice', { sent: [SENT, SENT] }, 'something unexpected went to'],
		['the credential stayed behind', { sent: [{ ...SENT, authorized: false }] }, 'did not come'],
		['the webhook was refused', { answer: { status: 500, body: '' } }, 'HTTP 500'],
	])('is missed when %s', (_case, difference, said) => {
		expect(judge(EXPECTED, { ...SEEN, ...difference }).join()).toContain(said);
	});

	it('is missed when a message that should stay unread was marked', () => {
		expect(judge({ ...EXPECTED, marked: 'unread' }, SEEN)).toEqual(['A is not unread']);
	});

	it('is missed when the sender of the webhook got another answer', () => {
		const expected = { ...EXPECTED, answer: { status: 403, body: '' } };

		expect(judge(expected, SEEN).join()).toContain('answered with HTTP 200');
	});
});
