import type { ProviderId } from '../providers/index.mts';
import { countCalls } from './callLimit.mts';
import type { Fault, FaultPlan } from './fault.mts';
import { seededRandom } from './seededRandom.mts';

/** The switch for each provider's faults. All are off at first. */
export class Faults {
	readonly #draws = new Map<ProviderId, () => Fault | null>();

	#oversizedBytes = 0;

	/** Bytes of oversized bodies that callers have taken so far, those on the way included. */
	get oversizedBytes(): number {
		return this.#oversizedBytes;
	}

	/** Lets the provider's calls fail by a plan from now on; `null` ends it. */
	set(provider: ProviderId, plan: FaultPlan | null): void {
		if (plan === null) this.#draws.delete(provider);
		else this.#draws.set(provider, drawing(plan));
	}

	/** The fault of the call that arrives now; `null`: none. */
	next(provider: ProviderId): Fault | null {
		return this.#draws.get(provider)?.() ?? null;
	}

	/** Ends the faults of all providers. */
	clear(): void {
		this.#draws.clear();
		this.#oversizedBytes = 0;
	}

	/** Remembers that a caller took a part of an oversized body. */
	noteOversized(bytes: number): void {
		this.#oversizedBytes += bytes;
	}
}

function drawing(plan: FaultPlan): () => Fault | null {
	if ('sequence' in plan) {
		const { sequence, repeat = false } = plan;
		let call = -1;
		return () => {
			call += 1;
			return sequence[repeat ? call % sequence.length : call] ?? null;
		};
	}
	if ('limit' in plan) {
		const isLetThrough = countCalls(plan.limit);
		return () => (isLetThrough() ? null : plan.fault);
	}
	const { share, faults, seed } = plan;
	const random = seededRandom(seed);
	return () => (random() < share ? (faults[Math.floor(random() * faults.length)] ?? null) : null);
}
