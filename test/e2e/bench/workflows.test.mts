import { CREDENTIAL_SECRETS } from '../../../sandbox/index.mts';
import { providerOf } from '../../../scripts/providers.js';
import { ALL_SIDES, ONE_BY_ONE, sidePath } from '../../../e2e/bench/sides.mts';
import { benchWorkflow, MEASURED_NODE } from '../../../e2e/bench/workflows.mts';

const TARGET = 'http://127.0.0.1:9';
const CREDENTIAL = { id: '7', name: 'A credential (benchmark)' };

const measured = (kind: string) => {
	const side = ALL_SIDES.find((candidate) => candidate.kind === kind);
	if (side === undefined) throw new Error(`No side ${kind}`);
	const workflow = benchWorkflow(side, CREDENTIAL, TARGET);
	return workflow.nodes.find(({ name }) => name === MEASURED_NODE);
};

describe('the workflows of the benchmark', () => {
	it('each have a webhook of their own', () => {
		expect(new Set(ALL_SIDES.map(sidePath)).size).toBe(ALL_SIDES.length);
	});

	it('lead from the webhook over the items to the node that is measured', () => {
		for (const side of ALL_SIDES) {
			const { nodes } = benchWorkflow(side, CREDENTIAL, TARGET);
			expect(nodes.map(({ name }) => name)).toEqual(['Webhook', 'Split Out', MEASURED_NODE]);
		}
	});

	it('give the HTTP Request node the credential the node uses', () => {
		const stored = measured('storedCredential');
		expect(stored?.credentials).toEqual(measured('node')?.credentials);
		expect(stored?.parameters).toMatchObject({
			authentication: 'predefinedCredentialType',
			nodeCredentialType: providerOf(ONE_BY_ONE).credentialType,
		});
	});

	it('give the other HTTP Request node the token itself', () => {
		const bare = measured('bareToken');
		expect(bare?.credentials).toEqual({});
		const text = JSON.stringify(bare?.parameters);
		expect(CREDENTIAL_SECRETS.filter(({ value }) => text.includes(value))).toHaveLength(1);
	});

	it('leave batching off, as it is when nobody sets it', () => {
		expect(measured('storedCredential')?.parameters.options).toEqual({});
	});

	it('let the node with fields use the expressions of the HTTP Request node', () => {
		const { chatId, messageId } = measured('nodeWithFields')?.parameters ?? {};
		const http = JSON.stringify(measured('storedCredential')?.parameters);
		expect(http).toContain(JSON.stringify(chatId));
		expect(http).toContain(JSON.stringify(messageId));
	});
});
