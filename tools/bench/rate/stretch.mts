import { setTimeout as wait } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox/index.mts';
import { endedExecutions, newestExecution, nodeTimes } from '../executions.mts';
import type { Lab } from '../lab.mts';
import { memoryInUse, sampleMemory, type MemoryInUse } from '../memory.mts';
import { FIRST_PHONE_NUMBER } from '../messages.mts';
import { RATE_PROVIDER, ratePath, type Side } from '../sides.mts';
import { MEASURED_NODE } from '../workflows.mts';

/** On a slow machine receipts come late; late is not lost. */
const SECONDS_TO_MARK = 300;
/** The messages come from so many different people. */
const CHATS = 200;

/** How messages come in. */
export interface Rate {
	/** Messages a second. */
	readonly rate: number;
	/** How long each stretch lasts. */
	readonly seconds: number;
	readonly warmUpSeconds: number;
	/** What n8n gets to store, and to do what it does a little later, before its memory is read. */
	readonly settleSeconds: number;
}

/** One stretch of steady rate on one side. */
export interface Stretch {
	/** Webhooks posted. */
	readonly posted: number;
	/** Of these, answered with success by n8n. */
	readonly answered: number;
	/** Executions that ended well. */
	readonly succeeded: number;
	/** How long the measured node took, milliseconds, each execution. */
	readonly nodeMs: readonly number[];
	/** From posting the webhook until the provider had marked its message, milliseconds, each that was marked. */
	readonly untilMarkedMs: readonly number[];
	/** How late the latest webhook was posted, milliseconds: the machine could not keep up when it is large. */
	readonly worstDelayMs: number;
	/** Highest resident set during the stretch, MB; null where the system does not tell. */
	readonly peakMb: number | null;
	/** Afterwards, when all is done. */
	readonly memory: MemoryInUse;
}

/** What one side did. */
export interface RateResult {
	readonly side: Side;
	/** After the warm-up, when all was done. */
	readonly memoryBefore: MemoryInUse;
	/** Two, one after the other. */
	readonly stretches: readonly Stretch[];
}

/**
 * Runs one side: a new n8n, a warm-up, and two stretches of the same rate.
 * @param tell receives how far it is
 */
export async function runSide(
	lab: Lab,
	side: Side,
	rate: Rate,
	tell: (news: string) => void,
): Promise<RateResult> {
	tell(`${side.kind}: starting n8n anew, warming up`);
	await lab.renewN8n();
	await sendStretch(lab, side, rate, rate.warmUpSeconds);
	const memoryBefore = await memoryInUse(lab.n8n());

	const workflowId = lab.workflowId(ratePath(side));
	const sent = [];
	for (const name of ['first', 'second']) {
		tell(`${side.kind}: ${name} stretch of ${rate.seconds} s`);
		const after = await newestExecution(lab.api, workflowId);
		sent.push({ after, ...(await sendStretch(lab, side, rate, rate.seconds)) });
	}

	// Read last: the reading itself uses n8n's memory.
	tell(`${side.kind}: reading the executions`);
	const wanted = { after: sent[0]?.after ?? 0, count: 2 * rate.rate * rate.seconds };
	const ended = await endedExecutions(lab.api, workflowId, wanted);
	const stretches: Stretch[] = [];
	for (const [position, { after, ...stretch }] of sent.entries()) {
		const before = sent[position + 1]?.after ?? Infinity;
		const own = ended.filter(({ number }) => number > after && number <= before);
		const succeeded = own.filter(({ status }) => status === 'success');
		const nodeMs = await nodeTimes(lab.api, succeeded, MEASURED_NODE);
		stretches.push({ ...stretch, succeeded: succeeded.length, nodeMs });
	}
	return { side, memoryBefore, stretches };
}

async function sendStretch(lab: Lab, side: Side, { rate, settleSeconds }: Rate, seconds: number) {
	const posted = rate * seconds;
	lab.sandbox.reset();
	const { result: sent, memory } = await sampleMemory(lab.n8n().pid, async () => {
		const outcome = await sendAtRate(lab, side, posted, rate);
		const giveUpAt = Date.now() + SECONDS_TO_MARK * 1000;
		while (timesUntilMarked(lab.sandbox).length < posted && Date.now() < giveUpAt) {
			await wait(200, undefined, { signal: lab.signal });
		}
		return outcome;
	});
	const untilMarkedMs = timesUntilMarked(lab.sandbox);
	await wait(settleSeconds * 1000, undefined, { signal: lab.signal });
	const inUse = await memoryInUse(lab.n8n());
	return { posted, ...sent, untilMarkedMs, peakMb: memory?.peak ?? null, memory: inUse };
}

/**
 * Posts webhooks at planned times, whether or not the earlier ones have been answered: whoever posts webhooks does not
 * wait either. Returns when all have been answered.
 */
async function sendAtRate(lab: Lab, side: Side, posted: number, rate: number) {
	const url = lab.webhookUrl(ratePath(side));
	const startedAt = performance.now();
	const underway: Array<Promise<boolean>> = [];
	let worstDelayMs = 0;
	for (let position = 0; position < posted; position += 1) {
		const plannedAt = startedAt + (position * 1000) / rate;
		const early = plannedAt - performance.now();
		if (early > 0) await wait(early, undefined, { signal: lab.signal });
		worstDelayMs = Math.max(worstDelayMs, performance.now() - plannedAt);
		const chat = String(FIRST_PHONE_NUMBER + (position % CHATS));
		const order = { provider: RATE_PROVIDER, kind: 'direct', url, chat } as const;
		const answer = lab.sandbox.sendWebhook(order);
		underway.push(
			answer.then(
				({ status }) => status === 200,
				() => false,
			),
		);
	}
	const answered = (await Promise.all(underway)).filter((isAnswered) => isAnswered).length;
	return { answered, worstDelayMs };
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
