import { setTimeout as wait } from 'node:timers/promises';

export interface Sending {
	/** How many. */
	readonly count: number;
	/** A second. */
	readonly rate: number;
}

/** What came of sending. */
export interface Sent {
	/** How many came through. */
	readonly answered: number;
	/** Of those that did not, the reason of the first. */
	readonly firstFailure: string | null;
	/** How late the latest one was sent, milliseconds: the machine could not keep up when it is large. */
	readonly worstDelayMs: number;
}

/**
 * Sends at planned times, whether or not the earlier ones have been answered: whoever posts webhooks does not wait
 * either. Returns when all have been answered.
 * @param send sends one, by its number from 0 on; fails when it does not come through
 */
export async function sendAtRate(
	{ count, rate }: Sending,
	send: (position: number) => Promise<void>,
	signal: AbortSignal,
): Promise<Sent> {
	const startedAt = performance.now();
	const underway: Array<Promise<string | null>> = [];
	let worstDelayMs = 0;
	for (let position = 0; position < count; position += 1) {
		const plannedAt = startedAt + (position * 1000) / rate;
		const early = plannedAt - performance.now();
		if (early > 0) await wait(early, undefined, { signal });
		signal.throwIfAborted();
		worstDelayMs = Math.max(worstDelayMs, performance.now() - plannedAt);
		underway.push(send(position).then(succeeded, describeFailure));
	}
	const failures = (await Promise.all(underway)).filter((failure) => failure !== null);
	return {
		answered: count - failures.length,
		firstFailure: failures[0] ?? null,
		worstDelayMs,
	};
}

function succeeded(): null {
	return null;
}

function describeFailure(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
