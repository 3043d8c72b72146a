import { underTest } from '../../test/e2e/providers/index.mts';
import { messageIdPath, webhookPath } from '../../test/e2e/workflows/workflow.mts';
import { PROVIDER_IDS } from '../providers.js';
import type { ProviderId, Sandbox } from '../sandbox/index.mts';

/** Something that comes in, and what must become of it. */
export interface DemoEvent {
	readonly provider: ProviderId;
	readonly name: 'direct message' | 'group message' | 'delivery status' | 'unknown message';
	readonly expected: 'read' | 'skipped' | 'an error';
}

/**
 * What every provider sends in the demo, in the order it is sent; then a message the provider does
 * not know, for those who refuse one: the others accept any, as their real APIs do.
 */
export const DEMO_EVENTS: readonly DemoEvent[] = [
	...PROVIDER_IDS.flatMap((provider) => [
		{ provider, name: 'direct message', expected: 'read' } as const,
		...(underTest(provider).refuses?.groups
			? []
			: [{ provider, name: 'group message', expected: 'read' } as const]),
		{ provider, name: 'delivery status', expected: 'skipped' } as const,
	]),
	...PROVIDER_IDS.filter((provider) => underTest(provider).unknownMessageId !== undefined).map(
		(provider) => ({ provider, name: 'unknown message', expected: 'an error' }) as const,
	),
];

/** One item of the node's output, as far as the demo reads it. */
export interface NodeItem {
	readonly success?: boolean;
	readonly status?: string;
	readonly messageIds?: readonly string[];
	readonly reason?: string;
	readonly error?: string;
	readonly message?: string;
}

export interface SeenEvent {
	/** null for an event without a message. */
	readonly messageId: string | null;
	/** What the webhook answered: the node's output, or what n8n says when a workflow fails. */
	readonly items: readonly NodeItem[];
	/** Whether the sandbox remembers the message as read. */
	readonly isReadInSandbox: boolean;
	/** How many calls the provider's API got because of the event. */
	readonly calls: number;
}

/**
 * Lets an event come in through n8n's real webhook.
 * @param n8nUrl without a trailing slash
 */
export async function sendEvent(
	{ memory, sendWebhook }: Sandbox,
	n8nUrl: string,
	{ provider, name }: DemoEvent,
): Promise<SeenEvent> {
	const callsBefore = memory.requests.length;
	const { messageId, body } =
		name === 'unknown message'
			? await askForUnknownMessage(n8nUrl, provider)
			: await sendWebhook({
					provider,
					kind: KINDS[name],
					url: `${n8nUrl}/webhook/${webhookPath(provider)}`,
					text: `A ${name} of the demo`,
				}).then((sent) => ({ messageId: sent.message?.messageId ?? null, body: sent.body }));
	return {
		messageId,
		items: (Array.isArray(body) ? body : [body]) as NodeItem[],
		isReadInSandbox: messageId !== null && memory.isRead(provider, messageId),
		calls: memory.requests.length - callsBefore,
	};
}

const KINDS = {
	'direct message': 'direct',
	'group message': 'group',
	'delivery status': 'status',
} as const;

async function askForUnknownMessage(n8nUrl: string, provider: ProviderId) {
	const messageId = underTest(provider).unknownMessageId ?? '';
	const answer = await fetch(`${n8nUrl}/webhook/${messageIdPath(provider)}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ messageId }),
	});
	const text = await answer.text();
	return { messageId, body: answer.ok ? (JSON.parse(text) as unknown) : { error: text } };
}

/**
 * Judges one event by the node's output and by the sandbox's memory: a mark counts only when both
 * agree on the message.
 */
export function verdictOf(
	{ expected }: DemoEvent,
	{ messageId, items, isReadInSandbox, calls }: SeenEvent,
): 'ok' | 'NOT MARKED' | 'NOT SKIPPED' | 'NO ERROR' {
	const [item] = items;
	switch (expected) {
		case 'read': {
			const isMarked = item?.success === true && item.status === 'read' && items.length === 1;
			const isThisOne = messageId !== null && item?.messageIds?.includes(messageId) === true;
			return isMarked && isThisOne && isReadInSandbox ? 'ok' : 'NOT MARKED';
		}
		case 'skipped': {
			const isSkipped = items.every(({ status, reason }) => status === 'skipped' && reason);
			return item && isSkipped && calls === 0 ? 'ok' : 'NOT SKIPPED';
		}
		case 'an error': {
			// The error is the provider's: it was called, and the item has exactly the error keys.
			const keys = items.map((entry) => Object.keys(entry).sort().join());
			const isError = keys.every((key) => key === 'details,error,message');
			return item && isError && calls > 0 && !isReadInSandbox ? 'ok' : 'NO ERROR';
		}
	}
}
