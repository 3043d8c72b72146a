import { setTimeout as wait } from 'node:timers/promises';

const MS_BETWEEN_QUESTIONS = 50;

/**
 * Asks somebody 20 times a second while the work runs, one question at a time, and measures the
 * longest stretch in which no answer came. A question that fails is no answer.
 * @param ask settles with the answer; its signal ends it with the work
 */
export async function longestSilence<Result>(
	ask: (signal: AbortSignal) => Promise<unknown>,
	work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly silenceMs: number }> {
	const end = new AbortController();
	let heardAt = performance.now();
	let silenceMs = 0;
	const hear = (): void => {
		const now = performance.now();
		silenceMs = Math.max(silenceMs, now - heardAt);
		heardAt = now;
	};
	const keepAsking = async (): Promise<void> => {
		while (!end.signal.aborted) {
			const pause = wait(MS_BETWEEN_QUESTIONS);
			await ask(end.signal).then(hear, () => undefined);
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
