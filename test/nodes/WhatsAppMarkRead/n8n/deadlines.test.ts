import { inTime } from '../../../../nodes/WhatsAppMarkRead/n8n/deadlines';

/** How much later than asked a task may be stopped, milliseconds. */
const TICK = 200;

/** A request without a response: it ends when it is stopped, with the HTTP client's own error. */
async function endless(signal: AbortSignal): Promise<never> {
	return await new Promise((_, reject) => {
		const stop = () => reject(new Error('canceled'));
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop);
	});
}

/** What became of a task so far. */
function watched<Result>(task: Promise<Result>): { ended: unknown } {
	const state: { ended: unknown } = { ended: 'not yet' };
	task.then(
		(result) => (state.ended = result),
		(error: unknown) => (state.ended = error),
	);
	return state;
}

beforeEach(() => jest.useFakeTimers());

afterEach(async () => {
	// The watcher is shared by all tests of this file: none may leave it at work.
	await jest.advanceTimersByTimeAsync(TICK);
	expect(jest.getTimerCount()).toBe(0);
	jest.useRealTimers();
});

describe('A task that must end in time', () => {
	it('gives its result when it does', async () => {
		expect(await inTime(1_000, undefined, async () => 'response')).toBe('response');
	});

	it('is late from that millisecond on, not before', async () => {
		const state = watched(inTime(1_000, undefined, endless));

		await jest.advanceTimersByTimeAsync(999);
		expect(state.ended).toBe('not yet');

		await jest.advanceTimersByTimeAsync(1);
		expect(state.ended).toBe('late');
	});

	it('is stopped when it is late', async () => {
		let given: AbortSignal | undefined;
		void inTime(50, undefined, async (signal) => {
			given = signal;
			return await endless(signal);
		});

		expect(given?.aborted).toBe(false);
		await jest.advanceTimersByTimeAsync(50);
		expect(given?.aborted).toBe(true);
	});

	it('throws its own error when it fails before', async () => {
		const lost = new Error('ECONNRESET');

		const task = inTime(1_000, undefined, async () => await Promise.reject(lost));

		await expect(task).rejects.toBe(lost);
	});

	it('throws what was thrown before it was under way', async () => {
		const broken = () => {
			throw new Error('no such helper');
		};

		await expect(inTime(1_000, undefined, broken)).rejects.toThrow('no such helper');
	});
});

describe('A task of an execution that is cancelled', () => {
	it('is stopped at once, and is not late but fails', async () => {
		const execution = new AbortController();
		const state = watched(inTime(10_000, execution.signal, endless));

		execution.abort();
		await jest.advanceTimersByTimeAsync(0);

		expect(state.ended).toEqual(new Error('canceled'));
	});

	it('starts as a stopped one when that happened before', async () => {
		const task = inTime(10_000, AbortSignal.abort(), endless);

		await expect(task).rejects.toThrow('canceled');
	});

	it('is forgotten by the execution once it is over', async () => {
		const { signal } = new AbortController();
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');

		await inTime(1_000, signal, async () => 'response');

		expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
			added.mock.calls.map(([, listener]) => listener),
		);
	});
});

describe('Many tasks', () => {
	it('are watched by one timer', async () => {
		const states = Array.from({ length: 1_000 }, () => watched(inTime(100, undefined, endless)));

		expect(jest.getTimerCount()).toBe(1);
		await jest.advanceTimersByTimeAsync(100);
		expect(states.filter(({ ended }) => ended === 'late')).toHaveLength(1_000);
	});

	it('are stopped each at its own time', async () => {
		const brief = watched(inTime(100, undefined, endless));
		const long = watched(inTime(5_000, undefined, endless));

		await jest.advanceTimersByTimeAsync(100);
		expect([brief.ended, long.ended]).toEqual(['late', 'not yet']);

		await jest.advanceTimersByTimeAsync(4_900);
		expect(long.ended).toBe('late');
	});

	it('are noticed when they begin while the watcher waits for another', async () => {
		const long = watched(inTime(5_000, undefined, endless));
		await jest.advanceTimersByTimeAsync(10);
		const brief = watched(inTime(20, undefined, endless));

		await jest.advanceTimersByTimeAsync(TICK);

		expect([brief.ended, long.ended]).toEqual(['late', 'not yet']);
		await jest.advanceTimersByTimeAsync(5_000);
	});

	it('leave no timer behind when all have ended, and are watched again later', async () => {
		await inTime(60_000, undefined, async () => 'response');
		await jest.advanceTimersByTimeAsync(TICK);
		expect(jest.getTimerCount()).toBe(0);

		const later = watched(inTime(100, undefined, endless));
		await jest.advanceTimersByTimeAsync(100);

		expect(later.ended).toBe('late');
	});
});
