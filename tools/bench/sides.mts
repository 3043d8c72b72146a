import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import type { ProviderId } from '../sandbox/index.mts';

/**
 * Who marks the messages: the node as it comes (it finds the ids in the webhook by itself), the
 * node with its fields filled by expressions (Define Below), or n8n's HTTP Request node.
 */
export type SideKind = 'node' | 'nodeWithFields' | 'storedCredential' | 'bareToken';

/** One competitor: a workflow of its own. */
export interface Side {
	readonly kind: SideKind;
	readonly provider: ProviderId;
	/** Requests at a time; null: n8n's HTTP Request node knows no bound. */
	readonly concurrency: number | null;
}

/** How the table names it. */
export function sideLabel({ kind, concurrency }: Pick<Side, 'kind' | 'concurrency'>): string {
	switch (kind) {
		case 'node':
			return `WhatsApp Mark Read, ${concurrency ?? 'unbounded'} at a time`;
		case 'nodeWithFields':
			return `WhatsApp Mark Read, ${concurrency ?? 'unbounded'} at a time, Define Below`;
		case 'storedCredential':
			return 'HTTP Request, stored credential';
		case 'bareToken':
			return 'HTTP Request, bare token';
	}
}

/** Last part of the address of the side's webhook. */
export function sidePath({ kind, provider, concurrency }: Side): string {
	return ['bench', provider, kind, concurrency ?? 'unbounded'].join('-');
}

/** Of its calls none can be left out: each marks one message. */
export const ONE_BY_ONE = firstThat(
	({ idsPerCall, latestOnlyDefault }) => idsPerCall === 'one' && latestOnlyDefault === null,
);

/** One call a chat does, for its newest message. */
export const LATEST_ONLY = firstThat(({ latestOnlyDefault }) => latestOnlyDefault === true);

/** One call a chat does, with all its ids. */
export const MANY_IDS = firstThat(({ idsPerCall }) => idsPerCall === 'many');

/** Every receipt one call. Alternated in this order. */
export const RECEIPT_SIDES: readonly Side[] = [
	{ kind: 'node', provider: ONE_BY_ONE, concurrency: 10 },
	{ kind: 'storedCredential', provider: ONE_BY_ONE, concurrency: null },
	{ kind: 'bareToken', provider: ONE_BY_ONE, concurrency: null },
	{ kind: 'node', provider: ONE_BY_ONE, concurrency: 50 },
	{ kind: 'nodeWithFields', provider: ONE_BY_ONE, concurrency: 50 },
];

/** Under the enforced limit the node runs as it is out of the box. */
export const LIMIT_SIDES: readonly Side[] = RECEIPT_SIDES.filter(
	({ concurrency }) => concurrency !== 50,
);

/** Those who may leave calls out. */
export const CHAT_SIDES: ReadonlyMap<ProviderId, readonly Side[]> = new Map(
	[LATEST_ONLY, MANY_IDS].map((provider) => [
		provider,
		[
			{ kind: 'node', provider, concurrency: 10 },
			{ kind: 'storedCredential', provider, concurrency: null },
		],
	]),
);

export const ALL_SIDES: readonly Side[] = [...RECEIPT_SIDES, ...[...CHAT_SIDES.values()].flat()];

/** The provider of the steady rate: one whose calls have no limit that a minute would meet. */
export const RATE_PROVIDER = 'cloudApi';

/** In the order they run. */
export const RATE_SIDES: readonly Side[] = [
	{ kind: 'storedCredential', provider: RATE_PROVIDER, concurrency: null },
	{ kind: 'node', provider: RATE_PROVIDER, concurrency: 10 },
];

/** Last part of the address of the webhook of a steady rate. */
export function ratePath({ kind }: Side): string {
	return `bench-rate-${kind}`;
}

/** Only Meta puts many chats into one webhook. */
export const ONE_WEBHOOK_SIDE: Side = { kind: 'node', provider: 'cloudApi', concurrency: 10 };

/** *Include Input Fields*: whether the output repeats the input. */
export const INPUT_FIELDS = ['off', 'on'] as const;

/** Last part of the address of the webhook that takes many chats at once. */
export function oneWebhookPath(includeInput: 'off' | 'on'): string {
	return `bench-one-webhook-${includeInput}`;
}

function firstThat(fits: (provider: Provider) => boolean): ProviderId {
	const found = PROVIDERS.find(fits);
	if (found === undefined) throw new Error('No provider in the registry fits this benchmark');
	return found.id;
}
