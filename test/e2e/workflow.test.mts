import { PROVIDER_IDS, providerOf } from '../../tools/providers.js';
import { incomingMessageWorkflow, messageIdWorkflow, webhookPath } from './workflows/workflow.mts';

const credential = { id: 'abc', name: 'Sandbox' };

describe.each(PROVIDER_IDS)('the ready-made workflow of %s', (provider) => {
	const workflow = incomingMessageWorkflow(provider, credential);
	const [webhook, markRead] = workflow.nodes;

	it('takes the provider’s webhook and answers with the node’s output', () => {
		expect(webhook?.type).toBe('n8n-nodes-base.webhook');
		expect(webhook?.parameters).toMatchObject({
			httpMethod: 'POST',
			path: webhookPath(provider),
			responseMode: 'lastNode',
			responseData: 'allEntries',
		});
	});

	it('leads straight to WhatsApp Mark Read with its credential and nothing else to fill in', () => {
		expect(markRead?.type).toBe('n8n-nodes-whatsapp-mark-read.whatsAppMarkRead');
		expect(markRead?.parameters).toMatchObject({ provider, source: 'webhook' });
		expect(markRead?.credentials).toEqual({ [providerOf(provider).credentialType]: credential });
		expect(workflow.connections).toEqual({
			Webhook: { main: [[{ node: 'WhatsApp Mark Read', type: 'main', index: 0 }]] },
		});
	});

	it('lets the sender see typing, which is what the phone page shows', () => {
		expect(markRead?.parameters).toMatchObject({ typingIndicator: true });
	});

	it('shows skipped events and refusals as items', () => {
		expect(markRead?.parameters).toMatchObject({ options: { nonMessageEvents: 'pass' } });
		expect(markRead?.onError).toBe('continueRegularOutput');
	});
});

describe('the workflow that marks by message id', () => {
	it('takes the id from the posted JSON and the number from its parameter', () => {
		const [, markRead] = messageIdWorkflow('cloudApi', credential).nodes;
		expect(markRead?.parameters).toMatchObject({
			source: 'fields',
			messageId: '={{ $json.body.messageId }}',
			phoneNumberId: { __rl: true, mode: 'id', value: '106540352242922' },
		});
	});
});
