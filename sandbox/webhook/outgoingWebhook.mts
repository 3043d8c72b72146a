import {
	isProviderId,
	PROVIDER_EXPECTED,
	PROVIDER_IDS,
	type ProviderId,
} from '../providers/index.mts';
import {
	MESSAGE_CONTENTS,
	WEBHOOK_KINDS,
	type MessageContent,
	type WebhookKind,
} from '../providers/standIn.mts';

/** A webhook to send: which provider's, what happened, and where to post it. */
export interface OutgoingWebhook {
	readonly provider: ProviderId;
	readonly kind: WebhookKind;
	/** Where to POST it: an http(s) address, e.g. n8n's webhook URL. */
	readonly url: string;
	/** The message's text, or a photo's caption. */
	readonly text?: string;
	/** What the message holds; without it a text. */
	readonly content?: MessageContent;
	/** For a reaction: the id of the message it belongs to; without it an unknown one. */
	readonly reactsTo?: string;
	/** One of the provider's payload layouts; without it the provider's first. */
	readonly layout?: string;
	/** The account the message arrives at: phone number id, instance name or instance id. */
	readonly account?: string;
	/** The chat, in the provider's own writing. */
	readonly chat?: string;
	/** The author in a group, in the provider's own writing; in a direct chat the chat itself. */
	readonly sender?: string;
	/** The message's id, in the provider's own writing; without it a new one. */
	readonly messageId?: string;
	/** Unix seconds; without it now. */
	readonly timestamp?: number;
}

/** A webhook that cannot be sent as asked; the message says what to change. */
export class InvalidWebhook extends Error {
	override readonly name = 'InvalidWebhook';
}

const TEXT_FIELDS = [
	'text',
	'layout',
	'account',
	'chat',
	'sender',
	'messageId',
	'reactsTo',
] as const;

/**
 * Reads a webhook order from untrusted JSON (the control endpoint's body).
 *
 * @throws InvalidWebhook naming the wrong field
 */
export function parseOutgoingWebhook(input: unknown): OutgoingWebhook {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		throw new InvalidWebhook(
			`Send a JSON object such as {"provider":"${PROVIDER_IDS[0]}","kind":"direct","url":"http://…"}`,
		);
	}
	const { provider, kind, url, content, timestamp, ...rest } = input as Record<string, unknown>;
	if (!isProviderId(provider)) throw new InvalidWebhook(PROVIDER_EXPECTED);
	const knownKind = WEBHOOK_KINDS.find((candidate) => candidate === kind);
	if (!knownKind) throw new InvalidWebhook(`"kind" must be one of: ${WEBHOOK_KINDS.join(', ')}`);
	if (typeof url !== 'string')
		throw new InvalidWebhook('"url" must be the http(s) address to post to');
	const knownContent = MESSAGE_CONTENTS.find((candidate) => candidate === content);
	if (content !== undefined && !knownContent) {
		throw new InvalidWebhook(`"content" must be one of: ${MESSAGE_CONTENTS.join(', ')}`);
	}
	if (timestamp !== undefined && !Number.isSafeInteger(timestamp)) {
		throw new InvalidWebhook('"timestamp" must be whole unix seconds');
	}
	const texts: Partial<Record<(typeof TEXT_FIELDS)[number], string>> = {};
	for (const [name, value] of Object.entries(rest)) {
		const field = TEXT_FIELDS.find((candidate) => candidate === name);
		if (!field) throw new InvalidWebhook(`"${name}" is not a field of a webhook`);
		if (typeof value !== 'string' || value === '') {
			throw new InvalidWebhook(`"${name}" must be a text that is not empty`);
		}
		texts[field] = value;
	}
	return {
		provider,
		kind: knownKind,
		url,
		...texts,
		...(knownContent === undefined ? {} : { content: knownContent }),
		...(timestamp === undefined ? {} : { timestamp: Number(timestamp) }),
	};
}
