import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { sandboxCredential, type ProviderId } from '../../../../tools/sandbox/index.mts';
import type { StoredCredential } from '../../workflows/workflow.mts';
import { openWorkflow } from '../editor/canvas.mts';
import { schemaFields, schemaKeys } from '../editor/schema.mts';
import { MARK_READ_NAME, threeNodes } from '../editor/workflows.mts';
import { RECEIPT_KEYS, TOKEN_REFUSED } from '../expected.mts';
import { expect, test, type Stage } from '../test.mts';

for (const provider of PROVIDER_IDS) {
	test(`After a test event of ${providerOf(provider).displayName} the output shows the receipt with the message's id`, async ({
		stage,
	}) => {
		const { page, pictures, credential } = stage;
		const messageId = await runOnce(stage, provider, credential(provider));
		const output = page.getByTestId('output-panel');
		await output.getByTestId('radio-button-schema').click();
		await expect.poll(async () => await schemaKeys(output)).toEqual(RECEIPT_KEYS);
		expect(await schemaFields(output)).toEqual(
			expect.arrayContaining([
				'success: true',
				'status: read',
				`provider: ${provider}`,
				`messageIds[0]: ${messageId}`,
			]),
		);
		if (provider === 'cloudApi') await pictures.take('output', page);
	});
}

test('When the provider refuses the token, the output says what happened and what to do', async ({
	stage,
}) => {
	const { page, pictures, sandbox, api } = stage;
	const name = 'Expired token';
	const id = await api.createCredential(name, providerOf('cloudApi').credentialType, {
		...sandboxCredential('cloudApi', sandbox.url),
		...underTest('cloudApi').credential.wrong,
	});
	await runOnce(stage, 'cloudApi', { id, name });
	const output = page.getByTestId('output-panel');
	await expect(output.getByTestId('node-error-message')).toHaveText(TOKEN_REFUSED.message);
	for (const part of TOKEN_REFUSED.description) {
		await expect(output.getByTestId('node-error-description')).toContainText(part);
	}
	await pictures.take('error', page);
});

/**
 * Lets a workflow listen, sends it a customer's message, and opens the node's panel.
 * @returns the id of the message
 */
async function runOnce(
	stage: Stage,
	provider: ProviderId,
	credential: StoredCredential,
): Promise<string> {
	const { page, n8nUrl, sandbox } = stage;
	const path = `test-event-${provider}-${credential.id}`.toLowerCase();
	const name = `${providerOf(provider).displayName}: mark incoming messages as read`;
	await openWorkflow(stage, threeNodes(name, { provider, credential, path }));
	const button = page.getByTestId('execute-workflow-button');
	await button.click();
	await expect(button).toContainText('Waiting for trigger event', { timeout: 45_000 });
	const { message } = await sandbox.sendWebhook({
		provider,
		kind: 'direct',
		url: `${n8nUrl}/webhook-test/${path}`,
		text: 'Hello, are you open today?',
	});
	if (!message) throw new Error('The webhook carries no message to mark');
	await expect(button).toContainText('Execute workflow', { timeout: 45_000 });
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${MARK_READ_NAME}"]`).dblclick();
	return message.messageId;
}
