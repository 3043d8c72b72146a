import { setTimeout as wait } from 'node:timers/promises';

import { longestSilence } from '../../../../e2e/bench/one-webhook/silence.mts';

const work = async (ms: number) => await wait(ms, 'done');

describe('The longest silence', () => {
	it('is short when every question is answered at once', async () => {
		const { result, silenceMs } = await longestSilence(
			async () => {},
			async () => await work(300),
		);
		expect(result).toBe('done');
		expect(silenceMs).toBeLessThan(250);
	});

	it('lasts as long as an answer that is waited for', async () => {
		const slow = async (signal: AbortSignal) => await wait(200, null, { signal });
		const { silenceMs } = await longestSilence(slow, async () => await work(450));
		expect(silenceMs).toBeGreaterThanOrEqual(195);
	});

	it('lasts to the end when questions fail or are never answered', async () => {
		const fails = async () => await Promise.reject(new Error('refused'));
		const never = async (signal: AbortSignal) => await wait(60_000, null, { signal });
		for (const ask of [fails, never]) {
			const { silenceMs } = await longestSilence(ask, async () => await work(200));
			expect(silenceMs).toBeGreaterThanOrEqual(195);
		}
	});
});
