import { setTimeout as wait } from 'node:timers/promises';

import { alternate } from '../alternate.mts';
import { endedExecutions, newestExecution } from '../executions.mts';
import type { Lab } from '../lab.mts';
import { count, megabytes, milliseconds, must, timesAtMost } from '../measurement.mts';
import type { Measured, Measurement, Verdict } from '../measurement.mts';
import { sampleMemory, type MemoryUse } from '../memory.mts';
import { manyChats } from '../messages.mts';
import { INPUT_FIELDS, oneWebhookPath } from '../sides.mts';
import { median } from '../statistics.mts';
import { BYSTANDER_PATH } from '../workflows.mts';

/** A provider next door, so that what n8n does weighs. */
const LATENCY_MS = 5;
/** After so long nobody waits for the answer any more. */
const PATIENCE_MS = 240_000;
const MS_BETWEEN_QUESTIONS = 50;
const WARM_UP_CHATS = 100;
const BOUNDS = { time: 1.5, memory: 1.5 } as const;

/** Meta's maximum in one webhook, and about a megabyte of it; how long n8n may answer nobody. */
const SIZES = [
	{ chats: 1000, longestSilenceMs: 1000 },
	{ chats: 3000, longestSilenceMs: 3000 },
];

interface Run {
	/** From posting the webhook until it was answered, milliseconds; null: not in time. */
	readonly ms: number | null;
	/** The longest stretch in which another webhook got no answer, until the execution was stored. */
	readonly silenceMs: number;
	readonly memory: MemoryUse | null;
}

/** Several runs in one: medians, and the longest silence. */
interface Result {
	readonly chats: number;
	readonly bytes: number;
	readonly includeInput: 'off' | 'on';
	readonly ms: number | null;
	readonly silenceMs: number;
	readonly peakMb: number | null;
}

/** One webhook with a message of each of many people, with *Include Input Fields* off and on. */
export const oneWebhook: Measurement = {
	name: 'webhook',
	kind: 'burst',
	about: 'one webhook with 1,000 and 3,000 chats, Include Input Fields off and on',
	async measure(lab, extent, tell): Promise<Measured> {
		const results: Result[] = [];
		const verdicts: Verdict[] = [];
		for (const { chats, longestSilenceMs } of extent === 'quick' ? SIZES.slice(0, 1) : SIZES) {
			const body = JSON.stringify(manyChats(chats));
			const rounds = { runs: extent === 'quick' ? 1 : 3, warmUp: 'warmedUpByRun' } as const;
			const played = await alternate(INPUT_FIELDS, rounds, async (includeInput) => {
				if (extent === 'whole') await lab.renewN8n();
				await postWhileAsking(lab, includeInput, JSON.stringify(manyChats(WARM_UP_CHATS)));
				const run = await postWhileAsking(lab, includeInput, body);
				tell(`${chats} chats, input fields ${includeInput}: ${timeOf(run)}`);
				return run;
			});
			const ofThisSize = played.map(({ side, samples }) => ({
				chats,
				bytes: Buffer.byteLength(body),
				includeInput: side,
				...summary(samples),
			}));
			results.push(...ofThisSize);
			verdicts.push(...judge(ofThisSize, longestSilenceMs));
		}
		return { tables: [tableOf(results)], verdicts };
	},
};

async function postWhileAsking(lab: Lab, includeInput: 'off' | 'on', body: string): Promise<Run> {
	const path = oneWebhookPath(includeInput);
	const workflowId = lab.workflowId(path);
	const after = await newestExecution(lab.api, workflowId);
	await lab.target.begin({ latencyMs: LATENCY_MS, limit: null });
	const untilStored = async (): Promise<number> => {
		const startedAt = performance.now();
		await lab.post(path, body);
		const ms = performance.now() - startedAt;
		const wanted = { after, count: 1 };
		const [stored] = await endedExecutions(lab.api, workflowId, wanted, PATIENCE_MS / 1000);
		if (stored?.status !== 'success') throw new Error(`The execution of ${path} did not end well`);
		return ms;
	};
	const { result, memory } = await sampleMemory(lab.n8n().pid, async () => {
		return await longestSilence(lab, async () => {
			const patience = wait(PATIENCE_MS, null, { signal: lab.signal, ref: false });
			return await Promise.race([untilStored(), patience]);
		});
	});
	return { ms: result.result, silenceMs: result.silenceMs, memory };
}

/**
 * Asks another webhook 20 times a second while the work runs, one question at a time, and measures the longest stretch
 * in which no answer came. A question that fails is no answer.
 */
async function longestSilence<Result>(lab: Lab, work: () => Promise<Result>) {
	const end = new AbortController();
	const signal = AbortSignal.any([lab.signal, end.signal]);
	let heardAt = performance.now();
	let silenceMs = 0;
	const hear = (): void => {
		const now = performance.now();
		silenceMs = Math.max(silenceMs, now - heardAt);
		heardAt = now;
	};
	const keepAsking = async (): Promise<void> => {
		while (!signal.aborted) {
			const pause = wait(MS_BETWEEN_QUESTIONS);
			await lab.post(BYSTANDER_PATH, '{}', signal).then(hear, () => undefined);
			await pause;
		}
	};
	const asking = keepAsking();
	try {
		const result = await work();
		hear();
		return { result, silenceMs };
	} finally {
		end.abort();
		await asking;
	}
}

function summary(runs: readonly Run[]) {
	const times = runs.flatMap(({ ms }) => (ms === null ? [] : [ms]));
	const peaks = runs.flatMap(({ memory }) => (memory === null ? [] : [memory.peak]));
	return {
		ms: times.length < runs.length ? null : median(times),
		silenceMs: Math.max(...runs.map(({ silenceMs }) => silenceMs)),
		peakMb: peaks.length === 0 ? null : median(peaks),
	};
}

function judge([off, on]: readonly Result[], longestSilenceMs: number): readonly Verdict[] {
	if (off === undefined || on === undefined) throw new RangeError('A run is missing');
	const where = `One webhook with ${count(off.chats)} chats`;
	const against = 'with Include Input Fields against without';
	const unanswered = [off, on].filter(({ ms }) => ms === null);
	return [
		...timesAtMost('must', `${where}: time ${against}`, BOUNDS.time, on.ms, off.ms),
		...unanswered.map((run) => must(`${where}: an answer in time`, timeOf(run), false)),
		...[off, on].map(({ includeInput, silenceMs }) => {
			const promise = `${where}, Include Input Fields ${includeInput}: n8n never silent for ${longestSilenceMs / 1000} s`;
			return must(promise, milliseconds(silenceMs), silenceMs < longestSilenceMs);
		}),
		...timesAtMost('must', `${where}: memory ${against}`, BOUNDS.memory, on.peakMb, off.peakMb),
	];
}

function tableOf(results: readonly Result[]) {
	return {
		title: `One webhook with many chats, WhatsApp Cloud API, answers after ${LATENCY_MS} ms`,
		rows: results.map((result) => ({
			Chats: count(result.chats),
			Size: `${count(result.bytes / 1000)} kB`,
			'Include Input Fields': result.includeInput,
			'Median until answered': timeOf(result),
			'Longest time n8n answered nobody': milliseconds(result.silenceMs),
			'Peak memory': megabytes(result.peakMb),
		})),
	};
}

function timeOf({ ms }: Pick<Run, 'ms'>): string {
	return ms === null ? `no answer within ${PATIENCE_MS / 1000} s` : milliseconds(ms);
}
