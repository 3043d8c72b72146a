import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../../../tools/sandbox/index.mts';
import { step } from '../../progress.mts';
import type { Ingredients, N8nProcess } from '../installation.mts';
import type { OpenedLab } from '../lab.mts';
import type { Setup } from '../setup.mts';
import { deliver, planLoad, type PlannedWebhook } from './load.mts';
import { judge, type KilledWorkerRun, type KilledWorkerSight } from './results.mts';
import { readWorkerLog, underWay, type WorkerLog } from './worker-log.mts';

/** What `--only` finds it by. */
export const KILLED_WORKER = 'killed worker';

const MESSAGES = 500;
/** The worker is killed when it has begun this many executions of the load. */
const KILL_AFTER = 100;
const MS_BETWEEN_LOOKS = 20;
const SECONDS_TO_SETTLE = 240;

/** 500 webhooks over two workers, one of which is killed in the middle; once for each answer. */
export async function killWorker(
	setup: Setup,
	lab: OpenedLab,
	{ signal }: Ingredients,
): Promise<KilledWorkerRun[]> {
	const runs: KilledWorkerRun[] = [];
	for (const answer of ['immediately', 'whenDone'] as const) {
		if (runs.length > 0) await lab.installation.replaceKilledWorker();
		const webhooks = await planLoad(lab, answer, MESSAGES);
		const sight = await step(
			`${MESSAGES} webhooks (answered ${answer === 'whenDone' ? 'when done' : answer}), one worker killed`,
			async (tell) => await watchLoad(lab, webhooks, signal, tell),
		);
		runs.push({ setup, answer, sight, misses: judge(setup, answer, sight) });
	}
	return runs;
}

async function watchLoad(
	lab: OpenedLab,
	webhooks: readonly PlannedWebhook[],
	signal: AbortSignal,
	tell: (news: string) => void,
): Promise<KilledWorkerSight> {
	const { sandbox } = lab;
	const workers = [...lab.installation.workers];
	const [victim, ...others] = workers.map((process) => watchFromNow(process));
	if (victim === undefined) throw new Error('There is no worker to kill.');
	const failedBefore = await countExecutions(lab, ['error', 'crashed']);
	const requestsBefore = sandbox.memory.requests.length;

	const delivered = deliver(sandbox, webhooks, signal, tell);
	// A failure is told by the await below, once the worker is dead.
	delivered.catch(() => {});
	await untilInTheMiddle(victim, signal);
	await victim.process.program.kill();
	const killedAt = Date.now();
	const interrupted = underWay(victim.log());
	tell(`worker killed with ${interrupted.length} executions under way`);
	const sentAgain = await delivered;
	await untilSettled(lab, signal);

	const elsewhere = new Set(others.flatMap((other) => [...other.log().started]));
	return {
		messages: webhooks.length,
		marked: webhooks.filter((webhook) => isRead(sandbox, webhook)).length,
		workers: [victim, ...others].map((worker) => ({
			name: worker.process.name,
			started: worker.log().started.size,
			finished: worker.log().finished.size,
			wasKilled: worker === victim,
		})),
		interrupted: interrupted.length,
		ranAgain: interrupted.filter((execution) => elsewhere.has(execution)).length,
		failed: (await countExecutions(lab, ['error', 'crashed'])) - failedBefore,
		sentAgain,
		markedTwice: countMarkedTwice(sandbox, webhooks, requestsBefore),
		secondsToSettle: Math.round((Date.now() - killedAt) / 1000),
	};
}

interface WatchedWorker {
	readonly process: N8nProcess;
	/** What the worker ran since it is watched. */
	log(): WorkerLog;
}

function watchFromNow(process: N8nProcess): WatchedWorker {
	const { length } = process.program.output();
	return { process, log: () => readWorkerLog(process.program.output().slice(length)) };
}

async function untilInTheMiddle(victim: WatchedWorker, signal: AbortSignal): Promise<void> {
	for (;;) {
		const log = victim.log();
		if (log.started.size >= KILL_AFTER && underWay(log).length > 0) return;
		await wait(MS_BETWEEN_LOOKS, undefined, { signal });
	}
}

/** n8n has nothing more to do. */
async function untilSettled(lab: OpenedLab, signal: AbortSignal): Promise<void> {
	const giveUpAt = Date.now() + SECONDS_TO_SETTLE * 1000;
	while (Date.now() < giveUpAt) {
		const unfinished = await countExecutions(lab, ['new', 'running']);
		if (unfinished === 0) return;
		await wait(1000, undefined, { signal });
	}
}

async function countExecutions(lab: OpenedLab, status: readonly string[]): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ status }));
	const list = (await lab.n8n.read(`executions?limit=1&filter=${filter}`)) as { count: number };
	return list.count;
}

function isRead({ memory }: Sandbox, { provider, messageId }: PlannedWebhook): boolean {
	return memory.isRead(provider, messageId);
}

/** Messages named in more than one call: a receipt may be sent again, nobody sees it twice. */
function countMarkedTwice(
	{ memory }: Sandbox,
	webhooks: readonly PlannedWebhook[],
	requestsBefore: number,
): number {
	const bodies = memory.requests.slice(requestsBefore).map(({ body }) => JSON.stringify(body));
	return webhooks.filter(
		({ messageId }) => bodies.filter((body) => body.includes(messageId)).length > 1,
	).length;
}
