import {
	backoffDelay,
	mayRetry,
} from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/retryDelay';

describe('Whether a refused call is made again', () => {
	it.each([
		// rule, attempts made, max retries, made again?
		['never', 1, 3, false],
		['once', 1, 3, true],
		['once', 2, 3, false],
		['twice', 2, 3, true],
		['twice', 3, 3, false],
		['backoff', 3, 3, true],
		['backoff', 4, 3, false],
		['backoff', 20, 20, true],
	] as const)(
		'"%s" after %d attempts with %d retries allowed: %s',
		(retry, attempts, max, again) => {
			expect(mayRetry(retry, attempts, max)).toBe(again);
		},
	);

	it.each(['never', 'once', 'twice', 'backoff'] as const)(
		'"%s" is not made again when no retries are allowed',
		(retry) => {
			expect(mayRetry(retry, 1, 0)).toBe(false);
		},
	);

	it('lets the user cap a rule that allows more', () => {
		expect(mayRetry('twice', 2, 1)).toBe(false);
	});
});

describe('How long to wait before a call is made again', () => {
	it.each([
		[1, 500],
		[2, 1000],
		[3, 2000],
		[7, 30_000],
		[1000, 30_000],
	])('after %d attempts at most %d ms', (attempts, milliseconds) => {
		expect(backoffDelay(attempts, 1)).toBe(milliseconds);
	});

	it('any part of that: calls that failed together do not return together', () => {
		expect(backoffDelay(2, 0.25)).toBe(250);
		expect(backoffDelay(2, 0)).toBe(0);
	});
});
