import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expectReceipt, post } from './answer.mts';
import type { MatrixCase } from './case.mts';
import { bodyWorkflow } from './workflows.mts';

/** *Show Typing Indicator*: the bubble shows in the message's chat, and the message is read. */
export const TYPING_CASES: readonly MatrixCase[] = PROVIDER_IDS.map((provider) => ({
	provider,
	row: 'Show Typing Indicator',
	name: 'from the webhook',
	run: async (lab, checks) => {
		const path = lab.newPath();
		await lab.n8n.publishWorkflow(
			bodyWorkflow({
				name: `${provider}: typing`,
				path,
				provider,
				credential: lab.credentialOf(provider),
				parameters: { provider, source: 'webhook', typingIndicator: true },
			}),
		);
		const { memory } = lab.sandbox;
		const { message, payload } = lab.messages.arrive({ provider, kind: 'direct' });
		const callsBefore = memory.requests.length;

		const items = await post(lab, path, payload);

		checks.same('calls', memory.requests.length - callsBefore, underTest(provider).typingCalls);
		expectReceipt(checks, items[0], { success: true, status: 'read', typingIndicator: true });
		checks.same('the message is read', memory.isRead(provider, message.messageId), true);
		const shownIn = memory.typing
			.filter((typing) => typing.provider === provider)
			.map(({ chatId }) => chatId);
		checks.holds('typing shows in the chat', shownIn.includes(message.chatId), shownIn);
	},
}));
