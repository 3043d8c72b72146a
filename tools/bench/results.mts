import type { MemoryUse } from './memory.mts';
import type { Side } from './sides.mts';
import { median } from './statistics.mts';
import type { Observation } from './target/ledger.mts';
import type { Conditions } from './target/protocol.mts';

/** One counted run of one side. */
export interface Sample {
	/** Execution time of the node, milliseconds. */
	readonly nodeMs: number;
	/** What the providers' side saw. */
	readonly seen: Observation;
	/** Of the n8n process; null where it was not sampled. */
	readonly memory: MemoryUse | null;
}

export interface SideResult {
	readonly side: Side;
	readonly samples: readonly Sample[];
}

/** What the sides compete in. */
export type Subject = 'receipts' | 'chats' | 'limit';

/** Several sides that did the same, run by run in turns. */
export interface Comparison {
	readonly subject: Subject;
	/** Input items of each run, one receipt each. */
	readonly receipts: number;
	readonly conditions: Conditions;
	readonly results: readonly SideResult[];
}

/** Median of the node's execution time, milliseconds. */
export function medianMs({ samples }: SideResult): number {
	return median(samples.map(({ nodeMs }) => nodeMs));
}

/** Median of the highest memory, MB; null when none was sampled. */
export function medianPeakMb({ samples }: SideResult): number | null {
	const peaks = samples.flatMap(({ memory }) => (memory === null ? [] : [memory.peak]));
	return peaks.length === 0 ? null : median(peaks);
}

/** The most requests in flight in any run. */
export function mostInFlight({ samples }: SideResult): number {
	return Math.max(...samples.map(({ seen }) => seen.mostInFlight));
}

/** The fewest messages delivered in any run. */
export function leastDelivered({ samples }: SideResult): number {
	return Math.min(...samples.map(({ seen }) => seen.delivered));
}

/** The most calls made in any run. */
export function mostCalls({ samples }: SideResult): number {
	return Math.max(...samples.map(({ seen }) => seen.calls));
}

/** Finds a comparison; undefined when it was not run. */
export function findComparison(
	comparisons: readonly Comparison[],
	wanted: { subject: Subject; receipts?: number; latencyMs?: number },
): Comparison | undefined {
	return comparisons.find(
		({ subject, receipts, conditions }) =>
			subject === wanted.subject &&
			(wanted.receipts ?? receipts) === receipts &&
			(wanted.latencyMs ?? conditions.latencyMs) === conditions.latencyMs,
	);
}

/** Finds a side's result; undefined when it did not take part. */
export function findSide(
	comparison: Comparison | undefined,
	wanted: Partial<Side>,
): SideResult | undefined {
	return comparison?.results.find(({ side }) =>
		Object.entries(wanted).every(([key, value]) => side[key as keyof Side] === value),
	);
}
