import { providerOf, type ProviderId } from '../../providers.js';
import { alternate } from '../alternate.mts';
import type { Lab } from '../lab.mts';
import { must, seconds, times } from '../measurement.mts';
import type { Extent, Measured, Measurement, Verdict } from '../measurement.mts';
import { incomingMessages } from '../messages.mts';
import { CHAT_SIDES, LATEST_ONLY, MANY_IDS, RECEIPT_SIDES, sidePath } from '../sides.mts';
import { leastPossibleMs, median } from '../statistics.mts';
import type { Conditions, Observation } from '../target/server.mts';
import { ITEMS_FIELD } from '../workflows.mts';

const LATENCY_MS = 50;
const WARM_UP_RECEIPTS = 100;
/** The node as it comes. */
const CONCURRENCY = 10;
const MOST_CALLS_PER_RECEIPT = 1.3;
/** Nobody can know a limit that is not announced without running into it. */
const AIM_OVER_LEAST = 1.5;

/** The calls of a window are let through, the rest is refused without a word about when it will not be. */
const CALLS = 20;
const WINDOW_MS = { whole: 25_000, quick: 5_000 } as const;

/** Receipts that meet the limit. */
interface Scene {
	readonly provider: ProviderId;
	/** They begin at the same time. */
	readonly executions: number;
	/** Items of each execution, one receipt each. */
	readonly receiptsEach: number;
}

interface Run {
	/** From posting the first webhook until the last execution had ended, milliseconds. */
	readonly ms: number;
	readonly seen: Observation;
}

/** What a scene came to: the worst of its runs, and the median of their times. */
interface Result extends Scene {
	readonly receipts: number;
	readonly lost: number;
	readonly calls: number;
	readonly ms: number;
	readonly leastMs: number;
}

const SCENES: Readonly<Record<Extent, readonly Scene[]>> = {
	whole: [MANY_IDS, LATEST_ONLY].flatMap((provider) => [
		{ provider, executions: 1, receiptsEach: 60 },
		{ provider, executions: 40, receiptsEach: 1 },
	]),
	quick: [{ provider: MANY_IDS, executions: 1, receiptsEach: 60 }],
};

/** One execution with many items, and many executions with one, under a limit that no header announces. */
export const unannounced: Measurement = {
	name: 'unannounced',
	kind: 'burst',
	about: '60 receipts, and 40 executions, under a rate limit without headers',
	async measure(lab, extent, tell): Promise<Measured> {
		const windowMs = WINDOW_MS[extent];
		const unannouncedLimit = { calls: CALLS, windowMs, kind: 'fixed' } as const;
		const conditions = { latencyMs: LATENCY_MS, limit: null, unannounced: unannouncedLimit };
		const rounds = { runs: extent === 'quick' ? 1 : 3, warmUp: 'warmedUpByRun' } as const;
		const played = await alternate(SCENES[extent], rounds, async (scene) => {
			const run = await play(lab, scene, conditions);
			tell(`${scene.provider}, ${whatOf(scene)}: ${seconds(run.ms)}`);
			return run;
		});
		const results = played.map(({ side, samples }) => resultOf(side, samples, windowMs));
		const title = `A rate limit without headers: ${CALLS} calls per ${windowMs / 1000} s, answers after ${LATENCY_MS} ms, the rest refused without a word about when`;
		const rows = results.map((result) => ({
			Provider: providerOf(result.provider).displayName,
			What: whatOf(result),
			Receipts: String(result.receipts),
			Lost: String(result.lost),
			Calls: String(result.calls),
			'Calls ÷ receipts': times(result.calls / result.receipts),
			Median: seconds(result.ms),
			'Least possible': seconds(result.leastMs),
			'Against the least possible': overLeastOf(result),
		}));
		return { tables: [{ title, rows }], verdicts: results.flatMap(judge) };
	},
};

/** Each run is played in an n8n that knows nothing about the limit yet. */
async function play(lab: Lab, scene: Scene, conditions: Conditions): Promise<Run> {
	const { provider, executions, receiptsEach } = scene;
	const [side] = CHAT_SIDES.get(provider) ?? [];
	if (side === undefined) throw new Error(`No side of ${provider}`);
	await lab.renewN8n();
	await warmUp(lab);
	const items = incomingMessages(provider, executions * receiptsEach, executions * receiptsEach);
	const bodies = Array.from({ length: executions }, (_, position) => {
		const own = items.slice(position * receiptsEach, (position + 1) * receiptsEach);
		return JSON.stringify({ [ITEMS_FIELD]: own });
	});
	await lab.target.begin(conditions);
	const startedAt = performance.now();
	await Promise.all(bodies.map(async (body) => await lab.post(sidePath(side), body)));
	return { ms: performance.now() - startedAt, seen: await lab.target.observe() };
}

/** By another provider: the limit's own credential must not have made a call. */
async function warmUp(lab: Lab): Promise<void> {
	const [other] = RECEIPT_SIDES;
	if (other === undefined) return;
	await lab.target.begin({ latencyMs: LATENCY_MS, limit: null });
	const items = incomingMessages(other.provider, WARM_UP_RECEIPTS, WARM_UP_RECEIPTS);
	await lab.post(sidePath(other), JSON.stringify({ [ITEMS_FIELD]: items }));
}

function resultOf(scene: Scene, runs: readonly Run[], windowMs: number): Result {
	const receipts = scene.executions * scene.receiptsEach;
	const lost = receipts - Math.min(...runs.map(({ seen }) => seen.delivered));
	const ms = median(runs.map((run) => run.ms));
	const leastMs = leastPossibleMs({
		calls: receipts,
		callsPerWindow: CALLS,
		windowMs,
		// The window opens with the first call.
		firstCallAfterMs: 0,
		concurrency: scene.executions * CONCURRENCY,
		latencyMs: LATENCY_MS,
	});
	const calls = Math.max(...runs.map(({ seen }) => seen.calls));
	return { ...scene, receipts, lost, calls, ms, leastMs };
}

function judge(result: Result): readonly Verdict[] {
	const { provider, receipts, lost, calls, ms, leastMs } = result;
	const where = `A rate limit without headers, ${providerOf(provider).displayName}, ${whatOf(result)}`;
	const perReceipt = calls / receipts;
	const fewCalls = `${where}: calls for each receipt at most ${MOST_CALLS_PER_RECEIPT}`;
	return [
		must(`${where}: all ${receipts} receipts delivered`, `${lost} lost`, lost === 0),
		must(fewCalls, perReceipt.toFixed(2), perReceipt <= MOST_CALLS_PER_RECEIPT),
		{
			promise: `${where}: time against the least possible at most ${AIM_OVER_LEAST} × (an aim)`,
			measured: overLeastOf(result),
			isKept: lost === 0 && ms / leastMs <= AIM_OVER_LEAST,
			weight: 'aim',
		},
	];
}

/** With receipts lost, the work was not done. */
function overLeastOf({ lost, ms, leastMs }: Result): string {
	return lost > 0 ? 'not done' : times(ms / leastMs);
}

function whatOf({ executions, receiptsEach }: Scene): string {
	return executions === 1
		? `1 execution of ${receiptsEach} messages`
		: `${executions} executions of ${receiptsEach} message`;
}
