import type { CallLimit, RateLimit } from '../../sandbox/index.mts';
import type { Observation } from './ledger.mts';

/** What a run meets. */
export interface Conditions {
	/** Every answer leaves this long after its call came in. */
	readonly latencyMs: number;
	/** One whose state every answer tells. */
	readonly limit: RateLimit | null;
	/** One that no header announces. */
	readonly unannounced?: CallLimit;
}

export type ToTarget =
	| { readonly kind: 'begin'; readonly conditions: Conditions }
	| { readonly kind: 'observe' };

export type FromTarget =
	| { readonly kind: 'listening'; readonly port: number }
	| { readonly kind: 'ready' }
	| { readonly kind: 'observation'; readonly observation: Observation };
