import {
	NO_LIMIT_INFO,
	readLimitHeaders,
} from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { START } from '../../../../helpers/virtualOutside';

/** START as a header writes it: unix seconds, and an HTTP date. */
const START_SECONDS = 1_767_225_600;
const DATE_AT_START = 'Thu, 01 Jan 2026 00:00:00 GMT';

function read(headers: Record<string, string>) {
	return readLimitHeaders(headers, START);
}

describe('Reading X-RateLimit-Limit, -Remaining and -Reset', () => {
	it('tells the limit, what is left, the window and when it ends', () => {
		const info = read({
			'x-ratelimit-limit': '100',
			'x-ratelimit-remaining': '99',
			'x-ratelimit-reset': String(START_SECONDS + 30),
		});

		expect(info).toEqual({
			limit: 100,
			remaining: 99,
			window: '1767225630',
			resetAt: START + 30_000,
			retryAfter: null,
			regainAccess: null,
		});
	});

	it('says nothing without headers', () => {
		expect(read({})).toEqual(NO_LIMIT_INFO);
	});

	it.each(['', 'soon', '-1', '1.5', '1e3', 'NaN', '99999999999999999999'])(
		'takes "%s" for nothing said',
		(text) => {
			expect(
				read({
					'x-ratelimit-limit': text,
					'x-ratelimit-remaining': text,
					'x-ratelimit-reset': text,
				}),
			).toEqual(NO_LIMIT_INFO);
		},
	);

	it('forgives spaces around a number', () => {
		expect(read({ 'x-ratelimit-remaining': ' 7 ' }).remaining).toBe(7);
	});

	it('believes a reset in the past by one second', () => {
		expect(read({ 'x-ratelimit-reset': String(START_SECONDS - 60) }).resetAt).toBe(START + 1000);
	});

	it('believes a reset in the far future by five minutes', () => {
		expect(read({ 'x-ratelimit-reset': '999999999999' }).resetAt).toBe(START + 300_000);
	});

	it.each([
		['ahead', 90],
		['behind', -90],
	])('puts a reset by a clock that is %s onto our clock, by the Date header', (_, skew) => {
		const info = read({
			date: new Date(START + skew * 1000).toUTCString(),
			'x-ratelimit-reset': String(START_SECONDS + skew + 20),
		});

		expect(info.resetAt).toBe(START + 20_000);
	});

	it('takes clocks for equal that differ by less than the Date header can tell', () => {
		const info = readLimitHeaders(
			{ date: DATE_AT_START, 'x-ratelimit-reset': String(START_SECONDS + 20) },
			START + 900,
		);

		expect(info.resetAt).toBe(START + 20_000);
	});

	it.each(['yesterday', '', '5', '-5'])('passes over "%s" as a Date header', (date) => {
		const info = read({ date, 'x-ratelimit-reset': String(START_SECONDS + 20) });

		expect(info.resetAt).toBe(START + 20_000);
	});
});

describe('Reading Retry-After', () => {
	it.each([
		['seconds', '12', 12_000],
		['parts of a second', '0.5', 500],
		['a date', 'Thu, 01 Jan 2026 00:00:45 GMT', 45_000],
		['a date in the past', 'Wed, 31 Dec 2025 23:59:00 GMT', 0],
		['at once', '0', 0],
		['more than an hour', '86400', 3_600_000],
		['a date next year', 'Fri, 01 Jan 2027 00:00:00 GMT', 3_600_000],
		['spaces around', ' 12 ', 12_000],
	])('understands %s: "%s"', (_, value, milliseconds) => {
		expect(read({ 'retry-after': value }).retryAfter).toBe(milliseconds);
	});

	it.each(['', '-5', 'soon', '1e3', '2026-01-01', 'Infinity', '999999999999999999999'])(
		'takes "%s" for nothing said',
		(value) => {
			expect(read({ 'retry-after': value }).retryAfter).toBeNull();
		},
	);
});

describe("Reading Meta's x-business-use-case-usage", () => {
	const usage = (minutes: unknown) => ({
		call_count: 100,
		total_cputime: 25,
		total_time: 25,
		type: 'whatsapp',
		estimated_time_to_regain_access: minutes,
	});

	it('stays away for the minutes it names', () => {
		const header = JSON.stringify({ '102290129340398': [usage(4)] });

		expect(read({ 'x-business-use-case-usage': header }).regainAccess).toBe(240_000);
	});

	it('stays away for the longest of several accounts and use cases', () => {
		const header = JSON.stringify({ one: [usage(1), usage(5)], two: [usage(3)] });

		expect(read({ 'x-business-use-case-usage': header }).regainAccess).toBe(300_000);
	});

	it('stays away for an hour at most', () => {
		const header = JSON.stringify({ one: [usage(1440)] });

		expect(read({ 'x-business-use-case-usage': header }).regainAccess).toBe(3_600_000);
	});

	it.each([
		['access is not lost', JSON.stringify({ one: [usage(0)] })],
		['the time is not a number', JSON.stringify({ one: [usage('4')] })],
		['the list is no list', JSON.stringify({ one: usage(4) })],
		['it is not JSON', '{"one":[{'],
		['it is something else', '[4]'],
	])('says nothing when %s', (_, header) => {
		expect(read({ 'x-business-use-case-usage': header }).regainAccess).toBeNull();
	});

	it.each(['ads_management', 'pages', 'whatsapp_business_management', undefined])(
		'says nothing when the use case is %s',
		(type) => {
			const header = JSON.stringify({ one: [{ ...usage(30), type }] });

			expect(read({ 'x-business-use-case-usage': header }).regainAccess).toBeNull();
		},
	);
});
