import type { Setup } from '../setup.mts';

/** When the Webhook node answers the provider. */
export type WebhookAnswer =
	/** *Respond: Immediately.* */
	| 'immediately'
	/** *Respond: When Last Node Finishes*; the provider sends again what failed. */
	| 'whenDone';

/** What a worker did in one load. */
export interface WorkerShare {
	readonly name: string;
	readonly started: number;
	readonly finished: number;
	readonly wasKilled: boolean;
}

/** What was seen of one load under which a worker was killed. */
export interface KilledWorkerSight {
	/** Messages that came in, each with a webhook of its own. */
	readonly messages: number;
	/** Those the sandbox remembers as read when everything had settled. */
	readonly marked: number;
	readonly workers: readonly WorkerShare[];
	/** Executions the killed worker had begun and not ended. */
	readonly interrupted: number;
	/** Those of them that another worker ran again. */
	readonly ranAgain: number;
	/** Executions n8n lists as failed or crashed. */
	readonly failed: number;
	/** Webhooks the provider sent again because they had failed. */
	readonly sentAgain: number;
	/** Messages for which more than one receipt was sent. */
	readonly markedTwice: number;
	/** From the killing until nothing more happened. */
	readonly secondsToSettle: number;
}

export interface KilledWorkerRun {
	readonly setup: Setup;
	readonly answer: WebhookAnswer;
	readonly sight: KilledWorkerSight;
	/** What was not as it should be; empty: all well. */
	readonly misses: readonly string[];
}

/**
 * Judges a load. Every message must be marked where n8n runs an interrupted execution again, or the
 * provider sends again what failed. Where neither does (n8n 2 that has answered already), n8n must
 * list an execution as failed for each message that stays unread: nothing is lost in silence.
 */
export function judge(
	{ host }: Setup,
	answer: WebhookAnswer,
	sight: KilledWorkerSight,
): readonly string[] {
	const misses: string[] = [];
	const unread = sight.messages - sight.marked;
	const isTriedAgain = answer === 'whenDone' || host.executionsOfKilledWorkers === 'runAgain';
	if (isTriedAgain && unread > 0) misses.push(`${unread} messages were not marked`);
	if (!isTriedAgain && unread > sight.failed) {
		misses.push(`${unread} messages were not marked, but only ${sight.failed} executions failed`);
	}
	if (sight.interrupted === 0) misses.push('the killed worker was doing nothing: prove it again');
	const idle = sight.workers.filter(({ started }) => started === 0);
	for (const { name } of idle) misses.push(`${name} ran nothing`);
	return misses;
}
