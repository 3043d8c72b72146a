import { count, megabytes, milliseconds, must, seconds, timesAtMost } from '../measurement.mts';
import type { Measured, Measurement, Verdict } from '../measurement.mts';
import { RECEIPT_SIDES, sideLabel, type Side } from '../sides.mts';
import { floorMs } from '../statistics.mts';
import { findSide, holdContest, type Comparison, type SideResult } from './contest.mts';

/** A provider on the internet, and one next door, milliseconds. */
const LATENCIES = [50, 5];
const CONCURRENCIES = [10, 50];

/** Numbers of receipts with the counted runs of each: short ones vary more, and cost less. */
const RUNS = {
	whole: [
		[1, 31],
		[100, 11],
		[1000, 5],
		[10_000, 3],
	],
	quick: [
		[1, 3],
		[100, 1],
	],
} as const;

/** What is promised, as bounds of what is measured. */
const BOUNDS = { storedCredential: 0.6, bareToken: 1.2, growth: 1.3, memory: 1.5, single: 1 };

/** 1 to 10,000 receipts, one call each. */
export const receipts: Measurement = {
	name: 'receipts',
	kind: 'burst',
	about: '1 to 10,000 receipts, one call each, beside the HTTP Request node',
	async measure(lab, extent, tell): Promise<Measured> {
		const comparisons: Comparison[] = [];
		for (const [size, runs] of RUNS[extent]) {
			for (const latencyMs of LATENCIES) {
				const n8n = size === 10_000 ? 'renewed' : 'shared';
				const conditions = { latencyMs, limit: null };
				const contest = { receipts: size, conditions, sides: RECEIPT_SIDES, runs, n8n } as const;
				comparisons.push(await holdContest(lab, contest, tell));
			}
		}
		const thousand = comparisons.find(isWith(1000, 50));
		return {
			tables: [
				{ title: 'Every receipt one call: time of the node', rows: comparisons.flatMap(timeRows) },
				{
					title: 'Memory of n8n while it marked 10,000',
					rows: comparisons.filter((one) => one.receipts === 10_000).flatMap(memoryRows),
				},
			],
			verdicts: judge(comparisons),
			...(thousand && { bars: barsOf(thousand) }),
		};
	},
};

/** That the node keeps to its bound. */
export function inFlight(comparisons: readonly Comparison[]): readonly Verdict[] {
	return CONCURRENCIES.flatMap((concurrency) => {
		const results = comparisons.flatMap((comparison) => comparison.results);
		const bounded = results.filter(({ side }) => side.concurrency === concurrency);
		if (bounded.length === 0) return [];
		const most = Math.max(...bounded.map(({ worst }) => worst.mostInFlight));
		const promise = `Requests in flight with ${concurrency} at a time: never more than ${concurrency}`;
		return [must(promise, `${most} at most`, most <= concurrency)];
	});
}

/** What the calls take at least; unbounded requests have no such floor. */
export function floorOf({ side: { concurrency }, worst }: SideResult, latencyMs: number): string {
	return concurrency === null ? '–' : milliseconds(floorMs(worst.calls, concurrency, latencyMs));
}

function isWith(size: number, latencyMs: number) {
	return ({ receipts: own, conditions }: Comparison): boolean =>
		own === size && conditions.latencyMs === latencyMs;
}

function judge(comparisons: readonly Comparison[]): readonly Verdict[] {
	const sideIn = (size: number, latencyMs: number, side: Partial<Side>) =>
		findSide(comparisons.find(isWith(size, latencyMs)), side);
	const msOf = (size: number, latencyMs: number, side: Partial<Side>) =>
		sideIn(size, latencyMs, side)?.medianMs;
	const peakOf = (side: Partial<Side>) => sideIn(10_000, 50, side)?.memory?.peak;
	const stored = { kind: 'storedCredential' } as const;

	const speed = (['node', 'nodeWithFields'] as const).flatMap((kind) => {
		const node = msOf(1000, 50, { kind, concurrency: 50 });
		const how = kind === 'node' ? 'from the webhook' : 'by expressions';
		const what = `1,000 receipts, 50 ms, 50 at a time, ids ${how}: time against HTTP Request with`;
		const toStored = [BOUNDS.storedCredential, node, msOf(1000, 50, stored)] as const;
		const toBare = [BOUNDS.bareToken, node, msOf(1000, 50, { kind: 'bareToken' })] as const;
		return [
			...timesAtMost('aim', `${what} a stored credential`, ...toStored),
			...timesAtMost('aim', `${what} a bare token`, ...toBare),
		];
	});
	const growth = LATENCIES.flatMap((latencyMs) =>
		CONCURRENCIES.flatMap((concurrency) => {
			const costs = [100, 1000, 10_000].flatMap((size) => {
				const ms = msOf(size, latencyMs, { kind: 'node', concurrency });
				return ms === undefined ? [] : [ms / size];
			});
			if (costs.length < 3) return [];
			// At worst: a receipt of a larger run against the cheapest of a smaller one.
			const growths = costs.slice(1).map((cost, at) => cost / Math.min(...costs.slice(0, at + 1)));
			const what = `Time per receipt from 100 to 10,000 receipts, ${latencyMs} ms, ${concurrency} at a time: growth`;
			return timesAtMost('aim', what, BOUNDS.growth, Math.max(...growths));
		}),
	);
	const memory = timesAtMost(
		'aim',
		'10,000 receipts: peak memory of n8n against HTTP Request with a stored credential',
		BOUNDS.memory,
		peakOf({ kind: 'node', concurrency: 50 }),
		peakOf(stored),
	);
	const single = LATENCIES.flatMap((latencyMs) => {
		const what = `A single receipt, ${latencyMs} ms: time against HTTP Request with a stored credential`;
		const node = msOf(1, latencyMs, { kind: 'node', concurrency: 10 });
		return timesAtMost('aim', what, BOUNDS.single, node, msOf(1, latencyMs, stored));
	});
	return [...speed, ...inFlight(comparisons), ...growth, ...memory, ...single];
}

function timeRows({ receipts: size, conditions: { latencyMs }, results }: Comparison) {
	return results.map((result) => ({
		Receipts: count(size),
		'Answer after': `${latencyMs} ms`,
		Who: sideLabel(result.side),
		Median: milliseconds(result.medianMs),
		Range: result.range.map(count).join('–'),
		'Per receipt': `${(result.medianMs / size).toFixed(2)} ms`,
		Floor: floorOf(result, latencyMs),
		'In flight': count(result.worst.mostInFlight),
		Delivered: count(result.worst.delivered),
	}));
}

function memoryRows({ conditions: { latencyMs }, results }: Comparison) {
	return results.map(({ side, memory }) => ({
		'Answer after': `${latencyMs} ms`,
		Who: sideLabel(side),
		Before: megabytes(memory && memory.before),
		Peak: megabytes(memory && memory.peak),
		More: megabytes(memory && memory.peak - memory.before),
	}));
}

function barsOf({ receipts: size, conditions: { latencyMs }, results }: Comparison) {
	const floor = floorMs(size, 50, latencyMs);
	const measured = results
		.filter(({ side }) => side.kind !== 'nodeWithFields' && side.concurrency !== 10)
		.map(({ side: { kind, ...side }, medianMs }) => ({
			label: sideLabel({ kind, ...side }),
			value: medianMs,
			text: seconds(medianMs),
			tone: kind === 'node' ? ('own' as const) : ('other' as const),
		}))
		.sort((a, b) => a.value - b.value);
	const least = { label: 'The least possible, 50 at a time', value: floor, text: seconds(floor) };
	return {
		title: '1,000 receipts, every answer after 50 ms (shorter is better)',
		bars: [{ ...least, tone: 'bound' as const }, ...measured],
	};
}
