import { providerOf } from '../../providers.js';
import { count, milliseconds, must, times, timesAtMost } from '../measurement.mts';
import type { Measured, Measurement } from '../measurement.mts';
import { CHAT_SIDES, LIMIT_SIDES, sideLabel } from '../sides.mts';
import { findSide, holdContest, type Comparison } from './contest.mts';
import { floorOf, inFlight } from './receipts.mts';

const LATENCY_MS = 50;
const CHATS = 50;

/** A provider's 100 calls a minute, with a minute of five seconds. */
const SCALED_LIMIT = { requests: 100, windowMs: 5000 };
const MOST_OVER_LEAST = 1.15;

const EXTENTS = {
	whole: { messages: 1000, chatRuns: 5, underLimit: 300, limitRuns: 3, n8n: 'shared' },
	quick: { messages: 200, chatRuns: 1, underLimit: 150, limitRuns: 1, n8n: 'cold' },
} as const;

/** How many calls it takes where a provider needs one a chat. */
export const chats: Measurement = {
	name: 'chats',
	kind: 'burst',
	about: '1,000 messages of 50 chats: how many calls it takes',
	async measure(lab, extent, tell): Promise<Measured> {
		const { messages, chatRuns: runs, n8n } = EXTENTS[extent];
		const conditions = { latencyMs: LATENCY_MS, limit: null };
		const comparisons: Comparison[] = [];
		for (const sides of CHAT_SIDES.values()) {
			const contest = { receipts: messages, chats: CHATS, conditions, sides, runs, n8n };
			comparisons.push(await holdContest(lab, contest, tell));
		}
		const what = `${count(messages)} messages of ${CHATS} chats`;
		const results = comparisons.flatMap((comparison) => comparison.results);
		const rows = results.map((result) => ({
			Provider: providerOf(result.side.provider).displayName,
			Who: sideLabel(result.side),
			Calls: count(result.worst.calls),
			Median: milliseconds(result.medianMs),
			Range: result.range.map(count).join('–'),
			Floor: floorOf(result, LATENCY_MS),
		}));
		const calls = results
			.filter(({ side }) => side.kind === 'node')
			.map(({ side, worst }) => {
				const promise = `${what}, ${providerOf(side.provider).displayName}: ${CHATS} calls`;
				return must(promise, `${worst.calls} calls`, worst.calls === CHATS);
			});
		return {
			tables: [{ title: `${what}, answers after ${LATENCY_MS} ms`, rows }],
			verdicts: [...calls, ...inFlight(comparisons)],
		};
	},
};

/** What an enforced and announced rate limit leaves. */
export const limit: Measurement = {
	name: 'limit',
	kind: 'burst',
	about: '300 receipts under a rate limit that is announced and enforced',
	async measure(lab, extent, tell): Promise<Measured> {
		const { underLimit: receipts, limitRuns: runs, n8n } = EXTENTS[extent];
		const conditions = { latencyMs: LATENCY_MS, limit: SCALED_LIMIT };
		const contest = { receipts, conditions, sides: LIMIT_SIDES, runs, n8n };
		const comparison = await holdContest(lab, contest, tell);
		const { results } = comparison;
		const title = `${receipts} receipts where 100 calls per 5 s are allowed, answers after ${LATENCY_MS} ms`;
		const rows = results.map(({ side, worst, medianMs, overLeast }) => ({
			Who: sideLabel(side),
			Delivered: count(worst.delivered),
			Lost: count(receipts - worst.delivered),
			Calls: count(worst.calls),
			Refused: count(worst.refused),
			Median: milliseconds(medianMs),
			'Against the least possible':
				worst.delivered < receipts || overLeast === null ? 'not done' : times(overLeast),
		}));
		return {
			tables: [{ title, rows }],
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
	const { delivered, refusedAfterAnnouncement: refused } = node.worst;
	const where = 'Under a rate limit';
	const all = `${where}: all ${receipts} receipts delivered`;
	const none = `${where}: no call refused after the limit was first announced`;
	const time = `${where}: time against the least possible`;
	return [
		must(all, `${delivered} delivered`, delivered === receipts),
		must(none, `${refused} refused`, refused === 0),
		...timesAtMost('aim', time, MOST_OVER_LEAST, node.overLeast),
	];
}
