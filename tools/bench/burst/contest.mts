import { setTimeout as wait } from 'node:timers/promises';

import { alternate } from '../alternate.mts';
import { endedExecutions, newestExecution, nodeTimes } from '../executions.mts';
import type { Lab } from '../lab.mts';
import { milliseconds } from '../measurement.mts';
import { sampleMemory, type MemoryUse } from '../memory.mts';
import { incomingMessages } from '../messages.mts';
import { sideLabel, sidePath, type Side } from '../sides.mts';
import { leastPossibleMs, median } from '../statistics.mts';
import type { Conditions, Observation } from '../target/server.mts';
import { ITEMS_FIELD, MEASURED_NODE } from '../workflows.mts';

/** What warms a renewed n8n up. */
const WARM_UP_RECEIPTS = 1000;

/** Something the sides compete in. */
export interface Contest {
	readonly receipts: number;
	/** In how many chats; one for each receipt when nothing is said. */
	readonly chats?: number;
	readonly conditions: Conditions;
	readonly sides: readonly Side[];
	/** Counted runs of each side. */
	readonly runs: number;
	/**
	 * `shared`: all runs in one n8n, one run of each side before to warm up. `renewed`: an n8n process for each run,
	 * warmed up by receipts of the same side. `cold`: one n8n as it is.
	 */
	readonly n8n: 'shared' | 'renewed' | 'cold';
}

/** One counted run of one side. */
export interface Sample {
	/** Execution time of the node, milliseconds. */
	readonly nodeMs: number;
	/** What the providers' side saw. */
	readonly seen: Observation;
	/** Of the n8n process; null where the system does not tell. */
	readonly memory: MemoryUse | null;
}

/** What a side came to in its runs. */
export interface SideResult {
	readonly side: Side;
	/** Of the node's execution times, milliseconds. */
	readonly medianMs: number;
	/** From the fastest to the slowest, milliseconds. */
	readonly range: readonly [number, number];
	/** Medians, MB; null when memory was not sampled. */
	readonly memory: MemoryUse | null;
	/** The worst of the runs. */
	readonly worst: Omit<Observation, 'firstCallAt'>;
	/** Median of how many times the least possible under the limit was needed; null without a limit. */
	readonly overLeast: number | null;
}

/** Several sides that did the same, run by run in turns. */
export interface Comparison extends Contest {
	readonly results: readonly SideResult[];
}

/**
 * Runs one contest.
 * @param tell receives how far it is
 */
export async function holdContest(
	lab: Lab,
	contest: Contest,
	tell: (news: string) => void,
): Promise<Comparison> {
	const { receipts, conditions, sides, runs, n8n } = contest;
	const run = async (side: Side): Promise<Sample> => {
		lab.signal.throwIfAborted();
		if (n8n === 'renewed') {
			await lab.renewN8n();
			await runOnce(lab, side, { ...contest, receipts: Math.min(receipts, WARM_UP_RECEIPTS) });
		}
		const sample = await runOnce(lab, side, contest);
		tell(
			`${receipts} at ${conditions.latencyMs} ms, ${sideLabel(side)}: ${milliseconds(sample.nodeMs)}`,
		);
		return sample;
	};
	const warmUp = n8n === 'shared' ? 'withWarmUp' : 'warmedUpByRun';
	const results = await alternate(sides, { runs, warmUp }, run);
	return {
		...contest,
		results: results.map(({ side, samples }) => resultOf(contest, side, samples)),
	};
}

/** Finds a side's result; undefined when it did not take part. */
export function findSide(
	comparison: Comparison | undefined,
	wanted: Partial<Side>,
): SideResult | undefined {
	return comparison?.results.find(({ side }) =>
		Object.entries(wanted).every(([key, value]) => side[key as keyof Side] === value),
	);
}

async function runOnce(
	lab: Lab,
	side: Side,
	{ receipts, chats = receipts, conditions }: Pick<Contest, 'receipts' | 'chats' | 'conditions'>,
): Promise<Sample> {
	const path = sidePath(side);
	const workflowId = lab.workflowId(path);
	const items = JSON.stringify({ [ITEMS_FIELD]: incomingMessages(side.provider, receipts, chats) });
	const after = await newestExecution(lab.api, workflowId);
	await lab.target.begin(conditions);
	// Under a rate limit every run has a whole window before it.
	const { limit } = conditions;
	if (limit !== null) await wait(limit.windowMs - (Date.now() % limit.windowMs) + 1);
	const { memory } = await sampleMemory(lab.n8n().pid, async () => await lab.post(path, items));
	const seen = await lab.target.observe();
	const ended = await endedExecutions(lab.api, workflowId, { after, count: 1 });
	const [nodeMs] = await nodeTimes(lab.api, ended, MEASURED_NODE);
	if (nodeMs === undefined || ended[0]?.status !== 'success') {
		throw new Error(`The execution of ${path} did not end well: ${ended[0]?.status ?? 'missing'}`);
	}
	return { nodeMs, seen, memory };
}

function resultOf(contest: Contest, side: Side, samples: readonly Sample[]): SideResult {
	const times = samples.map(({ nodeMs }) => nodeMs);
	const memories = samples.flatMap(({ memory }) => (memory === null ? [] : [memory]));
	const most = (of: (seen: Observation) => number) =>
		Math.max(...samples.map(({ seen }) => of(seen)));
	const overs = samples.flatMap((sample) => overLeast(contest, side, sample));
	return {
		side,
		medianMs: median(times),
		range: [Math.min(...times), Math.max(...times)],
		memory:
			memories.length === 0
				? null
				: {
						before: median(memories.map(({ before }) => before)),
						peak: median(memories.map(({ peak }) => peak)),
					},
		worst: {
			calls: most(({ calls }) => calls),
			mostInFlight: most(({ mostInFlight }) => mostInFlight),
			delivered: -most(({ delivered }) => -delivered),
			refused: most(({ refused }) => refused),
			refusedAfterAnnouncement: most((seen) => seen.refusedAfterAnnouncement),
		},
		overLeast: overs.length === 0 ? null : median(overs),
	};
}

function overLeast(
	{ receipts, conditions: { limit, latencyMs } }: Contest,
	{ concurrency }: Side,
	{ nodeMs, seen: { firstCallAt } }: Sample,
): readonly number[] {
	if (limit === null || firstCallAt === null) return [];
	const least = leastPossibleMs({
		calls: receipts,
		callsPerWindow: limit.requests,
		windowMs: limit.windowMs,
		firstCallAfterMs: firstCallAt % limit.windowMs,
		concurrency: concurrency ?? receipts,
		latencyMs,
	});
	return [nodeMs / least];
}
