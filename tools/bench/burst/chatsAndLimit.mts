import { providerOf } from '../../providers.js';
import { count, milliseconds, timesAtMost } from '../measurement.mts';
import type { Measured, Measurement } from '../measurement.mts';
import { CHAT_SIDES, LIMIT_SIDES, sideLabel } from '../sides.mts';
import { findSide, holdContest, type Comparison } from './contest.mts';
import { floorOf, inFlight } from './receipts.mts';

const LATENCY_MS = 50;
const CHATS = 50;

/** A provider's 100 calls a minute, with a minute of five seconds. */
const SCALED_LIMIT = { requests: 100, windowMs: 5000 };
const MOST_OVER_LEAST = 1.15;

/** How many calls it takes where a provider needs one a chat. */
export const chats: Measurement = {
	name: 'chats',
	kind: 'burst',
	about: '1,000 messages of 50 chats: how many calls it takes',
	async measure(lab, extent, tell): Promise<Measured> {
		const comparisons: Comparison[] = [];
		for (const sides of CHAT_SIDES.values()) {
			const contest = {
				receipts: extent === 'whole' ? 1000 : 200,
				chats: CHATS,
				conditions: { latencyMs: LATENCY_MS, limit: null },
				sides,
				...(extent === 'whole'
					? ({ runs: 5, n8n: 'shared' } as const)
					: ({ runs: 1, n8n: 'cold' } as const)),
			};
			comparisons.push(await holdContest(lab, contest, tell));
		}
		const messages = count(comparisons[0]?.receipts ?? 0);
		const results = comparisons.flatMap((comparison) => comparison.results);
		return {
			tables: [
				{
					title: `${messages} messages of ${CHATS} chats, answers after ${LATENCY_MS} ms`,
					head: ['Provider', 'Who', 'Calls', 'Median', 'Range', 'Floor'],
					rows: results.map((result) => [
						providerOf(result.side.provider).displayName,
						sideLabel(result.side),
						count(result.worst.calls),
						milliseconds(result.medianMs),
						result.range.map(count).join('–'),
						floorOf(result, LATENCY_MS),
					]),
				},
			],
			verdicts: [
				...results
					.filter(({ side }) => side.kind === 'node')
					.map(({ side, worst: { calls } }) => ({
						promise: `${messages} messages of ${CHATS} chats, ${providerOf(side.provider).displayName}: ${CHATS} calls`,
						measured: `${calls} calls`,
						isKept: calls === CHATS,
						weight: 'must' as const,
					})),
				...inFlight(comparisons),
			],
		};
	},
};

/** What an enforced and announced rate limit leaves. */
export const limit: Measurement = {
	name: 'limit',
	kind: 'burst',
	about: '300 receipts under a rate limit that is announced and enforced',
	async measure(lab, extent, tell): Promise<Measured> {
		const comparison = await holdContest(
			lab,
			{
				receipts: extent === 'whole' ? 300 : 150,
				conditions: { latencyMs: LATENCY_MS, limit: SCALED_LIMIT },
				sides: LIMIT_SIDES,
				...(extent === 'whole'
					? ({ runs: 3, n8n: 'shared' } as const)
					: ({ runs: 1, n8n: 'cold' } as const)),
			},
			tell,
		);
		const { receipts, results } = comparison;
		return {
			tables: [
				{
					title: `${receipts} receipts where 100 calls per 5 s are allowed, answers after ${LATENCY_MS} ms`,
					head: [
						'Who',
						'Delivered',
						'Lost',
						'Calls',
						'Refused',
						'Median',
						'Against the least possible',
					],
					rows: results.map(({ side, worst, medianMs, overLeast }) => [
						sideLabel(side),
						count(worst.delivered),
						count(receipts - worst.delivered),
						count(worst.calls),
						count(worst.refused),
						milliseconds(medianMs),
						worst.delivered < receipts || overLeast === null
							? 'not done'
							: `${overLeast.toFixed(2)} ×`,
					]),
				},
			],
			verdicts: [...judgeLimit(comparison), ...inFlight([comparison])],
			bars: {
				title: `${receipts} receipts, 100 calls allowed per 5 s: delivered (longer is better)`,
				bars: results.map(({ side, worst: { delivered } }) => ({
					label: sideLabel(side),
					value: delivered,
					text: `${delivered} of ${receipts}`,
					tone: side.kind === 'node' ? 'own' : 'other',
				})),
			},
		};
	},
};

function judgeLimit(comparison: Comparison) {
	const { receipts } = comparison;
	const node = findSide(comparison, { kind: 'node' });
	if (node === undefined) return [];
	const { delivered, refusedAfterAnnouncement } = node.worst;
	return [
		{
			promise: `Under a rate limit: all ${receipts} receipts delivered`,
			measured: `${delivered} delivered`,
			isKept: delivered === receipts,
			weight: 'must' as const,
		},
		{
			promise: 'Under a rate limit: no call refused after the limit was first announced',
			measured: `${refusedAfterAnnouncement} refused`,
			isKept: refusedAfterAnnouncement === 0,
			weight: 'must' as const,
		},
		...timesAtMost(
			'Under a rate limit: time against the least possible',
			[node.overLeast, 1],
			MOST_OVER_LEAST,
			'aim',
		),
	];
}
