import { maskSecrets, maskText } from '../memory/secretMask.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { IncomingMessage, PostedWebhook, ReceivedMessage } from '../memory/records.mts';
import { phoneCast } from '../phone/cast.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { MessageContent, WebhookOrder } from '../providers/standIn.mts';
import { InvalidWebhook, type OutgoingWebhook } from './outgoingWebhook.mts';

/** Long enough for a workflow that responds when it is done. */
const TIMEOUT_MS = 60_000;

const DEFAULT_TEXTS: Readonly<Record<MessageContent, string>> = {
	text: 'Hello, is anyone there?',
	photo: 'Look at this',
	voice: '',
};

/** A webhook as it goes out. */
export interface CompleteWebhook {
	readonly payload: object;
	/** Whether it is posted as a form. */
	readonly form: boolean;
	readonly headers: Readonly<Record<string, string>>;
	/** The message to remember as received; `null` when the event holds none that may be marked. */
	readonly message: IncomingMessage | null;
	/** Id of a message of the account's own that the event speaks of; `null` when none. */
	readonly ownMessageId: string | null;
}

/** The receiver's response. */
interface ReceiverResponse {
	/** Its HTTP status. */
	readonly status: number;
	/** Parsed JSON, else the text. */
	readonly body: unknown;
}

/** What came of a webhook. */
export interface WebhookDelivery extends ReceiverResponse {
	/** What was posted. */
	readonly payload: object;
	/** The message as remembered; `null` when the event holds none that may be marked. */
	readonly message: ReceivedMessage | null;
}

/**
 * Builds the provider's webhook, remembers its message, posts it, and remembers what came of it.
 *
 * @throws InvalidWebhook when the provider has no such webhook, or the address is unusable
 */
export async function sendWebhook(
	order: OutgoingWebhook,
	memory: SandboxMemory,
): Promise<WebhookDelivery> {
	const url = checkedUrl(order.url);
	const complete = completeOrder(order);
	const built = build(order.provider, complete);
	const received = built.message && memory.receive(built.message);
	if (built.ownMessageId !== null) memory.rememberOwn(order.provider, built.ownMessageId);

	const { number } = memory.notePosted(postedWebhook(order, complete, built, url));
	try {
		const response = await post(url, built);
		memory.noteOutcome(number, { ...masked(response), at: new Date().toISOString() });
		return { ...response, payload: built.payload, message: received };
	} catch (error) {
		const failure = maskText(error instanceof Error ? error.message : String(error));
		memory.noteOutcome(number, { failure, at: new Date().toISOString() });
		throw error;
	}
}

/**
 * The webhook as the provider would post it, with the people of the cast where the order names none.
 *
 * @throws InvalidWebhook when the provider has no such layout or kind
 */
export function buildWebhook(order: Omit<OutgoingWebhook, 'url'>): CompleteWebhook {
	return build(order.provider, completeOrder(order));
}

function build(provider: ProviderId, order: WebhookOrder): CompleteWebhook {
	const { webhooks } = standInOf(provider);
	const { payload, form = false, headers = {}, messageId } = webhooks.build(order);
	const { kind, account, chat, sender, timestamp } = order;
	const canonical = (id: string) => webhooks.canonicalId?.(id) ?? id;
	const isGroup = kind === 'group';
	const chatId = canonical(chat);
	const author = { sender: canonical(sender), isGroup };
	return {
		payload,
		form,
		headers,
		message:
			isGroup || kind === 'direct'
				? { provider, account, chatId, ...author, messageId, timestamp }
				: null,
		ownMessageId: kind === 'own' || kind === 'status' ? messageId : null,
	};
}

/** @throws InvalidWebhook when the provider has no such layout or kind */
function completeOrder(order: Omit<OutgoingWebhook, 'url'>): WebhookOrder {
	const { accountId, webhooks } = standInOf(order.provider);
	const { layouts } = webhooks;
	const cast = phoneCast(order.provider);
	const names = Object.keys(layouts);
	const layout =
		order.layout ?? names.find((name) => layouts[name]?.includes(order.kind)) ?? names[0] ?? '';
	const kinds = Object.hasOwn(layouts, layout) ? layouts[layout] : undefined;
	if (!kinds) {
		throw new InvalidWebhook(
			`${order.provider} has no layout "${layout}"; it has: ${names.join(', ')}`,
		);
	}
	if (!kinds.includes(order.kind)) {
		throw new InvalidWebhook(
			`${order.provider}'s layout "${layout}" has no webhook of kind "${order.kind}"; it has: ${kinds.join(', ')}`,
		);
	}
	const isGroup = order.kind === 'group';
	const chat = order.chat ?? (isGroup ? cast.group.id : cast.direct.id);
	return {
		kind: order.kind,
		layout,
		content: order.content ?? 'text',
		text: order.text ?? DEFAULT_TEXTS[order.content ?? 'text'],
		reactsTo: order.reactsTo ?? null,
		account: order.account ?? accountId,
		chat,
		sender: order.sender ?? (isGroup ? cast.direct.id : chat),
		messageId: order.messageId ?? null,
		timestamp: order.timestamp ?? Math.floor(Date.now() / 1000),
	};
}

function postedWebhook(
	{ provider }: OutgoingWebhook,
	{ kind, content, text, chat, sender, reactsTo }: WebhookOrder,
	{ message }: CompleteWebhook,
	url: URL,
): PostedWebhook {
	return {
		provider,
		kind,
		content,
		text: maskText(text),
		chatId: message?.chatId ?? chat,
		sender: message?.sender ?? sender,
		messageId: message?.messageId ?? null,
		reactsTo,
		url: `${url.origin}${maskText(url.pathname)}`,
	};
}

function checkedUrl(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
	throw new InvalidWebhook(`"url" must be an http(s) address, not "${text}"`);
}

async function post(
	url: URL,
	{ payload, form, headers }: CompleteWebhook,
): Promise<ReceiverResponse> {
	const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { ...headers, 'content-type': type },
			body: form ? new URLSearchParams(Object.entries(payload)) : JSON.stringify(payload),
			// A webhook goes where it was sent, and nowhere else.
			redirect: 'manual',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return { status: response.status, body: parsed(await response.text()) };
	} catch (error) {
		const cause = error instanceof Error ? (error.cause ?? error) : error;
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new InvalidWebhook(
			`The webhook could not be delivered to ${url.origin}${url.pathname}: ${reason}`,
		);
	}
}

function masked({ status, body }: ReceiverResponse): ReceiverResponse {
	return { status, body: maskSecrets(body) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
