import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { OPERATION_NAMES, type Operation } from '../../providers/provider.mts';
import type { ProviderId } from '../../../../tools/sandbox/index.mts';
import { expectReceipt, post } from './answer.mts';
import type { Lab, MatrixCase } from './case.mts';
import type { Checks } from './checks.mts';
import { fieldParameters, postedFields } from './fields.mts';
import type { Incoming, MessageKind } from './messages.mts';
import { bodyWorkflow } from './workflows.mts';

type Source = 'webhook' | 'fields';

const SOURCE_NAMES: Readonly<Record<Source, string>> = {
	webhook: 'from the webhook',
	fields: 'from fields',
};

interface Kind {
	readonly operation: Operation;
	readonly source: Source;
	readonly chat: MessageKind;
}

/** Every operation every provider offers, from the webhook and from fields, in both kinds of chat. */
export const OPERATION_CASES: readonly MatrixCase[] = PROVIDER_IDS.flatMap((provider) =>
	underTest(provider).operations.flatMap((operation) =>
		(['webhook', 'fields'] as const).flatMap((source) =>
			(['direct', 'group'] as const).map((chat) =>
				operationCase(provider, { operation, source, chat }),
			),
		),
	),
);

function operationCase(provider: ProviderId, kind: Kind): MatrixCase {
	return {
		provider,
		row: OPERATION_NAMES[kind.operation],
		name: `${kind.chat} chat, ${SOURCE_NAMES[kind.source]}`,
		run: async (lab, checks) => await tryOperation(lab, checks, provider, kind),
	};
}

async function tryOperation(
	lab: Lab,
	checks: Checks,
	provider: ProviderId,
	{ operation, source, chat }: Kind,
): Promise<void> {
	const path = lab.newPath();
	await lab.n8n.publishWorkflow(
		bodyWorkflow({
			name: `${provider}: ${OPERATION_NAMES[operation]}, ${source}`,
			path,
			provider,
			credential: lab.credentialOf(provider),
			parameters: {
				provider,
				operation,
				source,
				...(source === 'fields' ? fieldParameters(provider, '$json.body', chat) : {}),
			},
		}),
	);
	const earlier = lab.messages.arrive({ provider, kind: chat });
	const incoming = lab.messages.arrive({ provider, kind: chat, chat: earlier.message.chatId });
	const callsBefore = lab.sandbox.memory.requests.length;

	const body = source === 'webhook' ? incoming.payload : postedFields(incoming);
	const items = await post(lab, path, body);

	checks.same('output items', items.length, 1);
	checks.same("calls to the provider's API", lab.sandbox.memory.requests.length - callsBefore, 1);
	expectReceipt(checks, items[0], {
		success: true,
		status: operation === 'markChatUnread' ? 'unread' : 'read',
		provider,
		operation,
		account: incoming.message.account,
		messageIds: operation === 'markMessage' ? [incoming.message.messageId] : [],
		typingIndicator: false,
	});
	expectMemory(lab, checks, operation, { earlier, incoming });
}

interface Conversation {
	readonly earlier: Incoming;
	readonly incoming: Incoming;
}

/** What the provider remembers: the message, or the mark of the whole chat. */
function expectMemory(
	{ sandbox: { memory } }: Lab,
	checks: Checks,
	operation: Operation,
	{ earlier, incoming }: Conversation,
): void {
	const { provider, messageId, chatId } = incoming.message;
	const isRead = memory.isRead(provider, messageId);
	if (operation === 'markMessage') {
		checks.same('the message is read at the provider', isRead, true);
		return;
	}
	const read = operation === 'markChat';
	checks.same('the mark of the chat', memory.chatMark(provider, chatId)?.read, read);
	checks.same('the newer message is read', isRead, read);
	const isEarlierRead = memory.isRead(provider, earlier.message.messageId);
	checks.same('the earlier message is read', isEarlierRead, read);
}
