import fc from 'fast-check';

import { deliver } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/deliver';
import type { CallOutcome } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/deliver';
import type { Accepted } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/exchange';
import { Pace } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { paceOf } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/paces';
import type { PlannedCall } from '../../../../../nodes/WhatsAppMarkRead/pipeline/planBuilder';
import { deliveryContext, markCall } from '../../../../helpers/deliveryContext';
import { plainProvider } from '../../../../helpers/plainProvider';
import {
	answer,
	nameOf,
	noResponse,
	START,
	VirtualOutside,
} from '../../../../helpers/virtualOutside';
import type { Scripted, SentRequest } from '../../../../helpers/virtualOutside';

/** Calls for messages named after their position: ID0, ID1, … */
function calls(count: number): PlannedCall[] {
	return Array.from({ length: count }, (_, position) => planned(`ID${position}`));
}

function planned(id: string, olderIds: string[] = []): PlannedCall {
	return { call: markCall(id), olderIds, after: [] };
}

function typingAfter(...after: number[]): PlannedCall {
	return { call: { kind: 'showTyping', account: 'support', chatId: 'anna' }, olderIds: [], after };
}

/** Answers by what is asked for: ids, or the kind of a call on a chat. */
function answering(byName: Readonly<Record<string, Scripted>>): VirtualOutside {
	return new VirtualOutside((request) => byName[nameOf(request)] ?? answer(200));
}

async function run(
	outside: VirtualOutside,
	plan: readonly PlannedCall[],
	settings: Parameters<typeof deliveryContext>[1] = {},
): Promise<readonly CallOutcome[]> {
	return await outside.run(deliver(plan, deliveryContext(outside, settings)));
}

/** What was sent, and when. */
function sent({ requests }: VirtualOutside): string[] {
	return requests.map((request) => `${nameOf(request)} at ${request.start}`);
}

function idsOf({ call }: Accepted): readonly string[] {
	return call.kind === 'markMessages' ? call.messageIds : [];
}

/** What became of each call: the ids that were accepted, or the code of the failure. */
function ends(outcomes: readonly CallOutcome[]): unknown[] {
	return outcomes.map(({ result }) => {
		if (result.kind === 'accepted') return idsOf(result).join();
		return result.kind === 'failed' ? result.failure.code : result.kind;
	});
}

const REFUSED = answer(400, { code: 'never' });
const BAD_ID = answer(400, { code: 'badId' });

interface Delivery {
	readonly plan: readonly PlannedCall[];
	/** By ids, or the kind of a call on a chat; all others are accepted. */
	readonly answers?: Readonly<Record<string, Scripted>>;
	readonly cancelAt?: number;
	readonly maxConcurrency?: number;
	readonly sent?: readonly string[];
	readonly ends?: readonly string[];
	/** Of the first call: the ids that failed for themselves. */
	readonly badIds?: readonly string[];
	readonly elapsed?: number;
}

function itDelivers(rows: ReadonlyArray<[string, Delivery]>) {
	it.each(rows)('%s', async (_, { plan, answers = {}, cancelAt, maxConcurrency, ...expected }) => {
		const outside = answering(answers);
		if (cancelAt !== undefined) outside.cancelAt(cancelAt);

		const outcomes = await run(outside, plan, { maxConcurrency });

		expect({
			sent: sent(outside),
			ends: ends(outcomes),
			badIds: [...(outcomes[0]?.badIds.keys() ?? [])],
			elapsed: outside.elapsed,
		}).toMatchObject(expected);
	});
}

describe('Delivering calls', () => {
	itDelivers([
		['makes no request for no calls', { plan: [], sent: [], ends: [] }],
		[
			'returns the outcomes in the order of the calls, whichever ended first',
			{
				plan: calls(3),
				answers: {
					ID0: answer(200, {}, {}, 300),
					ID1: { ...REFUSED, latency: 200 },
					ID2: answer(200, {}, {}, 100),
				},
				ends: ['ID0', 'never', 'ID2'],
			},
		],
		[
			'makes every call though others fail',
			{
				plan: calls(3),
				answers: { ID0: REFUSED, ID1: noResponse('EPROTO') },
				ends: ['never', 'EPROTO', 'ID2'],
			},
		],
	]);

	it('never has more requests in flight than allowed, and is as fast as that allows', async () => {
		const outside = new VirtualOutside();

		await run(outside, calls(1000), { maxConcurrency: 50 });

		expect(outside.mostInFlight).toBe(50);
		expect(outside.elapsed).toBe((1000 / 50) * 50);
	});

	it('delivers 10,000 calls', async () => {
		const outside = new VirtualOutside();

		const outcomes = await run(outside, calls(10_000), { maxConcurrency: 10_000 });

		expect(outcomes.every(({ result }) => result.kind === 'accepted')).toBe(true);
	});
});

describe('Delivering when the execution is cancelled', () => {
	const cancelled = 'ERR_CANCELED';

	itDelivers([
		[
			'starts no request after that',
			{
				plan: calls(6),
				cancelAt: 70,
				maxConcurrency: 2,
				sent: ['ID0 at 0', 'ID1 at 0', 'ID2 at 50', 'ID3 at 50'],
				ends: ['ID0', 'ID1', 'ID2', 'ID3', cancelled, cancelled],
			},
		],
		[
			'ends as soon as the requests in flight have ended',
			{
				plan: calls(1000),
				answers: { ID0: answer(429, {}, { 'retry-after': '60' }) },
				cancelAt: 120,
				maxConcurrency: 2,
				elapsed: 120,
			},
		],
		[
			'does not try an older id',
			{
				plan: [planned('NEW', ['OLD'])],
				answers: { NEW: { ...BAD_ID, latency: 200 } },
				cancelAt: 100,
				sent: ['NEW at 0'],
				ends: [cancelled],
			},
		],
	]);
});

describe('Delivering the newest message for a whole chat', () => {
	itDelivers([
		[
			'sends the newest id only',
			{ plan: [planned('C', ['B', 'A'])], sent: ['C at 0'], ends: ['C'], badIds: [] },
		],
		[
			'tries the next newest id when one is refused as bad, until one is accepted',
			{
				plan: [planned('D', ['C', 'B', 'A'])],
				answers: { D: BAD_ID, C: BAD_ID },
				sent: ['D at 0', 'C at 50', 'B at 100'],
				ends: ['B'],
				badIds: ['D', 'C'],
			},
		],
		[
			'does not try another id when the failure is not about the id',
			{
				plan: [planned('B', ['A'])],
				answers: { B: REFUSED },
				sent: ['B at 0'],
				ends: ['never'],
				badIds: [],
			},
		],
		[
			'ends with the failure of an older id when that is not about the id',
			{
				plan: [planned('C', ['B', 'A'])],
				answers: { C: BAD_ID, B: REFUSED },
				ends: ['never'],
				badIds: ['C'],
			},
		],
		[
			'tries five older ids at most',
			{
				plan: [planned('A', 'BCDEFGHI'.split(''))],
				answers: Object.fromEntries('ABCDEFGHI'.split('').map((id) => [id, BAD_ID])),
				sent: ['A at 0', 'B at 50', 'C at 100', 'D at 150', 'E at 200', 'F at 250'],
				ends: ['badId'],
			},
		],
		[
			'fails when every id is refused',
			{ plan: [planned('B', ['A'])], answers: { B: BAD_ID, A: BAD_ID }, ends: ['badId'] },
		],
	]);

	it("keeps each refused id's own failure", async () => {
		const outside = answering({
			C: answer(400, { code: 'badId', text: 'C is bad' }),
			B: answer(400, { code: 'badId', text: 'B is bad' }),
		});

		const [outcome] = await run(outside, [planned('C', ['B', 'A'])]);

		expect(outcome?.badIds.get('C')?.providerMessage).toBe('C is bad');
		expect(outcome?.badIds.get('B')?.providerMessage).toBe('B is bad');
	});
});

describe('Delivering a call that is accepted, but not for each of its messages', () => {
	const together: PlannedCall = { call: markCall('A', 'B'), olderIds: [], after: [] };
	const failing = (failed: Readonly<Record<string, string>>) => ({
		'A,B': answer(200, { failed }),
	});

	itDelivers([
		[
			'fails exactly the messages that the provider names',
			{
				plan: [together],
				answers: failing({ B: 'never' }),
				sent: ['A,B at 0'],
				ends: ['A,B'],
				badIds: ['B'],
			},
		],
		[
			'is not made again for them, even where the reason is temporary',
			{
				plan: [together],
				answers: failing({ B: 'backoff' }),
				sent: ['A,B at 0'],
				ends: ['A,B'],
				badIds: ['B'],
			},
		],
		[
			'has failed when none of them was marked',
			{
				plan: [together, typingAfter(0)],
				answers: failing({ A: 'backoff', B: 'never' }),
				sent: ['A,B at 0'],
				ends: ['backoff', 'notMade'],
				badIds: ['A', 'B'],
			},
		],
		[
			'is followed by the typing indicator when one of them was marked',
			{
				plan: [together, typingAfter(0)],
				answers: failing({ A: 'never' }),
				ends: ['A,B', ''],
			},
		],
		[
			'tries an older message of the chat when the newest one is bad',
			{
				plan: [planned('B', ['A'])],
				answers: { B: answer(200, { failed: { B: 'badId' } }) },
				sent: ['B at 0', 'A at 50'],
				ends: ['A'],
				badIds: ['B'],
			},
		],
	]);

	it("explains each message's failure by the provider's table of errors", async () => {
		const outside = answering(failing({ A: 'badId', B: 'never' }));

		const [outcome] = await run(outside, [together]);

		expect(outcome?.badIds.get('A')).toMatchObject({
			kind: 'provider',
			message: 'Plain refused: badId',
			httpCode: '200',
			code: 'badId',
			attempts: 1,
		});
		expect(outcome?.badIds.get('B')?.message).toBe('Plain refused: never');
	});
});

describe('Delivering the typing indicator in a call of its own', () => {
	const plan = [planned('A'), typingAfter(0, 2), planned('B')];
	const shownOnce = [planned('A'), typingAfter(0)];
	const slow = answer(200, {}, {}, 300);

	itDelivers([
		[
			'makes the call when all receipts before it have ended, also those planned after it',
			{ plan, answers: { B: slow }, sent: ['A at 0', 'B at 0', 'showTyping at 300'] },
		],
		[
			'makes the call when one of the receipts was accepted',
			{ plan, answers: { A: REFUSED }, ends: ['never', '', 'B'] },
		],
		[
			'does not make the call when no receipt was accepted',
			{
				plan,
				answers: { A: REFUSED, B: REFUSED },
				sent: ['A at 0', 'B at 0'],
				ends: ['never', 'notMade', 'never'],
			},
		],
		[
			'leaves the receipts accepted when it fails itself',
			{ plan: shownOnce, answers: { showTyping: REFUSED }, ends: ['A', 'never'] },
		],
		...[answer(503), noResponse('ECONNRESET'), answer(429, {}, { 'retry-after': '12' })].map(
			(response): [string, Delivery] => [
				`is tried once, whatever is in the way: ${JSON.stringify(response)}`,
				{
					plan: shownOnce,
					answers: { showTyping: response },
					sent: ['A at 0', 'showTyping at 50'],
					elapsed: 100,
				},
			],
		),
		[
			'is given up after two seconds, once for all chats of the run',
			{
				plan: [...shownOnce, planned('B'), typingAfter(2)],
				answers: { showTyping: answer(200, {}, {}, 40_000) },
				maxConcurrency: 1,
				sent: ['A at 0', 'B at 50', 'showTyping at 100'],
				ends: ['A', 'ETIMEDOUT', 'B', 'ETIMEDOUT'],
				elapsed: 50 + 50 + 2000,
			},
		],
	]);

	const late = { provider: plainProvider({ answersTypingLate: true }), maxConcurrency: 1 };

	it.each<[string, Scripted, string[], number]>([
		['shown after two seconds without an error', answer(200, {}, {}, 25_000), ['A', ''], 2_050],
		['not shown after an error', { ...REFUSED, latency: 1_900 }, ['A', 'never'], 1_950],
	])('counts as %s where it is answered at its end', async (_, showTyping, expected, elapsed) => {
		const outside = answering({ showTyping });

		expect(ends(await run(outside, shownOnce, late))).toEqual(expected);
		expect(outside.elapsed).toBe(elapsed);
	});

	it('is left out while the rate limit is closed', async () => {
		const outside = answering({ B: answer(429, {}, { 'retry-after': '12' }) });

		const outcomes = await run(outside, [...shownOnce, planned('B')]);

		expect(outside.requests.map(nameOf)).toEqual(['A', ...Array.from({ length: 6 }, () => 'B')]);
		expect(outcomes[1]?.result).toMatchObject({
			kind: 'failed',
			failure: { message: 'Too many requests: the rate limit of Plain was reached', attempts: 0 },
		});
	});
});

/** A provider that allows so many calls in each window, announces it, and refuses what goes beyond. */
class LimitedProvider {
	readonly refused: SentRequest[] = [];

	private readonly counts = new Map<number, number>();

	/**
	 * @param limit calls a window
	 * @param window seconds
	 * @param latency of an answer to the n-th request, milliseconds
	 */
	constructor(
		readonly limit: number,
		private readonly window: number,
		private readonly latency: (position: number) => number = () => 50,
	) {}

	readonly answer = (request: SentRequest, position: number): Scripted => {
		const reset = (Math.floor(request.start / 1000 / this.window) + 1) * this.window;
		const count = (this.counts.get(reset) ?? 0) + 1;
		this.counts.set(reset, count);
		if (count > this.limit) this.refused.push(request);
		const headers = {
			'x-ratelimit-limit': String(this.limit),
			'x-ratelimit-remaining': String(Math.max(0, this.limit - count)),
			'x-ratelimit-reset': String(START / 1000 + reset),
		};
		return answer(count > this.limit ? 429 : 200, {}, headers, this.latency(position));
	};
}

describe('Delivering within a limit that the provider announces', () => {
	it('stops before the limit, and goes on when the window opens', async () => {
		const provider = new LimitedProvider(10, 60);
		const outside = new VirtualOutside(provider.answer);

		const outcomes = await run(outside, calls(25), { maxConcurrency: 4 });

		expect(outcomes.every(({ result }) => result.kind === 'accepted')).toBe(true);
		expect(provider.refused).toEqual([]);
		const inWindow = (from: number, to: number) =>
			outside.requests.filter(({ start }) => start >= from && start < to).length;
		expect(inWindow(0, 60_000)).toBe(10);
		expect(inWindow(60_000, 120_000)).toBe(10);
		expect(inWindow(120_000, 180_000)).toBe(5);
		expect(outside.elapsed).toBeLessThan(121_000);
	});

	it('fails what does not fit into the time it may wait, and says when to try again', async () => {
		const outside = new VirtualOutside(new LimitedProvider(10, 60).answer);

		const outcomes = await run(outside, calls(25), { maxConcurrency: 5, maxWait: 60_100 });

		expect(outcomes.filter(({ result }) => result.kind === 'accepted')).toHaveLength(20);
		expect(outcomes[24]?.result).toMatchObject({
			kind: 'failed',
			failure: { httpCode: '429', attempts: 0 },
		});
		expect(outcomes[24]?.result).toHaveProperty(
			'failure.description',
			expect.stringMatching(/^Try again in 60 seconds, after 2026-01-01 00:02:01 UTC/),
		);
	});

	it('holds for 200 executions of one message with the same credential', async () => {
		const provider = new LimitedProvider(100, 60);
		const outside = new VirtualOutside(provider.answer);
		const identity = ['plain', 'https://shared.test', 'dummy'];
		const executions = Array.from({ length: 200 }, async (_, position) => {
			await outside.pause(position * 100);
			const context = deliveryContext(outside, { pace: paceOf(identity) });
			return await deliver([planned(`ID${position}`)], context);
		});

		const outcomes = (await outside.run(Promise.all(executions))).flat();

		expect(outcomes.every(({ result }) => result.kind === 'accepted')).toBe(true);
		expect(provider.refused).toEqual([]);
		expect(outside.elapsed).toBeLessThan(61_000);
	});

	it('leaves an execution with another credential alone', async () => {
		const usedUp = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225660' };
		const outside = new VirtualOutside((_, position) =>
			answer(200, {}, position === 0 ? usedUp : {}),
		);
		await run(outside, calls(1), { pace: paceOf(['plain', 'busy']) });

		await run(outside, calls(1), { pace: paceOf(['plain', 'idle']) });

		expect(outside.requests.map(({ start }) => start)).toEqual([0, 50]);
	});
});

/* What holds for any answers is in test/fuzz/pipeline/markRead.fuzz.ts. */

it('No more calls ever start in a window than the provider allows', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 2, max: 60 }),
			fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 40 }),
			fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 }),
			async (limit, window, latencies, arrivals) => {
				const provider = new LimitedProvider(
					limit,
					window,
					(position) => latencies[position % latencies.length] ?? 1,
				);
				const outside = new VirtualOutside(provider.answer);
				const pace = new Pace();
				// The first answer announces the limit; then executions come as they like.
				await run(outside, calls(1), { pace });

				const executions = arrivals.map(async (time, position) => {
					await outside.pause(time);
					return await deliver(
						[planned(`ID${position}`)],
						deliveryContext(outside, { pace, maxWait: 10_000_000 }),
					);
				});
				const outcomes = (await outside.run(Promise.all(executions))).flat();

				expect(provider.refused).toEqual([]);
				expect(outcomes.every(({ result }) => result.kind === 'accepted')).toBe(true);
			},
		),
		{ numRuns: 50, seed: 20260101 },
	);
});
