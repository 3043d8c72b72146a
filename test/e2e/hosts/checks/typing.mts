import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expect, expectReceipt, test } from '../test.mts';
import { bodyWorkflow } from '../workflows.mts';

for (const provider of PROVIDER_IDS.filter((id) => underTest(id).typingCalls !== null)) {
	test(`${provider} · Show Typing Indicator · from the webhook`, async ({
		run,
		messages,
		sandbox: { memory },
	}) => {
		const { message, payload } = messages.arrive({ provider, kind: 'direct' });

		const { items, calls } = await run(bodyWorkflow, {
			provider,
			parameters: { provider, source: 'webhook', typingIndicator: true },
			body: payload,
		});

		expect(calls).toBe(underTest(provider).typingCalls);
		expectReceipt(items[0], { success: true, status: 'read', typingIndicator: true });
		expect(memory.isRead(provider, message.messageId)).toBe(true);
		const shown = expect.objectContaining({ provider, chatId: message.chatId });
		expect(memory.typing).toContainEqual(shown);
	});
}
