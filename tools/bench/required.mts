import { providerOf } from '../providers.js';
import {
	findComparison,
	findSide,
	leastDelivered,
	medianMs,
	medianPeakMb,
	mostCalls,
	mostInFlight,
	type Comparison,
	type SideResult,
} from './results.mts';
import { ratio, worstGrowth } from './statistics.mts';
import { medianOverLeast } from './under-limit.mts';

/** One line of what the node promises, and whether it was kept. */
export interface Verdict {
	readonly promise: string;
	readonly measured: string;
	readonly isKept: boolean;
}

/** What is promised, as bounds of what is measured. */
const BOUNDS = {
	toStoredCredential: 0.6,
	toBareToken: 1.2,
	growthPerReceipt: 1.3,
	memory: 1.5,
	single: 1.0,
	overLeastUnderLimit: 1.15,
} as const;

const LATENCIES = [50, 5] as const;
const CONCURRENCIES = [10, 50] as const;

/** Judges every promise that the comparisons say something about. */
export function judgePromises(comparisons: readonly Comparison[]): readonly Verdict[] {
	return [
		...speed(comparisons),
		...inFlight(comparisons),
		...flatness(comparisons),
		...memory(comparisons),
		...single(comparisons),
		...chats(comparisons),
		...limit(comparisons),
	];
}

function speed(comparisons: readonly Comparison[]): readonly Verdict[] {
	const comparison = findComparison(comparisons, {
		subject: 'receipts',
		receipts: 1000,
		latencyMs: 50,
	});
	return (['node', 'nodeWithFields'] as const).flatMap((kind) => {
		const node = findSide(comparison, { kind, concurrency: 50 });
		const how = kind === 'node' ? 'from the webhook' : 'by expressions';
		const what = `1,000 receipts, 50 ms, 50 at a time, ids ${how}: time against HTTP Request`;
		return [
			...atMost(
				`${what} with a stored credential`,
				timeRatio(node, findSide(comparison, { kind: 'storedCredential' })),
				BOUNDS.toStoredCredential,
			),
			...atMost(
				`${what} with a bare token`,
				timeRatio(node, findSide(comparison, { kind: 'bareToken' })),
				BOUNDS.toBareToken,
			),
		];
	});
}

function inFlight(comparisons: readonly Comparison[]): readonly Verdict[] {
	return CONCURRENCIES.flatMap((concurrency) => {
		const results = comparisons.flatMap(({ results: all }) =>
			all.filter(({ side }) => side.concurrency === concurrency),
		);
		if (results.length === 0) return [];
		const most = Math.max(...results.map(mostInFlight));
		return [
			{
				promise: `Requests in flight with ${concurrency} at a time: never more than ${concurrency}`,
				measured: `${most} at most`,
				isKept: most <= concurrency,
			},
		];
	});
}

function flatness(comparisons: readonly Comparison[]): readonly Verdict[] {
	return LATENCIES.flatMap((latencyMs) =>
		CONCURRENCIES.flatMap((concurrency) => {
			const costs = [100, 1000, 10_000].flatMap((receipts) => {
				const comparison = findComparison(comparisons, {
					subject: 'receipts',
					receipts,
					latencyMs,
				});
				const node = findSide(comparison, { kind: 'node', concurrency });
				return node === undefined ? [] : [medianMs(node) / receipts];
			});
			return atMost(
				`Time per receipt from 100 to 10,000 receipts, ${latencyMs} ms, ${concurrency} at a time: growth`,
				costs.length < 3 ? null : worstGrowth(costs),
				BOUNDS.growthPerReceipt,
			);
		}),
	);
}

function memory(comparisons: readonly Comparison[]): readonly Verdict[] {
	const comparison = findComparison(comparisons, {
		subject: 'receipts',
		receipts: 10_000,
		latencyMs: 50,
	});
	const node = findSide(comparison, { kind: 'node', concurrency: 50 });
	const stored = findSide(comparison, { kind: 'storedCredential' });
	const [ours, theirs] = [node && medianPeakMb(node), stored && medianPeakMb(stored)];
	return atMost(
		'10,000 receipts: peak memory of n8n against HTTP Request with a stored credential',
		ours && theirs ? ratio(ours, theirs) : null,
		BOUNDS.memory,
	);
}

function single(comparisons: readonly Comparison[]): readonly Verdict[] {
	return LATENCIES.flatMap((latencyMs) => {
		const comparison = findComparison(comparisons, { subject: 'receipts', receipts: 1, latencyMs });
		return atMost(
			`A single receipt, ${latencyMs} ms: time against HTTP Request with a stored credential`,
			timeRatio(
				findSide(comparison, { kind: 'node', concurrency: 10 }),
				findSide(comparison, { kind: 'storedCredential' }),
			),
			BOUNDS.single,
		);
	});
}

function chats(comparisons: readonly Comparison[]): readonly Verdict[] {
	return comparisons
		.filter(({ subject }) => subject === 'chats')
		.flatMap((comparison) => {
			const node = findSide(comparison, { kind: 'node' });
			if (node === undefined) return [];
			const calls = mostCalls(node);
			return [
				{
					promise: `1,000 messages of 50 chats, ${providerOf(node.side.provider).displayName}: 50 calls`,
					measured: `${calls} calls`,
					isKept: calls === 50,
				},
			];
		});
}

function limit(comparisons: readonly Comparison[]): readonly Verdict[] {
	const comparison = findComparison(comparisons, { subject: 'limit' });
	const node = findSide(comparison, { kind: 'node' });
	if (comparison === undefined || node === undefined) return [];
	const delivered = leastDelivered(node);
	const refused = Math.max(...node.samples.map(({ seen }) => seen.refusedAfterAnnouncement));
	return [
		{
			promise: `Under a rate limit: all ${comparison.receipts} receipts delivered`,
			measured: `${delivered} delivered`,
			isKept: delivered === comparison.receipts,
		},
		{
			promise: 'Under a rate limit: no call refused after the limit was first announced',
			measured: `${refused} refused`,
			isKept: refused === 0,
		},
		...atMost(
			'Under a rate limit: time against the least possible',
			medianOverLeast(comparison, node),
			BOUNDS.overLeastUnderLimit,
		),
	];
}

function timeRatio(ours: SideResult | undefined, theirs: SideResult | undefined): number | null {
	return ours === undefined || theirs === undefined
		? null
		: ratio(medianMs(ours), medianMs(theirs));
}

function atMost(promise: string, measured: number | null, bound: number): readonly Verdict[] {
	if (measured === null) return [];
	return [
		{
			promise: `${promise} at most ${bound} ×`,
			measured: `${measured.toFixed(2)} ×`,
			isKept: measured <= bound,
		},
	];
}
