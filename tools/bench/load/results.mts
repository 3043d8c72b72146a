import type { MemoryInUse } from './memory/inUse.mts';
import type { Side } from './sides.mts';

/** One stretch of steady load on one side. */
export interface Stretch {
	/** Webhooks posted. */
	readonly posted: number;
	/** Of these, answered with success by n8n. */
	readonly answered: number;
	/** Messages the sandbox has marked. */
	readonly marked: number;
	/** Executions that ended well. */
	readonly succeeded: number;
	/** How long the measured node took, milliseconds, each execution. */
	readonly nodeMs: readonly number[];
	/** From posting the webhook until the provider had marked its message, milliseconds, each. */
	readonly untilMarkedMs: readonly number[];
	/** How late the latest webhook was posted, milliseconds. */
	readonly worstDelayMs: number;
	/** Highest resident set during the stretch, MB; null where the system does not tell. */
	readonly peakMb: number | null;
	/** Afterwards, when all is done. */
	readonly memory: MemoryInUse;
}

/** What one side did. */
export interface SideResult {
	readonly side: Side;
	/** After the warm-up, when all was done. */
	readonly memoryBefore: MemoryInUse;
	/** Two, one after the other. */
	readonly stretches: readonly Stretch[];
}

export interface LoadResult {
	readonly seconds: number;
	readonly rate: number;
	readonly sides: readonly SideResult[];
}

/**
 * How much more memory was in use after the second stretch than after the first, MB.
 * @throws RangeError when there are not two
 */
export function heapGrowthMb({ stretches: [first, second] }: SideResult): number {
	if (first === undefined || second === undefined)
		throw new RangeError('Two stretches are compared');
	return second.memory.heapMb - first.memory.heapMb;
}

/** How late the latest webhook of all was posted, milliseconds. */
export function worstDelayMs({ sides }: LoadResult): number {
	return Math.max(
		...sides.flatMap(({ stretches }) => stretches.map((stretch) => stretch.worstDelayMs)),
	);
}
