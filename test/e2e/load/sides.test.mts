import { loadWorkflow, SIDES } from '../../../e2e/load/sides.mts';

const CREDENTIAL = { id: '1', name: 'Example' };

describe('The workflows under load', () => {
	it.each(SIDES)(
		'answer the webhook at once, so that each message is an execution of its own (%s)',
		(side) => {
			const [webhook] = loadWorkflow(side, CREDENTIAL, 'http://127.0.0.1:1').nodes;

			expect(webhook?.parameters).not.toHaveProperty('responseMode');
		},
	);

	it('use the same stored credential', () => {
		const credentials = SIDES.map(
			(side) => loadWorkflow(side, CREDENTIAL, 'http://127.0.0.1:1').nodes[1]?.credentials,
		);

		expect(credentials[0]).toEqual({ whatsAppMarkReadCloudApi: CREDENTIAL });
		expect(credentials[1]).toEqual(credentials[0]);
	});
});
