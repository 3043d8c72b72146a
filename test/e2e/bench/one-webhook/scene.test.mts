import { judgeOneWebhook, oneWebhookTable } from '../../../../e2e/bench/one-webhook/report.mts';
import { manyChats, type WebhookRun } from '../../../../e2e/bench/one-webhook/scene.mts';

const run = (ms: number | null, silenceMs: number, peak: number): WebhookRun => ({
	ms,
	silenceMs,
	memory: { before: 300, peak },
});

const judged = (leftOut: WebhookRun, included: WebhookRun) =>
	judgeOneWebhook([
		{ chats: 1000, bytes: 347_000, runs: { leftOut: [leftOut], included: [included] } },
	]).map(({ measured, isKept }) => [measured, isKept]);

describe('One webhook with many chats', () => {
	it('holds a message of each person in one envelope, about 347 kB for a thousand', () => {
		const body = manyChats(1000);
		const size = JSON.stringify(body).length;
		expect(size).toBeGreaterThan(330_000);
		expect(size).toBeLessThan(364_000);
	});

	it('is judged by time and memory with the input fields against without, and by the silence of each', () => {
		expect(judged(run(1000, 200, 400), run(1500, 999, 600))).toEqual([
			['1.50 ×', true],
			['200 ms', true],
			['999 ms', true],
			['1.50 ×', true],
		]);
		expect(judged(run(1000, 1000, 400), run(1600, 32_000, 4000))).toEqual([
			['1.60 ×', false],
			['1,000 ms', false],
			['32,000 ms', false],
			['10.00 ×', false],
		]);
	});

	it('is missed when no answer came', () => {
		expect(judged(run(1000, 200, 400), run(null, 240_000, 4000))[0]).toEqual([
			'no answer within 240 s',
			false,
		]);
	});

	it('has a row with the option off and on', () => {
		const runs = { leftOut: [run(1000, 200, 400)], included: [run(null, 240_000, 4000)] };
		expect(oneWebhookTable([{ chats: 3000, bytes: 1_050_000, runs }]).rows).toEqual([
			['3,000', '1,050 kB', 'off', '1,000 ms', '200 ms', '400 MB'],
			['3,000', '1,050 kB', 'on', 'no answer within 240 s', '240,000 ms', '4,000 MB'],
		]);
	});
});
