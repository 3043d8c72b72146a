import { sendAtRate } from '../../../e2e/load/sendAtRate.mts';

const NEVER = new AbortController().signal;

describe('Sending at a rate', () => {
	it('does not wait for the answers to the earlier ones', async () => {
		const sent: number[] = [];
		const answers: Array<() => void> = [];

		const outcome = sendAtRate(
			{ count: 3, rate: 1000 },
			async (position) => {
				sent.push(position);
				await new Promise<void>((resolve) => answers.push(resolve));
			},
			NEVER,
		);
		while (sent.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
		answers.forEach((answer) => answer());

		expect(sent).toEqual([0, 1, 2]);
		expect((await outcome).answered).toBe(3);
	});

	it('keeps to the planned times', async () => {
		const startedAt = performance.now();

		await sendAtRate({ count: 5, rate: 100 }, async () => {}, NEVER);

		// The first goes out at once, the fifth after four hundredths of a second.
		expect(performance.now() - startedAt).toBeGreaterThanOrEqual(39);
	});

	it('counts what did not come through, and goes on', async () => {
		const { answered, firstFailure } = await sendAtRate(
			{ count: 4, rate: 1000 },
			async (position) => {
				if (position === 1) await Promise.reject(new Error('HTTP 404'));
			},
			NEVER,
		);

		expect(answered).toBe(3);
		expect(firstFailure).toBe('HTTP 404');
	});

	it('ends when it is interrupted', async () => {
		const interruption = new AbortController();

		const outcome = sendAtRate(
			{ count: 1000, rate: 10 },
			async () => await Promise.resolve(interruption.abort()),
			interruption.signal,
		);

		await expect(outcome).rejects.toThrow('aborted');
	});
});
