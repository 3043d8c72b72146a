import { sleep } from 'n8n-workflow';

/** How often open requests are checked. They share one timer: a timer for each would outlive its request. */
const LONGEST_TICK_MS = 200;

interface Deadline {
	readonly at: number;
	readonly controller: AbortController;
	isOver: boolean;
}

const OPEN = new Set<Deadline>();

let isWatched = false;

/**
 * Runs a task with a time limit. The timeout of n8n's HTTP helper only applies while nothing arrives: a response that
 * arrives byte by byte would never end.
 *
 * @param milliseconds from now until the task is stopped
 * @param cancelSignal stops the task as well
 * @param task receives the signal that stops it
 * @returns what the task returned, or `'late'` when the time was over
 * @throws what the task threw for any other reason
 */
export async function inTime<Result>(
	milliseconds: number,
	cancelSignal: AbortSignal | undefined,
	task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | 'late'> {
	const controller = new AbortController();
	const deadline: Deadline = { at: Date.now() + milliseconds, controller, isOver: false };
	const cancel = () => controller.abort();
	if (cancelSignal?.aborted === true) cancel();
	cancelSignal?.addEventListener('abort', cancel, { once: true });
	OPEN.add(deadline);
	void watch();
	try {
		return await task(controller.signal).catch((error: unknown) => {
			if (deadline.isOver) return 'late' as const;
			return Promise.reject(error);
		});
	} finally {
		OPEN.delete(deadline);
		cancelSignal?.removeEventListener('abort', cancel);
	}
}

async function watch(): Promise<void> {
	if (isWatched) return;
	isWatched = true;
	while (OPEN.size > 0) {
		const now = Date.now();
		let tick = LONGEST_TICK_MS;
		for (const deadline of OPEN) {
			if (deadline.at <= now) stop(deadline);
			else tick = Math.min(tick, deadline.at - now);
		}
		await sleep(tick);
	}
	isWatched = false;
}

function stop(deadline: Deadline): void {
	OPEN.delete(deadline);
	deadline.isOver = true;
	deadline.controller.abort();
}
