import { deliver } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/deliver';
import { Pace } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { deliveryContext, markCall } from '../../../../helpers/deliveryContext';
import { answer, VirtualOutside } from '../../../../helpers/virtualOutside';
import type { SentRequest } from '../../../../helpers/virtualOutside';

/** Whether a limit lets a request through; `accepted`: when those before it were let through, milliseconds. */
type Limit = (time: number, accepted: readonly number[], position: number) => boolean;

/** So many calls in each window of the clock, which may have begun before the first call. */
function fixedWindow(calls: number, milliseconds: number, begun = 0): Limit {
	const windowOf = (time: number) => Math.floor((time + begun) / milliseconds);
	return (time, accepted) =>
		accepted.filter((earlier) => windowOf(earlier) === windowOf(time)).length < calls;
}

/** So many calls in any stretch of this length. */
function slidingWindow(calls: number, milliseconds: number): Limit {
	return (time, accepted) =>
		accepted.filter((earlier) => earlier > time - milliseconds).length < calls;
}

/** So many calls at once, and then one each time that a token has come back. */
function tokenBucket(calls: number, millisecondsPerToken: number): Limit {
	return (time, accepted) => {
		let tokens = calls;
		let last = 0;
		for (const earlier of [...accepted, time]) {
			tokens = Math.min(calls, tokens + (earlier - last) / millisecondsPerToken);
			last = earlier;
			if (earlier !== time) tokens -= 1;
		}
		return tokens >= 1;
	};
}

const everySecondCall: Limit = (_time, _accepted, position) => position % 2 === 0;

interface Scene {
	readonly receipts: number;
	readonly limit: Limit;
	readonly latency?: number;
	readonly maxConcurrency?: number;
	readonly maxWait?: number;
	readonly maxRetries?: number;
}

/** Plays a scene: the items in one execution, or one execution each at the same time. */
async function play(executions: 'together' | 'apart', scene: Scene) {
	const accepted: number[] = [];
	const respond = ({ start }: SentRequest, position: number) => {
		const isAccepted = scene.limit(start, accepted, position);
		if (isAccepted) accepted.push(start);
		return answer(isAccepted ? 200 : 429, {}, {}, scene.latency);
	};
	const outside = new VirtualOutside(respond);
	const pace = new Pace();
	const { maxConcurrency, maxWait, maxRetries = 3 } = scene;
	const planned = Array.from({ length: scene.receipts }, (_, position) => ({
		call: markCall(`ID${position}`),
		olderIds: [],
		after: [],
	}));
	const runs = executions === 'together' ? [planned] : planned.map((call) => [call]);
	const delivered = runs.map(async (calls) => {
		const settings = { pace, maxConcurrency, maxWait, maxRetries };
		return await deliver(calls, deliveryContext(outside, settings));
	});
	const outcomes = (await outside.run(Promise.all(delivered))).flat();
	return {
		lost: outcomes.filter(({ result }) => result.kind !== 'accepted').length,
		callsPerReceipt: outside.requests.length / scene.receipts,
		seconds: outside.elapsed / 1000,
		requests: outside.requests,
		outcomes,
	};
}

describe('A rate limit of which no header speaks', () => {
	it.each([
		['60 items, 20 calls per 25 s', 'together', 60, fixedWindow(20, 25_000), 50],
		['60 items, any 20 calls per 25 s', 'together', 60, slidingWindow(20, 25_000), 50],
		['40 executions, 20 calls per 25 s', 'apart', 40, fixedWindow(20, 25_000), 25],
		['40 executions, any 20 calls per 25 s', 'apart', 40, slidingWindow(20, 25_000), 25],
		['60 executions, 30 calls a minute', 'apart', 60, fixedWindow(30, 60_000), 60],
		['60 items, 30 calls a minute', 'together', 60, slidingWindow(30, 60_000), 60],
	] as const)(
		'loses no receipt, with few calls, in little more than the least time: %s',
		async (_, executions, receipts, limit, leastSeconds) => {
			for (const latency of [5, 300]) {
				const scene = await play(executions, { receipts, limit, latency });

				expect(scene.lost).toBe(0);
				expect(scene.callsPerReceipt).toBeLessThanOrEqual(1.3);
				expect(scene.seconds / leastSeconds).toBeLessThanOrEqual(1.5);
			}
		},
	);

	it.each([
		['a second', fixedWindow(10, 1_000)],
		['ten seconds', slidingWindow(20, 10_000)],
		['a minute that was half over', fixedWindow(40, 60_000, 30_000)],
		['a bucket that fills again by and by', tokenBucket(20, 1_250)],
	])('loses no receipt of 60 with a window of %s', async (_, limit) => {
		expect(await play('together', { receipts: 60, limit })).toMatchObject({ lost: 0 });
		expect(await play('apart', { receipts: 60, limit })).toMatchObject({ lost: 0 });
	});

	it('loses no receipt when every second call is refused', async () => {
		expect(await play('together', { receipts: 20, limit: everySecondCall })).toMatchObject({
			lost: 0,
		});
		expect(await play('apart', { receipts: 20, limit: everySecondCall })).toMatchObject({
			lost: 0,
		});
	});
});
