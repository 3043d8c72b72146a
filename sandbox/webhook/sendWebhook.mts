import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { ReceivedMessage } from '../memory/records.mts';
import { PROVIDERS } from '../providers/index.mts';
import type { BuiltWebhook } from '../providers/provider.mts';
import { WebhookRefused, type OutgoingWebhook } from './outgoingWebhook.mts';

/** Long enough for a workflow that answers when it is done. */
const TIMEOUT_MS = 60_000;

/** What came of a webhook. */
export interface WebhookDelivery {
	/** The receiver's HTTP status. */
	readonly status: number;
	/** The receiver's answer: parsed JSON, else the text. */
	readonly body: unknown;
	/** What was posted. */
	readonly payload: object;
	/** The message as remembered; `null` when the event holds none that may be marked. */
	readonly message: ReceivedMessage | null;
}

/**
 * Builds the provider's webhook, remembers its message, posts it.
 *
 * @throws WebhookRefused when the provider has no such webhook, or the address is unusable
 */
export async function sendWebhook(
	order: OutgoingWebhook,
	memory: SandboxMemory,
): Promise<WebhookDelivery> {
	const url = checkedUrl(order.url);
	const { payload, headers, message, ownMessageId } = buildWebhook(order);
	const received = message && memory.receive(message);
	if (ownMessageId !== null) memory.rememberOwn(order.provider, ownMessageId);
	const { status, body } = await post(url, payload, headers);
	return { status, body, payload, message: received };
}

/**
 * The webhook as the provider would post it, with the samples' people where the order names none.
 *
 * @throws WebhookRefused when the provider has no such layout or kind
 */
export function buildWebhook(order: Omit<OutgoingWebhook, 'url'>): BuiltWebhook {
	const { layouts, samples, build } = PROVIDERS[order.provider].webhooks;
	const layout = order.layout ?? Object.keys(layouts)[0] ?? '';
	const kinds = Object.hasOwn(layouts, layout) ? layouts[layout] : undefined;
	if (!kinds) {
		throw new WebhookRefused(
			`${order.provider} has no layout "${layout}"; it has: ${Object.keys(layouts).join(', ')}`,
		);
	}
	if (!kinds.includes(order.kind)) {
		throw new WebhookRefused(
			`${order.provider}'s layout "${layout}" has no webhook of kind "${order.kind}"; it has: ${kinds.join(', ')}`,
		);
	}
	const isGroup = order.kind === 'group';
	const chat = order.chat ?? (isGroup ? samples.group : samples.direct);
	return build({
		kind: order.kind,
		layout,
		text: order.text ?? 'Hello, is anyone there?',
		account: order.account ?? samples.account,
		chat,
		sender: order.sender ?? (isGroup ? samples.author : chat),
		messageId: order.messageId ?? null,
		timestamp: order.timestamp ?? Math.floor(Date.now() / 1000),
	});
}

function checkedUrl(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
	throw new WebhookRefused(`"url" must be an http(s) address, not "${text}"`);
}

async function post(
	url: URL,
	payload: object,
	headers: Readonly<Record<string, string>>,
): Promise<{ status: number; body: unknown }> {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body: JSON.stringify(payload),
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return { status: answer.status, body: parsed(await answer.text()) };
	} catch (error) {
		const cause = error instanceof Error ? (error.cause ?? error) : error;
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new WebhookRefused(`Nobody took the webhook at ${url.origin}${url.pathname}: ${reason}`);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
