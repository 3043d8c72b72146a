import type { ProviderId } from '../../sandbox/index.mts';

/** The providers the benchmark plays. */
export type BenchProvider = Extract<ProviderId, 'ryze' | 'cloudApi' | 'wawp'>;

/**
 * Who marks the messages: the node as it comes (it finds the ids in the webhook by itself), the
 * node with its fields filled by expressions (Define Below), or n8n's HTTP Request node.
 */
export type SideKind = 'node' | 'nodeWithFields' | 'storedCredential' | 'bareToken';

/** One competitor: a workflow of its own. */
export interface Side {
	readonly kind: SideKind;
	readonly provider: BenchProvider;
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

/** Every receipt one call. Alternated in this order. */
export const RECEIPT_SIDES: readonly Side[] = [
	{ kind: 'node', provider: 'ryze', concurrency: 10 },
	{ kind: 'storedCredential', provider: 'ryze', concurrency: null },
	{ kind: 'bareToken', provider: 'ryze', concurrency: null },
	{ kind: 'node', provider: 'ryze', concurrency: 50 },
	{ kind: 'nodeWithFields', provider: 'ryze', concurrency: 50 },
];

/** Under the enforced limit the node runs as it is out of the box. */
export const LIMIT_SIDES: readonly Side[] = RECEIPT_SIDES.filter(
	({ concurrency }) => concurrency !== 50,
);

/** Those who may leave calls out. */
export const CHAT_SIDES: Readonly<Record<'cloudApi' | 'wawp', readonly Side[]>> = {
	cloudApi: [
		{ kind: 'node', provider: 'cloudApi', concurrency: 10 },
		{ kind: 'storedCredential', provider: 'cloudApi', concurrency: null },
	],
	wawp: [
		{ kind: 'node', provider: 'wawp', concurrency: 10 },
		{ kind: 'storedCredential', provider: 'wawp', concurrency: null },
	],
};

export const ALL_SIDES: readonly Side[] = [
	...RECEIPT_SIDES,
	...CHAT_SIDES.cloudApi,
	...CHAT_SIDES.wawp,
];
