import { outsideOf } from '../../../../nodes/WhatsAppMarkRead/n8n/outside';
import type { Outside } from '../../../../nodes/WhatsAppMarkRead/pipeline/deliver/outside';
import { executeContext } from '../../../helpers/executeContext';
import { PLAIN_TEST_CREDENTIAL } from '../../../helpers/plainNode';

const { type, data } = PLAIN_TEST_CREDENTIAL;
const AUTHENTICATION = { credentialType: type.name, credential: data };

function outside(cancelSignal?: AbortSignal): Outside {
	return outsideOf(executeContext({ cancelSignal }), AUTHENTICATION, 1_000);
}

/** Whether a promise has resolved by now. */
async function hasEnded(promise: Promise<void>): Promise<boolean> {
	let isOver = false;
	void promise.then(() => (isOver = true));
	await jest.advanceTimersByTimeAsync(0);
	return isOver;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('A pause', () => {
	it('lasts as long as it should', async () => {
		const pause = outside().pause(60_000);

		await jest.advanceTimersByTimeAsync(59_999);
		expect(await hasEnded(pause)).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(await hasEnded(pause)).toBe(true);
	});

	it('ends at once when the execution is cancelled', async () => {
		const execution = new AbortController();
		const pause = outside(execution.signal).pause(60_000);

		execution.abort();

		expect(await hasEnded(pause)).toBe(true);
	});

	it('leaves no timer behind when the execution is cancelled', async () => {
		const execution = new AbortController();
		void outside(execution.signal).pause(3_600_000);

		execution.abort();

		expect(jest.getTimerCount()).toBe(0);
	});

	it('does not begin in an execution that was cancelled before', async () => {
		expect(await hasEnded(outside(AbortSignal.abort()).pause(60_000))).toBe(true);
	});
});

describe('An execution', () => {
	it('is not cancelled as long as nobody does it', async () => {
		const { cancelled, isCancelled } = outside(new AbortController().signal);

		expect([await hasEnded(cancelled), isCancelled()]).toEqual([false, false]);
	});

	it('is cancelled as soon as somebody does it', async () => {
		const execution = new AbortController();
		const { cancelled, isCancelled } = outside(execution.signal);

		execution.abort();

		expect([await hasEnded(cancelled), isCancelled()]).toEqual([true, true]);
	});

	it('that nobody can cancel goes on', async () => {
		const { cancelled, isCancelled } = outside();

		expect([await hasEnded(cancelled), isCancelled()]).toEqual([false, false]);
	});
});

describe('Time and chance', () => {
	it("are the machine's", () => {
		jest.setSystemTime(new Date('2026-01-01T00:00:00Z'));

		expect(outside().now()).toBe(1_767_225_600_000);
		expect(outside().random()).toBeGreaterThanOrEqual(0);
		expect(outside().random()).toBeLessThan(1);
	});
});
