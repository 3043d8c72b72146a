import type { LimitNews } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { NO_LIMIT_NEWS } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { Pace, paceOf } from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';

/** News of the window that ends at this second; times in milliseconds of the same clock. */
function left(remaining: number, resetSecond: number, limit: number | null = 5): LimitNews {
	return {
		remaining,
		limit,
		window: String(resetSecond),
		resetAt: resetSecond * 1000,
		stayAway: null,
	};
}

/** How many more calls the pace lets start now. */
function startAll(pace: Pace, now: number): number {
	let started = 0;
	while (started < 1000 && pace.ask(now).kind === 'now') {
		pace.start();
		started += 1;
	}
	return started;
}

/** A pace that got this news from one call. */
function paceWith(news: LimitNews, now = 0): Pace {
	const pace = new Pace();
	pace.start();
	pace.end(news, now);
	return pace;
}

describe('A pace', () => {
	it('holds nobody while no limit is known', () => {
		expect(startAll(new Pace(), 0)).toBe(1000);
	});

	it('goes on holding nobody when answers say nothing of a limit', () => {
		expect(startAll(paceWith(NO_LIMIT_NEWS), 0)).toBe(1000);
	});

	it('lets no more calls start than the provider says are left', () => {
		expect(startAll(paceWith(left(3, 60)), 0)).toBe(3);
	});

	it('asks to wait for an answer while calls are in flight that may use up what is left', () => {
		const pace = paceWith(left(1, 60));
		pace.start();

		expect(pace.ask(0)).toEqual({ kind: 'afterNextAnswer' });
	});

	it('lets the next call start when an answer says that calls are left', () => {
		const pace = paceWith(left(1, 60));
		pace.start();
		pace.end(left(1, 60), 10);

		expect(pace.ask(10)).toEqual({ kind: 'now' });
	});

	it('names the end of the window, and a little more, when nothing is left', () => {
		expect(paceWith(left(0, 60)).ask(10)).toEqual({ kind: 'notBefore', time: 60_060 });
	});

	it('believes the earliest end it was told of a window: late in it the whole seconds are too coarse', () => {
		const pace = paceWith({ ...left(1, 60), resetAt: 60_000 });
		pace.start();
		pace.end({ ...left(0, 60), resetAt: 60_800 }, 59_800);

		expect(pace.ask(59_900)).toEqual({ kind: 'notBefore', time: 60_060 });
	});

	it('lets a whole window of calls start when the window has opened', () => {
		const pace = paceWith(left(0, 60, 5));

		expect(pace.ask(60_059)).toEqual({ kind: 'notBefore', time: 60_060 });
		expect(startAll(pace, 60_060)).toBe(5);
	});

	it('counts calls of the window before that are still in flight against the new one', () => {
		const pace = paceWith(left(2, 60, 5));
		pace.start();
		pace.start();

		expect(startAll(pace, 60_060)).toBe(3);
	});

	it('lets as many calls start in a new window as it saw allowed when the limit is not said', () => {
		expect(startAll(paceWith(left(7, 60, null)), 60_060)).toBe(8);
	});

	it('lets a call start in a new window even if the provider says that the limit is 0', () => {
		const pace = paceWith(left(0, 60, 0));

		expect(startAll(pace, 60_060)).toBe(1);
	});

	it('passes over a remaining count without a reset', () => {
		expect(startAll(paceWith({ ...NO_LIMIT_NEWS, remaining: 0 }), 0)).toBe(1000);
	});
});

describe('A pace, when answers overtake each other', () => {
	it('goes by the lowest count of one window', () => {
		const pace = paceWith(left(1, 60));
		pace.start();
		pace.end(left(4, 60), 0);

		expect(startAll(pace, 0)).toBe(1);
	});

	it('goes by the count of a newer window', () => {
		const pace = paceWith(left(0, 60));
		pace.start();
		pace.end(left(4, 120), 61_000);

		expect(startAll(pace, 61_000)).toBe(4);
	});

	it('passes over an answer of the window before', () => {
		const pace = paceWith(left(0, 120), 61_000);
		pace.start();
		pace.end({ ...left(3, 60), resetAt: 62_000 }, 61_000);

		expect(pace.ask(61_000)).toEqual({ kind: 'notBefore', time: 120_060 });
	});

	it('does not hold on to a window that was named by mistake once its time is over', () => {
		const pace = paceWith({ ...left(0, 999_999_999), resetAt: 300_000 });
		expect(startAll(pace, 300_060)).toBe(5);
		pace.end(left(2, 360), 300_100);

		expect(pace.ask(300_100)).toEqual({ kind: 'afterNextAnswer' });
	});
});

describe('A pace, when an answer says nothing of the limit', () => {
	it('takes the call for counted', () => {
		const pace = paceWith(left(2, 60));
		pace.start();
		pace.end(NO_LIMIT_NEWS, 0);

		expect(startAll(pace, 0)).toBe(1);
	});

	it('never counts below none', () => {
		const pace = paceWith(left(0, 60));
		pace.start();
		pace.end(NO_LIMIT_NEWS, 0);

		expect(pace.ask(0)).toEqual({ kind: 'notBefore', time: 60_060 });
	});

	it('forgets the limit after a whole window of calls without a word', () => {
		const pace = paceWith(left(0, 60, 2));
		expect(startAll(pace, 60_060)).toBe(2);
		pace.end(NO_LIMIT_NEWS, 60_100);
		pace.end(NO_LIMIT_NEWS, 60_100);

		expect(startAll(pace, 60_100)).toBe(1000);
	});
});

describe('A pace that is blocked', () => {
	it('lets nobody start before that time', () => {
		const pace = new Pace();
		pace.block(5000);

		expect(pace.ask(4999)).toEqual({ kind: 'notBefore', time: 5000 });
		expect(pace.ask(5000)).toEqual({ kind: 'now' });
	});

	it('keeps the later of two times', () => {
		const pace = new Pace();
		pace.block(5000);
		pace.block(3000);

		expect(pace.ask(4000)).toEqual({ kind: 'notBefore', time: 5000 });
	});

	it('is blocked by an answer that asks to stay away, counted from its arrival', () => {
		const pace = paceWith({ ...NO_LIMIT_NEWS, stayAway: 12_000 }, 1000);

		expect(pace.ask(1000)).toEqual({ kind: 'notBefore', time: 13_000 });
	});
});

describe('Waiting for the next answer', () => {
	it('wakes everybody who waits when a call ends', async () => {
		const pace = new Pace();
		pace.start();
		const waiting = [pace.nextAnswer(), pace.nextAnswer()];

		pace.end(NO_LIMIT_NEWS, 0);

		await expect(Promise.all(waiting)).resolves.toEqual([undefined, undefined]);
	});
});

describe('The pace of a credential', () => {
	it('is the same for all executions with the same credential', () => {
		expect(paceOf(['ryze', 'https://one.test', 'token'])).toBe(
			paceOf(['ryze', 'https://one.test', 'token']),
		);
	});

	it.each([
		['provider', ['wawp', 'https://two.test', 'token']],
		['address', ['ryze', 'https://other.test', 'token']],
		['token', ['ryze', 'https://two.test', 'other token']],
		['split of the same letters', ['ryze', 'https://two.testtoken']],
	])('is another one for another %s', (_, other) => {
		expect(paceOf(other)).not.toBe(paceOf(['ryze', 'https://two.test', 'token']));
	});

	it('is forgotten when 500 others were used since', () => {
		const pace = paceOf(['forgotten']);
		Array.from({ length: 500 }, (_, position) => paceOf([`crowd ${position}`]));

		expect(paceOf(['forgotten'])).not.toBe(pace);
	});

	it('is kept as long as it is used, however many others there are', () => {
		const pace = paceOf(['kept']);
		Array.from({ length: 1000 }, (_, position) => {
			paceOf([`more ${position}`]);
			return paceOf(['kept']);
		});

		expect(paceOf(['kept'])).toBe(pace);
	});
});
