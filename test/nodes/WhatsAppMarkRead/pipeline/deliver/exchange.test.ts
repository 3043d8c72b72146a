import { exchange } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/exchange';
import type {
	CallResult,
	ExchangeContext,
} from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/exchange';
import { NO_LIMIT_INFO } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { Pace } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { deliveryContext, markCall } from '../../../../helpers/deliveryContext';
import { answer, noResponse, VirtualOutside } from '../../../../helpers/virtualOutside';
import type { Scripted } from '../../../../helpers/virtualOutside';

/** Gives these answers one after another, then the last one for ever. */
function outsideWith(...answers: Scripted[]): VirtualOutside {
	return new VirtualOutside(
		(_, position) => answers[Math.min(position, answers.length - 1)] ?? answer(200),
	);
}

async function run(
	outside: VirtualOutside,
	settings: Parameters<typeof deliveryContext>[1] = {},
): Promise<CallResult> {
	return await outside.run(exchange(markCall('A'), deliveryContext(outside, settings)));
}

function starts({ requests }: VirtualOutside): number[] {
	return requests.map(({ start }) => start);
}

function failureOf(result: CallResult) {
	if (result.kind !== 'failed') throw new Error('The call was accepted');
	return result.failure;
}

const refused = (code: string) => answer(400, { code });

describe('A call that the provider accepts', () => {
	it('is sent once, as the provider builds it', async () => {
		const outside = outsideWith(answer(200));

		await run(outside);

		expect(outside.requests).toEqual([
			{
				url: 'https://plain.test/markMessages',
				body: markCall('A'),
				start: 0,
				end: 50,
			},
		]);
	});

	it('returns what the provider read from the answer, and the answer itself', async () => {
		const outside = outsideWith(answer(200, { chat: 'anna@lid', request: 'r1' }));

		expect(await run(outside)).toEqual({
			kind: 'accepted',
			call: markCall('A'),
			chatId: 'anna@lid',
			requestId: 'r1',
			warning: null,
			response: { chat: 'anna@lid', request: 'r1' },
		});
	});

	it('returns an answer that is not JSON as text', async () => {
		const outside = outsideWith({
			kind: 'response',
			status: 200,
			headers: {},
			body: 'OK',
			latency: 50,
		});

		expect(await run(outside)).toMatchObject({ kind: 'accepted', response: 'OK' });
	});

	it('is accepted even if it was refused before', async () => {
		const outside = outsideWith(refused('backoff'), answer(200));

		expect(await run(outside)).toMatchObject({ kind: 'accepted' });
	});
});

describe('A call that the provider refuses', () => {
	it.each([
		// rule of the catalogue, max retries, attempts
		['never', 3, 1],
		['once', 3, 2],
		['twice', 3, 3],
		['backoff', 3, 4],
		['twice', 1, 2],
		['backoff', 5, 6],
	])('with the rule "%s" and %d retries is made %d times', async (code, maxRetries, attempts) => {
		const outside = outsideWith(refused(code));

		const ended = await run(outside, { maxRetries });

		expect(outside.requests).toHaveLength(attempts);
		expect(failureOf(ended).attempts).toBe(attempts);
	});

	it.each(['never', 'once', 'twice', 'backoff'])(
		'with the rule "%s" is made once when no retries are allowed',
		async (code) => {
			const outside = outsideWith(refused(code));

			await run(outside, { maxRetries: 0 });

			expect(outside.requests).toHaveLength(1);
		},
	);

	it.each([408, 425, 429, 500, 502, 503, 504])('with HTTP %d is made again', async (status) => {
		const outside = outsideWith(answer(status), answer(200));

		expect(await run(outside)).toMatchObject({ kind: 'accepted' });
	});

	it.each([302, 400, 401, 403, 404, 422])('with HTTP %d is not made again', async (status) => {
		const outside = outsideWith(answer(status), answer(200));

		expect(failureOf(await run(outside)).httpCode).toBe(String(status));
		expect(outside.requests).toHaveLength(1);
	});

	it('waits twice as long before each further attempt', async () => {
		const outside = outsideWith(refused('backoff'));

		await run(outside);

		expect(starts(outside)).toEqual([0, 50 + 500, 600 + 1000, 1650 + 2000]);
	});

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

	it.each([
		['badId', true],
		['never', false],
	])('with code "%s" tells whether the message id is bad: %s', async (code, isBadMessageId) => {
		expect(await run(outsideWith(refused(code)))).toMatchObject({ isBadMessageId });
	});

	it('makes room for other calls while it waits for its next attempt', async () => {
		const outside = outsideWith(refused('backoff'), answer(200));
		const context = deliveryContext(outside, { maxConcurrency: 1 });

		await outside.run(
			Promise.all([exchange(markCall('A'), context), exchange(markCall('B'), context)]),
		);

		expect(outside.requests.map(({ body, start }) => [body.messageIds, start])).toEqual([
			[['A'], 0],
			[['B'], 50],
			[['A'], 550],
		]);
	});
});

describe('A call that gets no answer', () => {
	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
		'for %s is made again',
		async (code) => {
			const outside = outsideWith(noResponse(code), answer(200));

			expect(await run(outside)).toMatchObject({ kind: 'accepted' });
			expect(starts(outside)).toEqual([0, 550]);
		},
	);

	it.each([
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'CERT_HAS_EXPIRED',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'EPROTO',
		'SSRF_BLOCKED',
		'NOT_SENT',
	])('for %s is not made again', async (code) => {
		const outside = outsideWith(noResponse(code));

		expect(failureOf(await run(outside))).toMatchObject({ httpCode: null, code, attempts: 1 });
	});

	it('fails with how often it was made', async () => {
		expect(failureOf(await run(outsideWith(noResponse('ECONNRESET'))))).toMatchObject({
			message: 'The connection to Plain was lost',
			httpCode: null,
			code: 'ECONNRESET',
			attempts: 4,
		});
	});
});

describe('A call that hits the rate limit', () => {
	/** When the second attempt starts after a 429 with these headers, milliseconds after its answer. */
	async function wait(headers: Record<string, string>, status = 429): Promise<number> {
		const outside = outsideWith(answer(status, {}, headers), answer(200));
		await run(outside);
		return (starts(outside)[1] ?? Number.NaN) - 50;
	}

	it.each([
		['Retry-After in seconds', { 'retry-after': '7' }, 7000],
		// The answer arrives 50 ms into the year.
		['Retry-After as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT' }, 19_950],
		[
			"Meta's usage header in minutes",
			{
				'x-business-use-case-usage':
					'{"1":[{"type":"whatsapp","estimated_time_to_regain_access":1}]}',
			},
			60_000,
		],
		['the reset of its window', { 'x-ratelimit-reset': '1767225630' }, 29_950],
		[
			'the reset of a window with nothing left, and a little more',
			{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225630' },
			30_010,
		],
		[
			'Retry-After, if it is later than the reset',
			{ 'retry-after': '40', 'x-ratelimit-reset': '1767225630' },
			40_000,
		],
	])('waits as told by %s', async (_, headers, milliseconds) => {
		expect(await wait(headers)).toBe(milliseconds);
	});

	it.each([
		['nothing', {}],
		['garbage', { 'retry-after': 'soon' }],
		['a negative number', { 'retry-after': '-5' }],
		['0 seconds', { 'retry-after': '0' }],
		['a date in the past', { 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }],
		[
			'a window with calls left',
			{ 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': '1767225630' },
		],
	])('waits for a guess of 2 s when told %s', async (_, headers) => {
		expect(await wait(headers)).toBe(2000);
	});

	it('tries again just after the windows that are usual, and once more when its time is over', async () => {
		const outside = outsideWith(answer(429));

		await run(outside);

		expect(starts(outside)).toEqual([0, 2050, 11_050, 31_050, 61_050, 120_250]);
	});

	it('does not believe a time twice that did not hold', async () => {
		const outside = outsideWith(answer(429, {}, { 'retry-after': '1' }));

		await run(outside);

		expect(starts(outside)).toEqual([0, 1050, 11_050, 31_050, 61_050, 120_250]);
	});

	it.each([0, 3, 20])('is made again however many retries are allowed: %d', async (maxRetries) => {
		const outside = outsideWith(...Array.from({ length: 4 }, () => answer(429)), answer(200));

		expect(await run(outside, { maxRetries })).toMatchObject({ kind: 'accepted' });
	});

	it('does not use up the retries for other failures', async () => {
		const limited = Array.from({ length: 4 }, () => answer(429));
		const outside = outsideWith(...limited, answer(503), answer(200));

		expect(await run(outside, { maxRetries: 1 })).toMatchObject({ kind: 'accepted' });
	});

	it('knows a rate limit by the code of the provider, whatever the HTTP status', async () => {
		const outside = outsideWith(refused('rateLimit'), answer(200));

		await run(outside);

		expect(starts(outside)).toEqual([0, 2050]);
	});

	it.each([
		['is made again', 120_000],
		['is not made again', 0],
	])('keeps other executions with the credential away when it %s', async (_, maxWait) => {
		const outside = outsideWith(answer(429), answer(200));
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
		expect(ofB.map(({ start }) => start)).toEqual([maxWait === 0 ? 2050 : 2100]);
	});

	it('does not keep executions with another credential away', async () => {
		const outside = outsideWith(answer(429), answer(200));
		const execution = async (id: string) =>
			await exchange(markCall(id), deliveryContext(outside, { maxWait: 0 }));

		await outside.run(execution('A').then(async () => await execution('B')));

		expect(starts(outside)).toEqual([0, 50]);
	});

	it('lets no call of the queue slip through before the others know', async () => {
		const outside = outsideWith(answer(429), answer(200));
		const context = deliveryContext(outside, { maxConcurrency: 1 });

		await outside.run(
			Promise.all([exchange(markCall('A'), context), exchange(markCall('B'), context)]),
		);

		expect(starts(outside)).toEqual([0, 2050, 2100]);
	});
});

describe('A call that a server in trouble asks to make later', () => {
	const inTrouble = (seconds: number) =>
		answer(503, { text: 'maintenance' }, { 'retry-after': String(seconds) });

	it('is made again then', async () => {
		const outside = outsideWith(inTrouble(20), answer(200));

		await run(outside);

		expect(starts(outside)).toEqual([0, 20_050]);
	});

	it('keeps nobody else away', async () => {
		const outside = outsideWith(inTrouble(20), answer(200));
		const pace = new Pace();
		const calls = ['A', 'B'].map(async (id) => {
			const context = deliveryContext(outside, { pace, maxConcurrency: 1 });
			return await exchange(markCall(id), context);
		});

		await outside.run(Promise.all(calls));

		expect(starts(outside)).toEqual([0, 50, 20_050]);
	});

	it('fails in its own words when the wait is longer than the execution may', async () => {
		const outside = outsideWith(inTrouble(3600));

		const failure = failureOf(await run(outside));

		expect(failure).toMatchObject({
			message: 'Plain has a server error or is temporarily unavailable',
			httpCode: '503',
			providerMessage: 'maintenance',
			attempts: 1,
		});
		expect(failure.description).toMatch(
			/Plain asks to wait 3600 seconds, which is longer than the option 'Max Wait' allows\.$/,
		);
		expect(outside.elapsed).toBe(50);
	});
});

describe('A usage header that comes with a success', () => {
	it('keeps nobody away', async () => {
		const usage = '{"1":[{"type":"whatsapp","estimated_time_to_regain_access":30}]}';
		const outside = outsideWith(answer(200, {}, { 'x-business-use-case-usage': usage }));
		const context = deliveryContext(outside);

		await outside.run(
			exchange(markCall('A'), context).then(async () => await exchange(markCall('B'), context)),
		);

		expect(starts(outside)).toEqual([0, 50]);
	});
});

describe('A call that would wait longer than the execution may', () => {
	/** A pace that was told to stay away until this time. */
	function closedUntil(time: number): Pace {
		const pace = new Pace();
		pace.end(pace.start(0), 'rateLimited', { ...NO_LIMIT_INFO, retryAfter: time }, 0);
		return pace;
	}

	const closedFor = (seconds: number) => answer(429, {}, { 'retry-after': String(seconds) });

	it('fails at once and says when to try again', async () => {
		const outside = outsideWith(
			answer(429, { text: 'slow down', request: 'r1' }, { 'retry-after': '300' }),
		);

		expect(failureOf(await run(outside))).toEqual({
			kind: 'provider',
			message: 'Too many requests: the rate limit of Plain was reached',
			description:
				"Try again in 300 seconds, after 2026-01-01 00:05:01 UTC: the option 'Max Wait' does not allow a wait that long. Try again later. If many messages arrive at once, lower the option 'Max Concurrency' or raise 'Max Wait'. Plain says: \"slow down\" (HTTP 429, request ID r1).",
			httpCode: '429',
			code: null,
			providerMessage: 'slow down',
			requestId: 'r1',
			attempts: 1,
		});
		expect(outside.elapsed).toBe(50);
	});

	it('fails without an attempt when another call had hit the limit', async () => {
		const outside = outsideWith(answer(200));

		const failure = failureOf(await run(outside, { pace: closedUntil(outside.now() + 300_000) }));

		expect(outside.requests).toEqual([]);
		expect(failure).toMatchObject({ attempts: 0, httpCode: '429', providerMessage: null });
		expect(failure.description).toBe(
			"Try again in 300 seconds, after 2026-01-01 00:05:00 UTC: the option 'Max Wait' does not allow a wait that long. Try again later. If many messages arrive at once, lower the option 'Max Concurrency' or raise 'Max Wait'.",
		);
	});

	it('says "1 second" when it is one', async () => {
		const outside = outsideWith(closedFor(1));

		const { description } = failureOf(await run(outside, { maxWait: 0 }));

		expect(description).toMatch(/^Try again in 1 second, after 2026-01-01 00:00:02 UTC/);
	});

	it('counts all its attempts', async () => {
		const outside = outsideWith(answer(500), answer(500), closedFor(300));

		expect(failureOf(await run(outside)).attempts).toBe(3);
	});

	it('says that the provider does not say when its limit opens', async () => {
		const { description } = failureOf(await run(outsideWith(answer(429)), { maxWait: 1000 }));

		expect(description).toMatch(
			/^Plain does not say when its rate limit resets, and the option 'Max Wait' does not allow a longer wait\./,
		);
	});

	it('waits for nobody when it may not wait: what is closed fails at once', async () => {
		const outside = outsideWith(answer(429), answer(200));
		const context = deliveryContext(outside, { maxWait: 0, maxConcurrency: 1 });

		const ended = await outside.run(
			Promise.all(['A', 'B'].map(async (id) => await exchange(markCall(id), context))),
		);

		expect(ended.map(({ kind }) => kind)).toEqual(['failed', 'failed']);
		expect(starts(outside)).toEqual([0]);
	});

	it('waits when the time is exactly what is allowed', async () => {
		const outside = outsideWith(closedFor(120), answer(200));

		expect(await run(outside, { maxWait: 120_000 })).toMatchObject({ kind: 'accepted' });
	});

	it('has an hour at most to wait for, whatever the provider says', async () => {
		const outside = outsideWith(closedFor(99_999_999));

		const { description } = failureOf(await run(outside));

		expect(description).toMatch(/^Try again in 3600 seconds, after 2026-01-01 01:00:01 UTC/);
	});

	it('shares the time with calls that wait at the same time', async () => {
		const outside = outsideWith(answer(200));
		const pace = closedUntil(outside.now() + 100_000);
		const context = deliveryContext(outside, { maxWait: 120_000, pace });
		const calls = ['A', 'B', 'C'].map(async (id) => await exchange(markCall(id), context));

		const ended = await outside.run(Promise.all(calls));

		expect(ended.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
		expect(starts(outside)).toEqual([100_000, 100_050, 100_100]);
	});
});

describe('A call of an execution that is cancelled', () => {
	async function cancelled(
		outside: VirtualOutside,
		time: number,
		settings: Partial<ExchangeContext> = {},
	) {
		outside.cancelAt(time);
		return failureOf(await run(outside, settings));
	}

	it('is not started', async () => {
		const outside = outsideWith(answer(200));
		outside.cancelAt(0);
		await outside.run(outside.pause(1));

		const failure = failureOf(await run(outside));

		expect(outside.requests).toEqual([]);
		expect(failure).toMatchObject({ code: 'ERR_CANCELED', httpCode: null, attempts: 0 });
		expect(failure.message).toBe('The execution was stopped before Plain responded');
	});

	it('stops waiting for its next attempt at once', async () => {
		const outside = outsideWith(refused('backoff'));

		expect(await cancelled(outside, 100)).toMatchObject({ code: 'ERR_CANCELED', attempts: 1 });
		expect(outside.elapsed).toBe(100);
	});

	it('stops waiting for the rate limit at once', async () => {
		const outside = outsideWith(answer(429, {}, { 'retry-after': '60' }));

		expect(await cancelled(outside, 100)).toMatchObject({ code: 'ERR_CANCELED', attempts: 1 });
		expect(outside.elapsed).toBe(100);
	});

	it("stops waiting for another execution's answer at once", async () => {
		const outside = outsideWith(answer(200));
		const pace = new Pace();
		const announced = {
			...NO_LIMIT_INFO,
			remaining: 1,
			window: '1767225660',
			resetAt: outside.now() + 60_000,
		};
		pace.end(pace.start(outside.now()), 'accepted', announced, outside.now());
		pace.start(outside.now());

		expect(await cancelled(outside, 100, { pace })).toMatchObject({ attempts: 0 });
		expect(outside.elapsed).toBe(100);
	});
});
