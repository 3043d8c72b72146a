import type { Lab } from './lab.mts';
import type { BarGroup } from './report/chart.mts';

/** One thing that can be measured. */
export interface Measurement {
	/** What `--only` takes, and the page knows it by. */
	readonly name: string;
	/** A burst of many receipts at once, or messages at a steady rate. */
	readonly kind: 'burst' | 'rate';
	/** What `--help` says. */
	readonly about: string;
	/** @param tell receives how far it is */
	measure(lab: Lab, extent: Extent, tell: (news: string) => void): Promise<Measured>;
}

/** `quick` is short and says little: it shows that the measurement works. */
export type Extent = 'whole' | 'quick';

/** What was measured. */
export interface Measured {
	readonly tables: readonly ReportTable[];
	readonly verdicts: readonly Verdict[];
	/** For the chart. */
	readonly bars?: BarGroup;
	/** A sentence for the page. */
	readonly note?: string;
}

/** A table of results, to be drawn in a terminal or written in Markdown: cells by the heads of their columns. */
export interface ReportTable {
	readonly title: string;
	readonly rows: ReadonlyArray<Readonly<Record<string, string>>>;
}

/** One line of what the node promises, and whether it was kept. */
export interface Verdict {
	readonly promise: string;
	readonly measured: string;
	readonly isKept: boolean;
	/** `must`: missing it is a failure. `aim`: a slow machine may miss it. */
	readonly weight: 'must' | 'aim';
}

/** Judges what must hold. */
export function must(promise: string, measured: string, isKept: boolean): Verdict {
	return { promise, measured, isKept, weight: 'must' };
}

/** Judges how many times as much something is; without a verdict when one of the two was not measured. */
export function timesAtMost(
	weight: Verdict['weight'],
	promise: string,
	bound: number,
	value: number | null | undefined,
	to: number | null | undefined = 1,
): readonly Verdict[] {
	if (value === null || value === undefined || !to) return [];
	const isKept = value / to <= bound;
	return [
		{ promise: `${promise} at most ${bound} ×`, measured: times(value / to), isKept, weight },
	];
}

/** As in 1.50 ×. */
export function times(value: number): string {
	return `${value.toFixed(2)} ×`;
}

/** As in 1,000. */
export function count(value: number): string {
	return Math.round(value).toLocaleString('en');
}

/** As in 1,000 ms. */
export function milliseconds(value: number): string {
	return `${count(value)} ms`;
}

/** As in 1.5 s. */
export function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}

/** As in 800 MB. */
export function megabytes(value: number | null): string {
	return value === null ? '–' : `${value.toFixed(0)} MB`;
}
