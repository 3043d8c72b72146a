import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox/index.mts';
import { sampleMemory } from '../memory.mts';
import type { RunningN8n } from '../../../test/e2e/host/server.mts';
import { newestExecution, readExecutions, type Executions } from './executions.mts';
import { settle, type LoadLab } from './lab.mts';
import { memoryInUse } from './memory/inUse.mts';
import type { SideResult, Stretch } from './results.mts';
import { sendAtRate, type Sending, type Sent } from './sendAtRate.mts';
import { MEASURED_NODE } from '../workflows.mts';
import { LOAD_PROVIDER, sidePath, type Side } from './sides.mts';

const WARM_UP_SECONDS = 10;
/** On a slow machine receipts come late; late is not lost. */
const SECONDS_TO_MARK = 300;
/** The messages come from so many different people. */
const CHATS = 200;
const FIRST_PHONE_NUMBER = 5_511_900_000_000;

export interface LoadShape {
	readonly seconds: number;
	readonly rate: number;
}

/**
 * Runs one side: a new n8n, a warm-up, and two stretches of the same load.
 * @param tell receives how far it is
 */
export async function runSide(
	lab: LoadLab,
	side: Side,
	{ seconds, rate }: LoadShape,
	signal: AbortSignal,
	tell: (news: string) => void,
): Promise<SideResult> {
	tell('starting n8n anew');
	const n8n = await lab.startAnew();
	tell('warming up');
	const warmUp = { count: WARM_UP_SECONDS * rate, rate };
	lab.sandbox.reset();
	await post(lab.sandbox, n8n, side, warmUp, signal);
	await untilMarked(lab.sandbox, warmUp.count, signal);
	await settle(signal);
	const memoryBefore = await memoryInUse(n8n);

	const workflowId = lab.workflowIds.get(side) ?? '';
	const sending = { count: seconds * rate, rate };
	const runs: Run[] = [];
	for (const name of ['first', 'second']) {
		tell(`${name} stretch of ${seconds} s`);
		const after = await newestExecution(lab.api, workflowId);
		runs.push({ after, ...(await runStretch(lab.sandbox, n8n, side, sending, signal)) });
	}

	// Read last: the reading itself uses n8n's memory.
	tell('reading the executions');
	const stretches: Stretch[] = [];
	for (const [position, { after, ...stretch }] of runs.entries()) {
		const upTo = runs[position + 1]?.after ?? null;
		const range = { count: sending.count, after, upTo };
		stretches.push({
			...stretch,
			...(await readExecutions(lab.api, workflowId, MEASURED_NODE, range)),
		});
	}
	return { side, memoryBefore, stretches };
}

/** A stretch whose executions have not been read yet. */
interface Run extends Omit<Stretch, keyof Executions> {
	/** The newest execution before it. */
	readonly after: string | null;
}

async function runStretch(
	sandbox: Sandbox,
	n8n: RunningN8n,
	side: Side,
	sending: Sending,
	signal: AbortSignal,
): Promise<Omit<Run, 'after'>> {
	sandbox.reset();
	const { result: sent, memory } = await sampleMemory(n8n.pid, async () => {
		const posted = await post(sandbox, n8n, side, sending, signal);
		await untilMarked(sandbox, sending.count, signal);
		return posted;
	});
	const untilMarkedMs = timesUntilMarked(sandbox);
	await settle(signal);
	return {
		posted: sending.count,
		answered: sent.answered,
		marked: untilMarkedMs.length,
		untilMarkedMs,
		worstDelayMs: sent.worstDelayMs,
		peakMb: memory?.peak ?? null,
		memory: await memoryInUse(n8n),
	};
}

async function post(
	sandbox: Sandbox,
	n8n: RunningN8n,
	side: Side,
	sending: Sending,
	signal: AbortSignal,
): Promise<Sent> {
	const url = `${n8n.url}/webhook/${sidePath(side)}`;
	return await sendAtRate(
		sending,
		async (position) => {
			const chat = String(FIRST_PHONE_NUMBER + (position % CHATS));
			const order = { provider: LOAD_PROVIDER, kind: 'direct', url, chat } as const;
			const { status } = await sandbox.sendWebhook(order);
			if (status !== 200) throw new Error(`n8n's webhook answered HTTP ${status}`);
		},
		signal,
	);
}

async function untilMarked(sandbox: Sandbox, count: number, signal: AbortSignal): Promise<void> {
	const giveUpAt = Date.now() + SECONDS_TO_MARK * 1000;
	while (timesUntilMarked(sandbox).length < count && Date.now() < giveUpAt) {
		await wait(200, undefined, { signal });
	}
}

/** For each message the sandbox has marked: from posting its webhook on, milliseconds. */
function timesUntilMarked({ memory }: Sandbox): readonly number[] {
	const postedAt = new Map(
		memory.webhooks.map((webhook) => [webhook.messageId, Date.parse(webhook.postedAt)]),
	);
	return memory.received.flatMap(({ messageId, markedAt }) => {
		const posted = postedAt.get(messageId);
		return markedAt === null || posted === undefined ? [] : [Date.parse(markedAt) - posted];
	});
}
