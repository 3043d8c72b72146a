import type { LimitInfo } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { NO_LIMIT_INFO } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import type {
	CallEnd,
	StartedCall,
} from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { Pace } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import { paceOf } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/paces';

/** News of the window that ends at this second; times in milliseconds of the same clock. */
function left(remaining: number, resetSecond: number, limit: number | null = 5): LimitInfo {
	return {
		remaining,
		limit,
		window: String(resetSecond),
		resetAt: resetSecond * 1000,
		retryAfter: null,
		regainAccess: null,
	};
}

/** Starts as many calls as the pace lets in now, and returns them. */
function startAll(pace: Pace, now: number, maxInFlight = 1000): StartedCall[] {
	const started: StartedCall[] = [];
	while (started.length < 1000 && pace.ask(now, maxInFlight).kind === 'now') {
		started.push(pace.start(now));
	}
	return started;
}

function endAll(pace: Pace, calls: readonly StartedCall[], info: LimitInfo, now: number): void {
	calls.forEach((call) => pace.end(call, 'accepted', info, now));
}

/** A call that starts now and is accepted at once, with this info. */
function answered(pace: Pace, info: LimitInfo, now: number): void {
	pace.end(pace.start(now), 'accepted', info, now);
}

/** A pace that got these infos, each from a call that was accepted at once. */
function paceWith(...infos: ReadonlyArray<LimitInfo | [info: LimitInfo, now: number]>): Pace {
	const pace = new Pace();
	infos.forEach((given) => {
		const [info, now] = Array.isArray(given) ? given : [given, 0];
		answered(pace, info, now);
	});
	return pace;
}

const notBefore = (time: number) => ({ kind: 'notBefore', time, source: 'stated' });

describe('A pace', () => {
	it.each<[string, Pace, now: number, calls: number]>([
		['holds nobody while no limit is known', new Pace(), 0, 1000],
		['holds nobody when answers say nothing of a limit', paceWith(NO_LIMIT_INFO), 0, 1000],
		['passes over a count without a reset', paceWith({ ...NO_LIMIT_INFO, remaining: 0 }), 0, 1000],
		['lets no more calls start than the provider says are left', paceWith(left(3, 60)), 0, 3],
		[
			'lets as many calls start in a new window as it saw allowed when the limit is not said',
			paceWith(left(7, 60, null)),
			60_060,
			8,
		],
		[
			'lets a call start in a new window even if the provider says that the limit is 0',
			paceWith(left(0, 60, 0)),
			60_060,
			1,
		],
		['goes by the lowest count of one window', paceWith(left(1, 60), left(4, 60)), 0, 1],
		[
			'goes by the count of a newer window',
			paceWith(left(0, 60), [left(4, 120), 61_000]),
			61_000,
			4,
		],
		[
			'takes a call for counted when its answer says nothing of the limit',
			paceWith(left(2, 60), NO_LIMIT_INFO),
			0,
			1,
		],
	])('%s', (_, pace, now, calls) => {
		expect(startAll(pace, now)).toHaveLength(calls);
	});

	it.each<[string, Pace, now: number, admission: object]>([
		[
			'lets the next call start when an answer says that calls are left',
			paceWith(left(1, 60), [left(1, 60), 10]),
			10,
			{ kind: 'now' },
		],
		[
			'names the end of the window, and a little more, when nothing is left',
			paceWith(left(0, 60)),
			10,
			notBefore(60_060),
		],
		[
			'believes the earliest end it was told of a window: late in it the whole seconds are too coarse',
			paceWith(left(1, 60), [{ ...left(0, 60), resetAt: 60_800 }, 59_800]),
			59_900,
			notBefore(60_060),
		],
		[
			'passes over an answer of the window before that overtook one of the next',
			paceWith([left(0, 120), 61_000], [{ ...left(3, 60), resetAt: 62_000 }, 61_000]),
			61_000,
			notBefore(120_060),
		],
		['never counts below none', paceWith(left(0, 60), NO_LIMIT_INFO), 0, notBefore(60_060)],
	])('%s', (_, pace, now, admission) => {
		expect(pace.ask(now, 10)).toEqual(admission);
	});

	it('asks to wait for an answer while calls are in flight that may use up what is left', () => {
		const pace = paceWith(left(1, 60));
		pace.start(0);

		expect(pace.ask(0, 10)).toEqual({ kind: 'allInFlight' });
	});

	it('lets a whole window of calls start when the window has opened', () => {
		const pace = paceWith(left(0, 60, 5));

		expect(pace.ask(60_059, 10)).toEqual(notBefore(60_060));
		expect(startAll(pace, 60_060)).toHaveLength(5);
	});

	it('counts calls of the window before that are still in flight against the new one', () => {
		const pace = paceWith(left(2, 60, 5));
		pace.start(0);
		pace.start(0);

		expect(startAll(pace, 60_060)).toHaveLength(3);
	});

	it('does not hold on to a window that was named by mistake once its time is over', () => {
		const pace = paceWith({ ...left(0, 999_999_999), resetAt: 300_000 });
		const calls = startAll(pace, 300_060);
		expect(calls).toHaveLength(5);
		endAll(pace, calls.slice(0, 1), left(2, 360), 300_100);

		expect(pace.ask(300_100, 10)).toEqual({ kind: 'allInFlight' });
	});

	it('forgets the limit after a whole window of calls without a word', () => {
		const pace = paceWith(left(0, 60, 2));
		const calls = startAll(pace, 60_060);
		expect(calls).toHaveLength(2);
		endAll(pace, calls, NO_LIMIT_INFO, 60_100);

		expect(startAll(pace, 60_100)).toHaveLength(1000);
	});
});

/** A pace at which so many calls came through at 0 ms, and the next was refused without a word. */
function refusedAfter(accepted: number): Pace {
	const pace = new Pace();
	endAll(pace, startAll(pace, 0, accepted), NO_LIMIT_INFO, 0);
	tryOnce(pace, 'rateLimited', 0);
	return pace;
}

function tryOnce(pace: Pace, how: CallEnd, now: number, info = NO_LIMIT_INFO): void {
	pace.end(pace.start(now), how, info, now);
}

describe('A pace, when a call was refused for the rate limit', () => {
	it.each([
		['Retry-After', { ...NO_LIMIT_INFO, retryAfter: 12_000 }, 12_000],
		['the time until access is regained', { ...NO_LIMIT_INFO, regainAccess: 60_000 }, 60_000],
	])('lets nobody start before %s is over', (_, info, time) => {
		const pace = new Pace();
		tryOnce(pace, 'rateLimited', 0, info);

		expect(pace.ask(time - 1, 10)).toEqual({ kind: 'notBefore', time, source: 'stated' });
		expect(pace.ask(time, 10)).toEqual({ kind: 'now' });
	});

	it('heeds no time to wait that comes with anything else', () => {
		const pace = paceWith({ ...NO_LIMIT_INFO, retryAfter: 12_000, regainAccess: 60_000 });

		expect(pace.ask(0, 10)).toEqual({ kind: 'now' });
	});

	it('guesses longer each time, and starts over after a success', () => {
		const pace = new Pace();
		const guesses = Array.from({ length: 6 }, () => {
			tryOnce(pace, 'rateLimited', 0);
			const admission = pace.ask(0, 10);
			return admission.kind === 'notBefore' ? admission.time : null;
		});
		expect(guesses).toEqual([2_000, 11_000, 31_000, 61_000, 121_000, 181_000]);

		tryOnce(pace, 'accepted', 181_000);
		tryOnce(pace, 'rateLimited', 190_000);

		expect(pace.ask(190_000, 10)).toMatchObject({ time: 192_000 });
	});

	it('lets one call try, and the others wait for it', () => {
		const pace = refusedAfter(20);

		expect(startAll(pace, 2_000)).toHaveLength(1);
		expect(pace.ask(2_000, 10)).toEqual({ kind: 'afterProbe' });
	});

	it('keeps everybody waiting when that call is refused', () => {
		const pace = refusedAfter(20);
		tryOnce(pace, 'rateLimited', 2_000);

		expect(pace.ask(2_000, 10)).toEqual({
			kind: 'notBefore',
			time: 11_000,
			source: 'guessed',
		});
	});

	it('lets the others go on one by one, then more and more, when that call came through', () => {
		const pace = refusedAfter(20);
		tryOnce(pace, 'accepted', 2_000);
		const inFlight = [1, 2, 4, 8, 4].map((expected) => {
			const calls = startAll(pace, 2_000);
			expect(calls).toHaveLength(expected);
			return endAll(pace, calls, NO_LIMIT_INFO, 2_000);
		});

		expect(inFlight).toHaveLength(5);
		// As many as came through before the refusal: the next window begins when this one has lasted as long.
		expect(pace.ask(2_000, 10)).toEqual({ kind: 'notBefore', time: 4_000, source: 'learned' });
	});

	it('takes the next window to hold a little more when one was used up without a refusal', () => {
		const pace = refusedAfter(4);
		const calls = [2_000, 4_000, 6_000].map((time) => {
			let count = 0;
			for (; pace.ask(time, 10).kind === 'now'; count += 1) tryOnce(pace, 'accepted', time);
			return count;
		});

		expect(calls).toEqual([4, 5, 7]);
	});

	it('forgets after five minutes how much a window holds', () => {
		const pace = refusedAfter(20);
		tryOnce(pace, 'accepted', 2_000);

		endAll(pace, startAll(pace, 303_000), NO_LIMIT_INFO, 303_000);

		expect(startAll(pace, 303_000, 25)).toHaveLength(2);
	});

	it('learns nothing of a window when nothing had come through before', () => {
		const pace = refusedAfter(0);
		tryOnce(pace, 'accepted', 2_000);

		expect(pace.ask(2_000, 10)).toEqual({ kind: 'now' });
	});

	it('takes no lesson from the refusal of a call that was under way before it opened again', () => {
		const pace = new Pace();
		const slow = pace.start(0);
		tryOnce(pace, 'rateLimited', 10);
		tryOnce(pace, 'accepted', 2_010);

		pace.end(slow, 'rateLimited', NO_LIMIT_INFO, 3_000);

		expect(pace.ask(3_000, 10)).toEqual({ kind: 'now' });
	});

	it('goes by the latest time that is stated to calls which were in flight then', () => {
		const pace = new Pace();
		const inFlight = [12_000, 5_000].map((retryAfter) => ({ retryAfter, call: pace.start(0) }));
		tryOnce(pace, 'rateLimited', 0);
		inFlight.forEach(({ retryAfter, call }) => {
			pace.end(call, 'rateLimited', { ...NO_LIMIT_INFO, retryAfter }, 0);
		});

		expect(pace.ask(0, 10)).toEqual(notBefore(12_000));
	});

	it('tries sooner when somebody can wait no longer, unless the time is stated', () => {
		const guessed = refusedAfter(20);
		guessed.tryNoLaterThan(1_000);
		const stated = new Pace();
		tryOnce(stated, 'rateLimited', 0, { ...NO_LIMIT_INFO, retryAfter: 2_000 });
		stated.tryNoLaterThan(1_000);

		expect(guessed.ask(1_000, 10)).toEqual({ kind: 'now' });
		expect(stated.ask(1_000, 10)).toMatchObject({ kind: 'notBefore', time: 2_000 });
	});
});

describe('A pace of which no limit is known', () => {
	it('lets all executions together have no more in flight than one alone may have', () => {
		expect(startAll(new Pace(), 0, 10)).toHaveLength(10);
	});

	it('lets a fifth of what came through be in flight, if that is more', () => {
		const pace = new Pace();
		Array.from({ length: 100 }, () => tryOnce(pace, 'accepted', 0));

		expect(startAll(pace, 0, 10)).toHaveLength(20);
	});

	it('says since when nothing has come back', () => {
		const pace = new Pace();
		tryOnce(pace, 'accepted', 50);
		startAll(pace, 60, 10);

		expect(pace.ask(70, 10)).toEqual({ kind: 'crowded', lastResponseAt: 50 });
	});
});

describe('Waiting for the next response', () => {
	it('wakes everybody who waits when a call ends', async () => {
		const pace = new Pace();
		const call = pace.start(0);
		const waiting = [pace.nextResponse(), pace.nextResponse()];

		pace.end(call, 'accepted', NO_LIMIT_INFO, 0);

		await expect(Promise.all(waiting)).resolves.toEqual([undefined, undefined]);
	});
});

describe('The pace of a credential', () => {
	const identity = ['plain', 'https://two.test', 'token'];

	it('is the same for all executions with the same credential', () => {
		expect(paceOf([...identity])).toBe(paceOf([...identity]));
	});

	it.each([
		['provider', ['another', 'https://two.test', 'token']],
		['address', ['plain', 'https://other.test', 'token']],
		['token', ['plain', 'https://two.test', 'other token']],
		['split of the same letters', ['plain', 'https://two.testtoken']],
	])('is another one for another %s', (_, other) => {
		expect(paceOf(other)).not.toBe(paceOf(identity));
	});

	it('is forgotten when 500 others were used since, and kept as long as it is used', () => {
		const [forgotten, kept] = [paceOf(['forgotten']), paceOf(['kept'])];
		for (let position = 0; position < 500; position += 1) {
			paceOf([`crowd ${position}`]);
			expect(paceOf(['kept'])).toBe(kept);
		}

		expect(paceOf(['forgotten'])).not.toBe(forgotten);
	});
});
