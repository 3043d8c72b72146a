import { providerOf } from '../../providers.js';
import {
	leastDelivered,
	medianMs,
	medianPeakMb,
	mostCalls,
	mostInFlight,
	type Comparison,
	type SideResult,
	type Subject,
} from '../results.mts';
import { sideLabel } from '../sides.mts';
import { floorMs, median } from '../statistics.mts';
import { medianOverLeast } from '../under-limit.mts';

/** A table of results, to be drawn in a terminal or written in Markdown. */
export interface ReportTable {
	readonly title: string;
	readonly head: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
}

/** All results as tables; subjects that were not run are left out. */
export function reportTables(comparisons: readonly Comparison[]): readonly ReportTable[] {
	return [
		timeTable(of(comparisons, 'receipts')),
		memoryTable(of(comparisons, 'receipts')),
		chatTable(of(comparisons, 'chats')),
		limitTable(of(comparisons, 'limit')),
	].filter(({ rows }) => rows.length > 0);
}

function of(comparisons: readonly Comparison[], wanted: Subject): readonly Comparison[] {
	return comparisons.filter(({ subject }) => subject === wanted);
}

function timeTable(comparisons: readonly Comparison[]): ReportTable {
	return {
		title: 'Every receipt one call: time of the node',
		head: [
			'Receipts',
			'Answer after',
			'Who',
			'Median',
			'Range',
			'Per receipt',
			'Floor',
			'In flight',
			'Delivered',
		],
		rows: comparisons.flatMap((comparison) =>
			comparison.results.map((result) => [
				count(comparison.receipts),
				`${comparison.conditions.latencyMs} ms`,
				sideLabel(result.side),
				ms(medianMs(result)),
				range(result),
				`${(medianMs(result) / comparison.receipts).toFixed(2)} ms`,
				floorOf(comparison, result),
				count(mostInFlight(result)),
				count(leastDelivered(result)),
			]),
		),
	};
}

function memoryTable(comparisons: readonly Comparison[]): ReportTable {
	return {
		title: 'Memory of n8n while it marked 10,000',
		head: ['Answer after', 'Who', 'Before', 'Peak', 'More'],
		rows: comparisons
			.filter(({ receipts }) => receipts === 10_000)
			.flatMap(({ conditions, results }) =>
				results.flatMap((result) => {
					const peak = medianPeakMb(result);
					if (peak === null) return [];
					const before = median(result.samples.map(({ memory }) => memory?.before ?? 0));
					const cells = [before, peak, peak - before].map((mb) => `${Math.round(mb)} MB`);
					return [[`${conditions.latencyMs} ms`, sideLabel(result.side), ...cells]];
				}),
			),
	};
}

function chatTable(comparisons: readonly Comparison[]): ReportTable {
	return {
		title: '1,000 messages of 50 chats, answers after 50 ms',
		head: ['Provider', 'Who', 'Calls', 'Median', 'Range', 'Floor'],
		rows: comparisons.flatMap((comparison) =>
			comparison.results.map((result) => [
				providerOf(result.side.provider).displayName,
				sideLabel(result.side),
				count(mostCalls(result)),
				ms(medianMs(result)),
				range(result),
				floorOf(comparison, result),
			]),
		),
	};
}

function limitTable(comparisons: readonly Comparison[]): ReportTable {
	return {
		title: '300 receipts where 100 calls per 5 s are allowed, answers after 50 ms',
		head: ['Who', 'Delivered', 'Lost', 'Calls', 'Refused', 'Median', 'Against the least possible'],
		rows: comparisons.flatMap((comparison) =>
			comparison.results.map((result) => {
				const delivered = leastDelivered(result);
				const isDone = delivered === comparison.receipts;
				const over = isDone ? medianOverLeast(comparison, result) : null;
				return [
					sideLabel(result.side),
					count(delivered),
					count(comparison.receipts - delivered),
					count(mostCalls(result)),
					count(Math.max(...result.samples.map(({ seen }) => seen.refused))),
					ms(medianMs(result)),
					over === null ? 'not done' : `${over.toFixed(2)} ×`,
				];
			}),
		),
	};
}

/** What the calls take at least; unbounded requests have no such floor. */
function floorOf({ conditions }: Comparison, result: SideResult): string {
	const { concurrency } = result.side;
	if (concurrency === null) return '–';
	return ms(floorMs(mostCalls(result), concurrency, conditions.latencyMs));
}

function range({ samples }: SideResult): string {
	const times = samples.map(({ nodeMs }) => nodeMs);
	return `${count(Math.min(...times))}–${count(Math.max(...times))}`;
}

function ms(milliseconds: number): string {
	return `${count(milliseconds)} ms`;
}

function count(value: number): string {
	return Math.round(value).toLocaleString('en');
}
