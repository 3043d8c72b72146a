import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { providerOf } from '../../../../tools/providers.js';
import { sandboxCredential, type ProviderId } from '../../../../tools/sandbox/index.mts';
import type { StoredCredential } from '../../workflows/workflow.mts';
import { expect, test, type Stage } from '../test.mts';
import { listenForTestEvent, openNode, openWorkflow, untilRunEnds } from '../editor/canvas.mts';
import { outputError, outputFields, showOutputAsSchema } from '../editor/output.mts';
import { MARK_READ_NAME, threeNodes } from '../editor/workflows.mts';
import { RECEIPT_KEYS, TOKEN_REFUSED } from '../expected/output.mts';

for (const provider of PROVIDER_IDS) {
	test(`After a test event of ${providerOf(provider).displayName} the output shows the receipt with the message's id`, async ({
		stage,
	}) => {
		const { page, pictures, store } = stage;
		const messageId = await runOnce(stage, provider, await store.sandboxCredential(provider));
		await showOutputAsSchema(page);
		const keys = async () =>
			(await outputFields(page))
				.map((field) => field.split(': ')[0] ?? '')
				.filter((key) => !key.endsWith(']'));
		await expect.poll(keys).toEqual(RECEIPT_KEYS);
		for (const part of [
			'success: true',
			'status: read',
			`provider: ${provider}`,
			`messageIds[0]: ${messageId}`,
		]) {
			await expect.poll(async () => (await outputFields(page)).join('\n')).toContain(part);
		}
		if (provider === 'cloudApi') await pictures.take('output', page);
	});
}

test('When the provider refuses the token, the output says what happened and what to do', async ({
	stage,
}) => {
	const { page, pictures, sandbox, store } = stage;
	const credential = await store.addCredential('Expired token', 'cloudApi', {
		...sandboxCredential('cloudApi', sandbox.url),
		...underTest('cloudApi').credential.wrong,
	});
	await runOnce(stage, 'cloudApi', credential);
	await expect.poll(async () => (await outputError(page)).message).toEqual(TOKEN_REFUSED.message);
	for (const part of TOKEN_REFUSED.description) {
		await expect.poll(async () => (await outputError(page)).description).toContain(part);
	}
	await pictures.take('error', page);
});

/**
 * Lets a workflow listen, sends it a customer's message, and opens the node's panel.
 * @returns the id of the message
 */
async function runOnce(
	{ page, n8nUrl, sandbox, store }: Stage,
	provider: ProviderId,
	credential: StoredCredential,
): Promise<string> {
	const path = `test-event-${provider}-${credential.id}`.toLowerCase();
	const name = `${providerOf(provider).displayName}: mark incoming messages as read`;
	const id = await store.addWorkflow(threeNodes(name, path, { provider, credential }));
	await openWorkflow(page, n8nUrl, id);
	await listenForTestEvent(page);
	const { message } = await sandbox.sendWebhook({
		provider,
		kind: 'direct',
		url: `${n8nUrl}/webhook-test/${path}`,
		text: 'Hello, are you open today?',
	});
	if (!message) throw new Error('The webhook carries no message to mark');
	await untilRunEnds(page);
	await openNode(page, MARK_READ_NAME);
	return message.messageId;
}
