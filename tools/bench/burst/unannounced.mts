import { providerOf, type ProviderId } from '../../providers.js';
import { alternate } from '../alternate.mts';
import type { Lab } from '../lab.mts';
import { seconds } from '../measurement.mts';
import type { Measured, Measurement, Verdict } from '../measurement.mts';
import {
	CHAT_SIDES,
	incomingMessages,
	LATEST_ONLY,
	MANY_IDS,
	RECEIPT_SIDES,
	sidePath,
} from '../sides.mts';
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
	/** Null when receipts were lost: the work was not done. */
	readonly overLeast: number | null;
}

/** One execution with many items, and many executions with one, under a limit that no header announces. */
export const unannounced: Measurement = {
	name: 'unannounced',
	kind: 'burst',
	about: '60 receipts, and 40 executions, under a rate limit without headers',
	async measure(lab, extent, tell): Promise<Measured> {
		const windowMs = WINDOW_MS[extent];
		const scenes =
			extent === 'quick'
				? [{ provider: MANY_IDS, executions: 1, receiptsEach: 30 }]
				: [MANY_IDS, LATEST_ONLY].flatMap((provider) => [
						{ provider, executions: 1, receiptsEach: 60 },
						{ provider, executions: 40, receiptsEach: 1 },
					]);
		const conditions: Conditions = {
			latencyMs: LATENCY_MS,
			limit: null,
			unannounced: { calls: CALLS, windowMs, kind: 'fixed' },
		};
		const rounds = { runs: extent === 'quick' ? 1 : 3, warmUp: 'warmedUpByRun' } as const;
		const played = await alternate<Scene, Run>(scenes, rounds, async (scene) => {
			const run = await play(lab, scene, conditions);
			tell(`${scene.provider}, ${whatOf(scene)}: ${seconds(run.ms)}`);
			return run;
		});
		const results = played.map(({ side, samples }) => resultOf(side, samples, windowMs));
		return {
			tables: [
				{
					title: `A rate limit without headers: ${CALLS} calls per ${windowMs / 1000} s, answers after ${LATENCY_MS} ms, the rest refused without a word about when`,
					head: [
						'Provider',
						'What',
						'Receipts',
						'Lost',
						'Calls',
						'Calls ÷ receipts',
						'Median',
						'Least possible',
						'Against the least possible',
					],
					rows: results.map((result) => [
						providerOf(result.provider).displayName,
						whatOf(result),
						String(result.receipts),
						String(result.lost),
						String(result.calls),
						`${(result.calls / result.receipts).toFixed(2)} ×`,
						seconds(result.ms),
						seconds(result.leastMs),
						overLeastOf(result),
					]),
				},
			],
			verdicts: results.flatMap(judge),
		};
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
	return {
		...scene,
		receipts,
		lost,
		calls,
		ms,
		leastMs,
		overLeast: lost > 0 ? null : ms / leastMs,
	};
}

function judge(result: Result): readonly Verdict[] {
	const { provider, receipts, lost, calls, overLeast } = result;
	const where = `A rate limit without headers, ${providerOf(provider).displayName}, ${whatOf(result)}`;
	const callsPerReceipt = calls / receipts;
	return [
		{
			promise: `${where}: all ${receipts} receipts delivered`,
			measured: `${lost} lost`,
			isKept: lost === 0,
			weight: 'must',
		},
		{
			promise: `${where}: calls for each receipt at most ${MOST_CALLS_PER_RECEIPT}`,
			measured: callsPerReceipt.toFixed(2),
			isKept: callsPerReceipt <= MOST_CALLS_PER_RECEIPT,
			weight: 'must',
		},
		{
			promise: `${where}: time against the least possible at most ${AIM_OVER_LEAST} × (an aim)`,
			measured: overLeastOf(result),
			isKept: overLeast !== null && overLeast <= AIM_OVER_LEAST,
			weight: 'aim',
		},
	];
}

function overLeastOf({ overLeast }: Result): string {
	return overLeast === null ? 'not done' : `${overLeast.toFixed(2)} ×`;
}

function whatOf({ executions, receiptsEach }: Scene): string {
	return executions === 1
		? `1 execution of ${receiptsEach} messages`
		: `${executions} executions of ${receiptsEach} message`;
}
