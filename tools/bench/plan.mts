import { providerOf, type ProviderId } from '../providers.js';
import type { BenchOptions, BenchSubject } from './options.mts';
import { incomingMessages } from './receipts.mts';
import type { Subject } from './results.mts';
import { CHAT_SIDES, LIMIT_SIDES, ONE_BY_ONE, RECEIPT_SIDES, type Side } from './sides.mts';
import type { Conditions } from './target/protocol.mts';

/** Something the sides compete in. */
export interface Contest {
	readonly subject: Subject;
	readonly title: string;
	readonly receipts: number;
	readonly conditions: Conditions;
	readonly sides: readonly Side[];
	/** Counted runs of each side. */
	readonly runs: number;
	/**
	 * `shared`: all runs in one n8n, one run of each side before to warm up. `renewed`: an n8n
	 * process for each run, warmed up by {@link WARM_UP_RECEIPTS} receipts of the same side.
	 */
	readonly n8n: 'shared' | 'renewed';
	/** Makes the input items. */
	readonly items: (receipts: number) => readonly object[];
}

/** What warms a renewed n8n up. */
export const WARM_UP_RECEIPTS = 1000;

export const CHATS = 50;

/** A provider's 100 calls a minute, with a minute of five seconds. */
export const SCALED_LIMIT = { requests: 100, windowMs: 5000 };

/** The latencies, milliseconds: a provider next door, and one on the internet. */
const LATENCIES = [50, 5] as const;

/** How many counted runs: short ones vary more, and cost less. */
function runsOf(receipts: number, runs: number): number {
	if (receipts === 1) return 6 * runs + 1;
	if (receipts === 100) return 2 * runs + 1;
	return receipts === 10_000 ? Math.max(3, Math.ceil(runs / 2)) : runs;
}

/** Everything the options ask for, in the order it is run. */
export function planContests({ quick, only, runs }: BenchOptions): readonly Contest[] {
	const sizes = quick ? [1, 100, 1000] : [1, 100, 1000, 10_000];
	const latencies = quick ? LATENCIES.slice(0, 1) : LATENCIES;
	const contests = [
		...sizes.flatMap((receipts) =>
			latencies.map((latencyMs) => receiptContest(receipts, latencyMs, runs)),
		),
		...[...CHAT_SIDES].map(([provider, sides]) => chatContest(provider, sides, runs)),
		limitContest(Math.max(1, Math.ceil(runs / 2))),
	];
	return contests.filter(({ subject }) => isWanted({ only }, subject));
}

/** Whether the options ask for a subject. */
export function isWanted({ only }: Pick<BenchOptions, 'only'>, subject: BenchSubject): boolean {
	return only === null || subject === only;
}

/** How often each scene of the node alone is run: a minute each, most of it waiting. */
export function runsOfScenes({ quick, runs }: BenchOptions): number {
	return quick ? 1 : Math.ceil(runs / 2);
}

function eachItsOwnChat(receipts: number): readonly object[] {
	return incomingMessages(ONE_BY_ONE, receipts, receipts);
}

function receiptContest(receipts: number, latencyMs: number, runs: number): Contest {
	return {
		subject: 'receipts',
		title: `${receipts.toLocaleString('en')} ${receipts === 1 ? 'receipt' : 'receipts'}, answers after ${latencyMs} ms`,
		receipts,
		conditions: { latencyMs, limit: null },
		sides: RECEIPT_SIDES,
		runs: runsOf(receipts, runs),
		n8n: receipts === 10_000 ? 'renewed' : 'shared',
		items: eachItsOwnChat,
	};
}

function chatContest(provider: ProviderId, sides: readonly Side[], runs: number): Contest {
	return {
		subject: 'chats',
		title: `1,000 messages of ${CHATS} chats, ${providerOf(provider).displayName}`,
		receipts: 1000,
		conditions: { latencyMs: 50, limit: null },
		sides,
		runs,
		n8n: 'shared',
		items: (count) => incomingMessages(provider, count, CHATS),
	};
}

function limitContest(runs: number): Contest {
	return {
		subject: 'limit',
		title: '300 receipts where 100 calls per 5 s are allowed',
		receipts: 300,
		conditions: { latencyMs: 50, limit: SCALED_LIMIT },
		sides: LIMIT_SIDES,
		runs,
		n8n: 'shared',
		items: eachItsOwnChat,
	};
}
