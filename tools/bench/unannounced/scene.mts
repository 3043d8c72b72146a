import type { CallLimit, ProviderId } from '../../sandbox/index.mts';
import { alternate } from '../alternate.mts';
import type { Lab } from '../lab.mts';
import { incomingMessages } from '../receipts.mts';
import { CHAT_SIDES, ONE_BY_ONE, RECEIPT_SIDES } from '../sides.mts';
import { median, ratio } from '../statistics.mts';
import type { Observation } from '../target/ledger.mts';
import { leastPossibleMs } from '../target/limit-windows.mts';

/** What the providers' side refuses without a word about when it will not: no header, ever. */
export const UNANNOUNCED_LIMIT: CallLimit = { calls: 20, windowMs: 25_000, kind: 'fixed' };

const LATENCY_MS = 50;

/** The node as it comes. */
const CONCURRENCY = 10;

/** Receipts that meet a limit which no header announces. */
export interface UnannouncedScene {
	readonly provider: ProviderId;
	/** They begin at the same time. */
	readonly executions: number;
	/** Items of each execution, one receipt each. */
	readonly receiptsEach: number;
}

/** One counted run. */
export interface UnannouncedRun {
	/** From posting the first webhook until the last execution had ended, milliseconds. */
	readonly ms: number;
	readonly seen: Observation;
}

export interface UnannouncedResult {
	readonly scene: UnannouncedScene;
	readonly runs: readonly UnannouncedRun[];
}

/** One execution with many items, and many executions with one. */
export function unannouncedScenes(providers: readonly ProviderId[]): readonly UnannouncedScene[] {
	return providers.flatMap((provider) => [
		{ provider, executions: 1, receiptsEach: 60 },
		{ provider, executions: 40, receiptsEach: 1 },
	]);
}

/**
 * Runs the scenes in turns, each run in an n8n that knows nothing about the limit yet.
 * @param tell receives how far it is
 */
export async function playUnannounced(
	lab: Lab,
	scenes: readonly UnannouncedScene[],
	runs: number,
	tell: (news: string) => void,
): Promise<readonly UnannouncedResult[]> {
	const [warmUpSide] = RECEIPT_SIDES;
	const warmUpItems = JSON.stringify(incomingMessages(ONE_BY_ONE, 100, 100));
	const results = await alternate(scenes, { runs, warmUp: 'warmedUpByRun' }, async (scene) => {
		const { provider, executions, receiptsEach } = scene;
		await lab.renewN8n();
		// By another provider: the limit's own credential must not have made a call.
		if (warmUpSide) await lab.run(warmUpSide, warmUpItems, { latencyMs: LATENCY_MS, limit: null });
		const receipts = receiptsOf(scene);
		const items = incomingMessages(provider, receipts, receipts);
		const lists = Array.from({ length: executions }, (_, position) =>
			JSON.stringify(items.slice(position * receiptsEach, (position + 1) * receiptsEach)),
		);
		const [side] = CHAT_SIDES.get(provider) ?? [];
		if (side === undefined) throw new Error(`No side of ${provider}`);
		const conditions = { latencyMs: LATENCY_MS, limit: null, unannounced: UNANNOUNCED_LIMIT };
		const run = await lab.runTogether(side, lists, conditions);
		tell(`${provider}, ${executions} × ${receiptsEach}: ${Math.round(run.ms / 1000)} s`);
		return run;
	});
	return results.map(({ side: scene, samples }) => ({ scene, runs: samples }));
}

/** What a scene came to: the worst of its runs, and the median of their times. */
export interface UnannouncedFigures {
	readonly receipts: number;
	readonly lost: number;
	readonly calls: number;
	readonly callsPerReceipt: number;
	readonly ms: number;
	/** From the first window's beginning on; no call can be refused less. */
	readonly leastMs: number;
	/** Null when receipts were lost: the work was not done. */
	readonly overLeast: number | null;
}

/** @throws RangeError when nothing was run */
export function figuresOf({ scene, runs }: UnannouncedResult): UnannouncedFigures {
	const receipts = receiptsOf(scene);
	const lost = receipts - Math.min(...runs.map(({ seen }) => seen.delivered));
	const calls = Math.max(...runs.map(({ seen }) => seen.calls));
	const ms = median(runs.map((run) => run.ms));
	const leastMs = leastPossibleMs({
		calls: receipts,
		limit: { requests: UNANNOUNCED_LIMIT.calls, windowMs: UNANNOUNCED_LIMIT.windowMs },
		// The window opens with the first call.
		firstCallAt: 0,
		concurrency: scene.executions * CONCURRENCY,
		latencyMs: LATENCY_MS,
	});
	return {
		receipts,
		lost,
		calls,
		callsPerReceipt: ratio(calls, receipts),
		ms,
		leastMs,
		overLeast: lost === 0 ? ratio(ms, leastMs) : null,
	};
}

function receiptsOf({ executions, receiptsEach }: UnannouncedScene): number {
	return executions * receiptsEach;
}
