import { count, milliseconds, seconds, timesAtMost } from '../measurement.mts';
import type { Measured, Measurement, ReportTable, Verdict } from '../measurement.mts';
import { RECEIPT_SIDES, sideLabel } from '../sides.mts';
import { floorMs } from '../statistics.mts';
import { findSide, holdContest, type Comparison, type SideResult } from './contest.mts';

/** A provider on the internet, and one next door, milliseconds. */
const LATENCIES = [50, 5];
const CONCURRENCIES = [10, 50];

/** Counted runs by the number of receipts: short ones vary more, and cost less. */
const RUNS: Readonly<Record<'whole' | 'quick', ReadonlyMap<number, number>>> = {
	whole: new Map([
		[1, 31],
		[100, 11],
		[1000, 5],
		[10_000, 3],
	]),
	quick: new Map([
		[1, 3],
		[100, 1],
	]),
};

/** What is promised, as bounds of what is measured. */
const BOUNDS = {
	toStoredCredential: 0.6,
	toBareToken: 1.2,
	growthPerReceipt: 1.3,
	memory: 1.5,
	single: 1,
} as const;

/** 1 to 10,000 receipts, one call each. */
export const receipts: Measurement = {
	name: 'receipts',
	kind: 'burst',
	about: '1 to 10,000 receipts, one call each, beside the HTTP Request node',
	async measure(lab, extent, tell): Promise<Measured> {
		const comparisons: Comparison[] = [];
		for (const [size, runs] of RUNS[extent]) {
			for (const latencyMs of LATENCIES) {
				const contest = {
					receipts: size,
					conditions: { latencyMs, limit: null },
					sides: RECEIPT_SIDES,
					runs,
					n8n: size === 10_000 ? 'renewed' : 'shared',
				} as const;
				comparisons.push(await holdContest(lab, contest, tell));
			}
		}
		const thousand = find(comparisons, 1000, 50);
		return {
			tables: [timeTable(comparisons), memoryTable(comparisons)].filter(
				({ rows }) => rows.length > 0,
			),
			verdicts: judge(comparisons),
			...(thousand && { bars: barsOf(thousand) }),
		};
	},
};

/** That the node keeps to its bound. */
export function inFlight(comparisons: readonly Comparison[]): readonly Verdict[] {
	return CONCURRENCIES.flatMap((concurrency) => {
		const most = comparisons
			.flatMap(({ results }) => results)
			.filter(({ side }) => side.concurrency === concurrency)
			.map(({ worst }) => worst.mostInFlight);
		if (most.length === 0) return [];
		return [
			{
				promise: `Requests in flight with ${concurrency} at a time: never more than ${concurrency}`,
				measured: `${Math.max(...most)} at most`,
				isKept: Math.max(...most) <= concurrency,
				weight: 'must',
			},
		];
	});
}

function find(comparisons: readonly Comparison[], size: number, latencyMs: number) {
	return comparisons.find(
		({ receipts: of, conditions }) => of === size && conditions.latencyMs === latencyMs,
	);
}

function judge(comparisons: readonly Comparison[]): readonly Verdict[] {
	const thousand = find(comparisons, 1000, 50);
	const stored = findSide(thousand, { kind: 'storedCredential' });
	const bare = findSide(thousand, { kind: 'bareToken' });
	const speed = (['node', 'nodeWithFields'] as const).flatMap((kind) => {
		const node = findSide(thousand, { kind, concurrency: 50 });
		const how = kind === 'node' ? 'from the webhook' : 'by expressions';
		const what = `1,000 receipts, 50 ms, 50 at a time, ids ${how}: time against HTTP Request`;
		const storedTimes = [node?.medianMs, stored?.medianMs] as const;
		const bareTimes = [node?.medianMs, bare?.medianMs] as const;
		return [
			...timesAtMost(
				`${what} with a stored credential`,
				storedTimes,
				BOUNDS.toStoredCredential,
				'aim',
			),
			...timesAtMost(`${what} with a bare token`, bareTimes, BOUNDS.toBareToken, 'aim'),
		];
	});

	const growth = LATENCIES.flatMap((latencyMs) =>
		CONCURRENCIES.flatMap((concurrency) => {
			const costs = [100, 1000, 10_000].flatMap((size) => {
				const node = findSide(find(comparisons, size, latencyMs), { kind: 'node', concurrency });
				return node === undefined ? [] : [node.medianMs / size];
			});
			if (costs.length < 3) return [];
			// At worst: the dearest receipt of a larger run against the cheapest of a smaller one.
			const times = costs
				.slice(1)
				.map((cost, smaller) => cost / Math.min(...costs.slice(0, smaller + 1)));
			return timesAtMost(
				`Time per receipt from 100 to 10,000 receipts, ${latencyMs} ms, ${concurrency} at a time: growth`,
				[Math.max(...times), 1],
				BOUNDS.growthPerReceipt,
				'aim',
			);
		}),
	);

	const large = find(comparisons, 10_000, 50);
	const memory = timesAtMost(
		'10,000 receipts: peak memory of n8n against HTTP Request with a stored credential',
		[
			findSide(large, { kind: 'node', concurrency: 50 })?.memory?.peak,
			findSide(large, { kind: 'storedCredential' })?.memory?.peak,
		],
		BOUNDS.memory,
		'aim',
	);

	const single = LATENCIES.flatMap((latencyMs) => {
		const one = find(comparisons, 1, latencyMs);
		const node = findSide(one, { kind: 'node', concurrency: 10 });
		const times = [node?.medianMs, findSide(one, { kind: 'storedCredential' })?.medianMs] as const;
		const what = `A single receipt, ${latencyMs} ms: time against HTTP Request with a stored credential`;
		return timesAtMost(what, times, BOUNDS.single, 'aim');
	});
	return [...speed, ...inFlight(comparisons), ...growth, ...memory, ...single];
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
		rows: comparisons.flatMap(({ receipts: size, conditions: { latencyMs }, results }) =>
			results.map((result) => [
				count(size),
				`${latencyMs} ms`,
				sideLabel(result.side),
				milliseconds(result.medianMs),
				result.range.map(count).join('–'),
				`${(result.medianMs / size).toFixed(2)} ms`,
				floorOf(result, latencyMs),
				count(result.worst.mostInFlight),
				count(result.worst.delivered),
			]),
		),
	};
}

/** What the calls take at least; unbounded requests have no such floor. */
export function floorOf({ side: { concurrency }, worst }: SideResult, latencyMs: number): string {
	return concurrency === null ? '–' : milliseconds(floorMs(worst.calls, concurrency, latencyMs));
}

function memoryTable(comparisons: readonly Comparison[]): ReportTable {
	return {
		title: 'Memory of n8n while it marked 10,000',
		head: ['Answer after', 'Who', 'Before', 'Peak', 'More'],
		rows: comparisons
			.filter(({ receipts: size }) => size === 10_000)
			.flatMap(({ conditions: { latencyMs }, results }) =>
				results.flatMap(({ side, memory }) => {
					if (memory === null) return [];
					const { before, peak } = memory;
					const cells = [before, peak, peak - before].map((mb) => `${Math.round(mb)} MB`);
					return [[`${latencyMs} ms`, sideLabel(side), ...cells]];
				}),
			),
	};
}

function barsOf({ receipts: size, conditions: { latencyMs }, results }: Comparison) {
	const floor = floorMs(size, 50, latencyMs);
	const bar = (label: string, value: number, tone: 'own' | 'other' | 'bound') => ({
		label,
		value,
		text: seconds(value),
		tone,
	});
	const measured = results
		.filter(({ side }) => side.kind !== 'nodeWithFields' && side.concurrency !== 10)
		.map(({ side, medianMs }) =>
			bar(sideLabel(side), medianMs, side.kind === 'node' ? 'own' : 'other'),
		)
		.sort((a, b) => a.value - b.value);
	return {
		title: '1,000 receipts, every answer after 50 ms (shorter is better)',
		bars: [bar('The least possible, 50 at a time', floor, 'bound'), ...measured],
	};
}
