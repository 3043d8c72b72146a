import { exchange } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/exchange';
import type { CallResult } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/exchange';
import { NO_LIMIT_INFO } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { Pace } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { deliveryContext, markCall } from '../../../../helpers/deliveryContext';
import { answer, noResponse, VirtualOutside } from '../../../../helpers/virtualOutside';
import type { Scripted } from '../../../../helpers/virtualOutside';

type Settings = Parameters<typeof deliveryContext>[1];

/** Gives these answers one after another, then the last one for ever. */
function outsideWith(...answers: Scripted[]): VirtualOutside {
	return new VirtualOutside(
		(_, position) => answers[Math.min(position, answers.length - 1)] ?? answer(200),
	);
}

async function run(outside: VirtualOutside, settings: Settings = {}): Promise<CallResult> {
	return await outside.run(exchange(markCall('A'), deliveryContext(outside, settings)));
}

/** Makes calls with these ids at the same time, in one execution. */
async function runTogether(outside: VirtualOutside, ids: string[], settings: Settings = {}) {
	const context = deliveryContext(outside, settings);
	const calls = ids.map(async (id) => await exchange(markCall(id), context));
	return await outside.run(Promise.all(calls));
}

function starts({ requests }: VirtualOutside): number[] {
	return requests.map(({ start }) => start);
}

function failureOf(result: CallResult) {
	if (result.kind !== 'failed') throw new Error('The call was accepted');
	return result.failure;
}

const refused = (code: string) => answer(400, { code });
const limited = (seconds: number) => answer(429, {}, { 'retry-after': String(seconds) });
const times = (count: number, scripted: Scripted) => Array.from({ length: count }, () => scripted);
const OK = answer(200);
const ACCEPTED = { kind: 'accepted' };

/** A pace that was told to stay away until this time. */
function closedUntil(time: number): Pace {
	const pace = new Pace();
	pace.end(pace.start(0), 'rateLimited', { ...NO_LIMIT_INFO, retryAfter: time }, 0);
	return pace;
}

/** What becomes of the call: when its attempts started, and its result or the failure in it. */
interface Ending {
	readonly starts?: readonly number[];
	readonly result?: object;
	readonly failure?: object;
	readonly elapsed?: number;
}

function itEnds(
	rows: ReadonlyArray<[says: string, answers: Scripted[], Ending, settings?: Settings]>,
) {
	it.each(rows)('%s', async (_, answers, expected, settings = {}) => {
		const outside = outsideWith(...answers);

		const result = await run(outside, settings);

		const failure = result.kind === 'failed' ? result.failure : null;
		const { elapsed } = outside;
		expect({ starts: starts(outside), result, failure, elapsed }).toMatchObject(expected);
	});
}

describe('A call that the provider accepts', () => {
	it('is sent once, as the provider builds it', async () => {
		const outside = outsideWith(OK);

		await run(outside);

		expect(outside.requests).toEqual([
			{ url: 'https://plain.test/markMessages', body: markCall('A'), start: 0, end: 50 },
		]);
	});

	it('returns what the provider read from the answer, and the answer itself', async () => {
		const response = { chat: 'anna@lid', request: 'r1' };

		expect(await run(outsideWith(answer(200, response)))).toEqual({
			kind: 'accepted',
			call: markCall('A'),
			chatId: 'anna@lid',
			requestId: 'r1',
			warning: null,
			response,
		});
	});

	const text = { kind: 'response', status: 200, headers: {}, body: 'OK', latency: 50 } as const;
	itEnds([
		['returns an answer that is not JSON as text', [text], { result: { response: 'OK' } }],
		['is accepted even if it was refused before', [refused('backoff'), OK], { result: ACCEPTED }],
	]);
});

describe('A call that the provider refuses', () => {
	it.each([
		// rule of the catalogue, max retries, attempts
		['never', 3, 1],
		['twice', 3, 3],
		['backoff', 3, 4],
		['twice', 1, 2],
		['backoff', 0, 1],
	])('with the rule "%s" and %d retries is made %d times', async (code, maxRetries, attempts) => {
		const outside = outsideWith(refused(code));

		const ended = await run(outside, { maxRetries });

		expect(outside.requests).toHaveLength(attempts);
		expect(failureOf(ended).attempts).toBe(attempts);
	});

	itEnds([
		[
			'waits twice as long before each further attempt',
			[refused('backoff')],
			{ starts: [0, 50 + 500, 600 + 1000, 1650 + 2000] },
		],
		['is made again when its status says so', [answer(503), OK], { result: ACCEPTED }],
		['is not made again else', [answer(404)], { failure: { httpCode: '404', attempts: 1 } }],
		['tells that the message id is bad', [refused('badId')], { result: { isBadMessageId: true } }],
		['tells that it is not', [refused('never')], { result: { isBadMessageId: false } }],
	]);

	it('waits any part of that, by chance', async () => {
		const outside = outsideWith(refused('backoff'));
		outside.chance = 0.5;

		await run(outside, { maxRetries: 1 });

		expect(starts(outside)).toEqual([0, 50 + 250]);
	});

	it('fails with the facts of the last answer', async () => {
		const outside = outsideWith(
			answer(500, { text: 'first words', request: 'r1' }),
			answer(400, { code: 'never', text: 'last words', request: 'r2' }),
		);

		expect(failureOf(await run(outside))).toEqual({
			kind: 'provider',
			message: 'Plain refused: never',
			description:
				'Do something about never. Plain says: "last words" (HTTP 400, code never, request ID r2). Tried 2 times.',
			httpCode: '400',
			code: 'never',
			providerMessage: 'last words',
			requestId: 'r2',
			attempts: 2,
		});
	});

	it('makes room for other calls while it waits for its next attempt', async () => {
		const outside = outsideWith(refused('backoff'), OK);

		await runTogether(outside, ['A', 'B'], { maxConcurrency: 1 });

		expect(outside.requests.map(({ body, start }) => `${body.messageIds} ${start}`)).toEqual([
			'A 0',
			'B 50',
			'A 550',
		]);
	});
});

describe('A call that gets no answer', () => {
	const message = 'The connection to Plain was lost';
	const lost = { message, httpCode: null, code: 'ECONNRESET', attempts: 4 };
	const insecure = { httpCode: null, code: 'EPROTO', attempts: 1 };

	itEnds([
		['is made again when that may help', [noResponse('ECONNRESET'), OK], { starts: [0, 550] }],
		['fails with how often it was made', [noResponse('ECONNRESET')], { failure: lost }],
		['is not made again when that cannot help', [noResponse('EPROTO')], { failure: insecure }],
	]);
});

describe('A call that hits the rate limit', () => {
	const usage = '{"1":[{"type":"whatsapp","estimated_time_to_regain_access":1}]}';
	const inHalfAMinute = { 'x-ratelimit-reset': '1767225630' };

	it.each<[string, Record<string, string>, number]>([
		['by Retry-After in seconds', { 'retry-after': '7' }, 7000],
		["by Meta's usage header in minutes", { 'x-business-use-case-usage': usage }, 60_000],
		// The answer arrives 50 ms into the year.
		['by the reset of its window', inHalfAMinute, 29_950],
		[
			'by the reset of a window with nothing left, and a little more',
			{ 'x-ratelimit-remaining': '0', ...inHalfAMinute },
			30_010,
		],
		[
			'by Retry-After, if it is later than the reset',
			{ 'retry-after': '40', ...inHalfAMinute },
			40_000,
		],
		['nothing, and guesses 2 s', {}, 2000],
		['0 seconds, and guesses 2 s', { 'retry-after': '0' }, 2000],
		[
			'a window with calls left, and guesses 2 s',
			{ 'x-ratelimit-remaining': '9', ...inHalfAMinute },
			2000,
		],
	])('waits as told %s', async (_, headers, milliseconds) => {
		const outside = outsideWith(answer(429, {}, headers), OK);

		await run(outside);

		expect(starts(outside)).toEqual([0, 50 + milliseconds]);
	});

	itEnds([
		[
			'tries again just after the windows that are usual, and once more when its time is over',
			[answer(429)],
			{ starts: [0, 2050, 11_050, 31_050, 61_050, 120_250] },
		],
		[
			'does not believe a time twice that did not hold',
			[limited(1)],
			{ starts: [0, 1050, 11_050, 31_050, 61_050, 120_250] },
		],
		[
			'does not use up the retries for other failures',
			[...times(4, answer(429)), answer(503), OK],
			{ result: ACCEPTED },
			{ maxRetries: 1 },
		],
		[
			'knows a rate limit by the code of the provider, whatever the HTTP status',
			[refused('rateLimit'), OK],
			{ starts: [0, 2050] },
		],
	]);

	it.each([0, 3, 20])('is made again however many retries are allowed: %d', async (maxRetries) => {
		const outside = outsideWith(...times(4, answer(429)), OK);

		expect(await run(outside, { maxRetries })).toMatchObject(ACCEPTED);
	});

	it.each([
		['is made again', 120_000, 2100],
		['is not made again', 0, 2050],
	])('keeps other executions with the credential away when it %s', async (_, maxWait, start) => {
		const outside = outsideWith(answer(429), OK);
		const pace = new Pace();
		const execution = async (id: string) => {
			const settings = { pace, maxWait: id === 'A' ? maxWait : 120_000 };
			return await exchange(markCall(id), deliveryContext(outside, settings));
		};
		let later: Promise<CallResult> | undefined;
		outside.at(60, () => {
			later = execution('B');
		});

		await outside.run(execution('A').then(async () => await outside.pause(100)));
		await outside.run(later ?? Promise.reject(new Error('B never came')));

		const ofB = outside.requests.filter(({ body }) => String(body.messageIds) === 'B');
		expect(ofB.map((request) => request.start)).toEqual([start]);
	});

	it('does not keep executions with another credential away', async () => {
		const outside = outsideWith(answer(429), OK);

		await run(outside, { maxWait: 0 });
		await run(outside, { maxWait: 0 });

		expect(starts(outside)).toEqual([0, 50]);
	});

	it('lets no call of the queue slip through before the others know', async () => {
		const outside = outsideWith(answer(429), OK);

		await runTogether(outside, ['A', 'B'], { maxConcurrency: 1 });

		expect(starts(outside)).toEqual([0, 2050, 2100]);
	});
});

describe('A call that a server in trouble asks to make later', () => {
	const inTrouble = (seconds: number) =>
		answer(503, { text: 'maintenance' }, { 'retry-after': String(seconds) });

	itEnds([
		['is made again then', [inTrouble(20), OK], { starts: [0, 20_050] }],
		[
			'fails in its own words when the wait is longer than the execution may',
			[inTrouble(3600)],
			{
				failure: {
					message: 'Plain has a server error or is temporarily unavailable',
					description: expect.stringMatching(
						/Plain asks to wait 3600 seconds, which is longer than the option 'Max Wait' allows\.$/,
					),
					httpCode: '503',
					providerMessage: 'maintenance',
					attempts: 1,
				},
				elapsed: 50,
			},
		],
	]);

	it('keeps nobody else away', async () => {
		const outside = outsideWith(inTrouble(20), OK);
		const pace = new Pace();
		const calls = ['A', 'B'].map(async (id) => {
			const context = deliveryContext(outside, { pace, maxConcurrency: 1 });
			return await exchange(markCall(id), context);
		});

		await outside.run(Promise.all(calls));

		expect(starts(outside)).toEqual([0, 50, 20_050]);
	});
});

it('A usage header that comes with a success keeps nobody away', async () => {
	const usage = '{"1":[{"type":"whatsapp","estimated_time_to_regain_access":30}]}';
	const outside = outsideWith(answer(200, {}, { 'x-business-use-case-usage': usage }));

	await runTogether(outside, ['A', 'B'], { maxConcurrency: 1 });

	expect(starts(outside)).toEqual([0, 50]);
});

describe('A call that would wait longer than the execution may', () => {
	it('fails without an attempt when another call had hit the limit', async () => {
		const outside = outsideWith(OK);

		const failure = failureOf(await run(outside, { pace: closedUntil(outside.now() + 300_000) }));

		expect(outside.requests).toEqual([]);
		expect(failure).toMatchObject({ attempts: 0, httpCode: '429', providerMessage: null });
		expect(failure.description).toMatch(/^Try again in 300 seconds, after 2026-01-01 00:05:00 UTC/);
	});

	const described = (description: RegExp): Ending => ({
		failure: { description: expect.stringMatching(description) as string },
	});
	const slowDown = answer(429, { text: 'slow down', request: 'r1' }, { 'retry-after': '300' });
	itEnds([
		[
			'fails at once, says when to try again, and what the provider said',
			[slowDown],
			{
				failure: {
					message: 'Too many requests: the rate limit of Plain was reached',
					description: expect.stringMatching(
						/^Try again in 300 seconds, after 2026-01-01 00:05:01 UTC: .+ Plain says: "slow down" \(HTTP 429, request ID r1\)\.$/,
					),
					httpCode: '429',
					code: null,
					providerMessage: 'slow down',
					requestId: 'r1',
					attempts: 1,
				},
				elapsed: 50,
			},
		],
		[
			'says "1 second" when it is one',
			[limited(1)],
			described(/^Try again in 1 second, after 2026-01-01 00:00:02 UTC/),
			{ maxWait: 0 },
		],
		[
			'counts all its attempts',
			[answer(500), answer(500), limited(300)],
			{ failure: { attempts: 3 } },
		],
		[
			'says that the provider does not say when its limit opens',
			[answer(429)],
			described(
				/^Plain does not say when its rate limit resets, and the option 'Max Wait' does not allow a longer wait\./,
			),
			{ maxWait: 1000 },
		],
		[
			'waits when the time is exactly what is allowed',
			[limited(120), OK],
			{ result: ACCEPTED },
			{ maxWait: 120_000 },
		],
		[
			'has an hour at most to wait for, whatever the provider says',
			[limited(99_999_999)],
			described(/^Try again in 3600 seconds, after 2026-01-01 01:00:01 UTC/),
		],
	]);

	it('waits for nobody when it may not wait: what is closed fails at once', async () => {
		const outside = outsideWith(answer(429), OK);

		const ended = await runTogether(outside, ['A', 'B'], { maxWait: 0, maxConcurrency: 1 });

		expect(ended.map(({ kind }) => kind)).toEqual(['failed', 'failed']);
		expect(starts(outside)).toEqual([0]);
	});

	it('shares the time with calls that wait at the same time', async () => {
		const outside = outsideWith(OK);
		const settings = { maxWait: 120_000, pace: closedUntil(outside.now() + 100_000) };

		const ended = await runTogether(outside, ['A', 'B', 'C'], settings);

		expect(ended.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
		expect(starts(outside)).toEqual([100_000, 100_050, 100_100]);
	});
});

describe('A call of an execution that is cancelled', () => {
	it('is not started', async () => {
		const outside = outsideWith(OK);
		outside.cancelAt(0);
		await outside.run(outside.pause(1));

		const failure = failureOf(await run(outside));

		expect(outside.requests).toEqual([]);
		expect(failure).toMatchObject({ code: 'ERR_CANCELED', httpCode: null, attempts: 0 });
		expect(failure.message).toBe('The execution was stopped before Plain responded');
	});

	it.each([
		['its next attempt', refused('backoff')],
		['the rate limit', limited(60)],
	])('stops waiting for %s at once', async (_, given) => {
		const outside = outsideWith(given);
		outside.cancelAt(100);

		const failure = failureOf(await run(outside));

		expect(failure).toMatchObject({ code: 'ERR_CANCELED', attempts: 1 });
		expect(outside.elapsed).toBe(100);
	});

	it("stops waiting for another execution's answer at once", async () => {
		const outside = outsideWith(OK);
		outside.cancelAt(100);
		const pace = new Pace();
		const window = { remaining: 1, window: '1767225660', resetAt: outside.now() + 60_000 };
		const announced = { ...NO_LIMIT_INFO, ...window };
		pace.end(pace.start(outside.now()), 'accepted', announced, outside.now());
		pace.start(outside.now());

		expect(failureOf(await run(outside, { pace }))).toMatchObject({ attempts: 0 });
		expect(outside.elapsed).toBe(100);
	});
});
