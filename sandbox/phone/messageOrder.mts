import {
	isProviderId,
	PROVIDER_EXPECTED,
	PROVIDER_IDS,
	type ProviderId,
} from '../providers/index.mts';
import { InvalidWebhook } from '../webhook/outgoingWebhook.mts';

/** What somebody does on a phone; `reply` comes from the business. */
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
 * @throws InvalidWebhook naming the wrong field
 */
export function parseMessageOrder(input: unknown): MessageOrder {
	if (typeof input !== 'object' || input === null) {
		throw new InvalidWebhook(
			`Send a JSON object such as {"provider":"${PROVIDER_IDS[0]}","chat":"direct","action":"text","text":"Hello"}`,
		);
	}
	const { provider, chat, action, text = null, author = 0 } = input as Record<string, unknown>;
	if (!isProviderId(provider)) throw new InvalidWebhook(PROVIDER_EXPECTED);
	if (chat !== 'direct' && chat !== 'group') {
		throw new InvalidWebhook('"chat" must be one of: direct, group');
	}
	const knownAction = ACTIONS.find((candidate) => candidate === action);
	if (!knownAction) throw new InvalidWebhook(`"action" must be one of: ${ACTIONS.join(', ')}`);
	if (text !== null && (typeof text !== 'string' || text.length > MAX_TEXT_LENGTH)) {
		throw new InvalidWebhook(`"text" must be a text of at most ${MAX_TEXT_LENGTH} characters`);
	}
	if (typeof author !== 'number' || !Number.isSafeInteger(author) || author < 0) {
		throw new InvalidWebhook('"author" must be the number of a member, from 0');
	}
	const typed = text?.trim() ?? '';
	if (knownAction === 'text' && typed === '') {
		throw new InvalidWebhook('Type a message first');
	}
	return { provider, chat, action: knownAction, text: typed === '' ? null : typed, author };
}
