import { isProviderId, PROVIDER_IDS, type ProviderId } from '../providers/index.mts';
import { WebhookRefused } from '../webhook/outgoingWebhook.mts';

/** What somebody does on a phone; `reply` is the business answering. */
export const ACTIONS = ['text', 'photo', 'voice', 'reaction', 'reply', 'burst'] as const;

export type PhoneAction = (typeof ACTIONS)[number];

/** Something a person did on the page. */
export interface MessageOrder {
	readonly provider: ProviderId;
	readonly chat: 'direct' | 'group';
	readonly action: PhoneAction;
	/** What was typed; `null` when nothing was. */
	readonly text: string | null;
	/** Which of the chat's customers it was, from 0. */
	readonly author: number;
}

/** WhatsApp's own limit for a text message. */
const MAX_TEXT_LENGTH = 4096;

/**
 * Reads what the page posted.
 *
 * @throws WebhookRefused naming the wrong field
 */
export function parseMessageOrder(input: unknown): MessageOrder {
	if (typeof input !== 'object' || input === null) {
		throw new WebhookRefused(
			`Send a JSON object such as {"provider":"${PROVIDER_IDS[0]}","chat":"direct","action":"text","text":"Hello"}`,
		);
	}
	const { provider, chat, action, text = null, author = 0 } = input as Record<string, unknown>;
	if (!isProviderId(provider)) {
		throw new WebhookRefused(`"provider" must be one of: ${PROVIDER_IDS.join(', ')}`);
	}
	if (chat !== 'direct' && chat !== 'group') {
		throw new WebhookRefused('"chat" must be one of: direct, group');
	}
	const knownAction = ACTIONS.find((candidate) => candidate === action);
	if (!knownAction) throw new WebhookRefused(`"action" must be one of: ${ACTIONS.join(', ')}`);
	if (text !== null && (typeof text !== 'string' || text.length > MAX_TEXT_LENGTH)) {
		throw new WebhookRefused(`"text" must be a text of at most ${MAX_TEXT_LENGTH} characters`);
	}
	if (typeof author !== 'number' || !Number.isSafeInteger(author) || author < 0) {
		throw new WebhookRefused('"author" must be the number of a member, from 0');
	}
	const typed = text?.trim() ?? '';
	if (knownAction === 'text' && typed === '') {
		throw new WebhookRefused('Type a message first');
	}
	return { provider, chat, action: knownAction, text: typed === '' ? null : typed, author };
}
