import {
	NO_LIMIT_INFO,
	readLimitHeaders,
} from '../../../../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import { START } from '../../../../helpers/virtualOutside';

/** START as a header writes it: unix seconds, and an HTTP date so many seconds later. */
const START_SECONDS = 1_767_225_600;
const dateAt = (seconds: number) => new Date(START + seconds * 1000).toUTCString();

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
			const names = ['limit', 'remaining', 'reset'].map((name) => [`x-ratelimit-${name}`, text]);

			expect(read(Object.fromEntries(names) as Record<string, string>)).toEqual(NO_LIMIT_INFO);
		},
	);

	it('forgives spaces around a number', () => {
		expect(read({ 'x-ratelimit-remaining': ' 7 ' }).remaining).toBe(7);
	});

	it.each([
		['a reset in the past by one second', String(START_SECONDS - 60), 1000],
		['a reset in the far future by five minutes', '999999999999', 300_000],
	])('believes %s', (_, reset, milliseconds) => {
		expect(read({ 'x-ratelimit-reset': reset }).resetAt).toBe(START + milliseconds);
	});

	it.each<[string, string, number, number]>([
		['puts a reset by a clock that is ahead onto ours', dateAt(90), 110, 0],
		['puts a reset by a clock that is behind onto ours', dateAt(-90), -70, 0],
		['takes clocks for equal that differ by less than it can tell', dateAt(0), 20, 900],
		...['yesterday', '', '5', '-5'].map((date): [string, string, number, number] => [
			`is passed over when it is "${date}"`,
			date,
			20,
			0,
		]),
	])('by the Date header %s', (_, date, reset, late) => {
		const headers = { date, 'x-ratelimit-reset': String(START_SECONDS + reset) };

		expect(readLimitHeaders(headers, START + late).resetAt).toBe(START + 20_000);
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

	const regained = (header: unknown) => {
		const text = typeof header === 'string' ? header : JSON.stringify(header);
		return read({ 'x-business-use-case-usage': text }).regainAccess;
	};

	it.each([
		['the minutes it names', { '102290129340398': [usage(4)] }, 240_000],
		['the longest of several', { one: [usage(1), usage(5)], two: [usage(3)] }, 300_000],
		['an hour at most', { one: [usage(1440)] }, 3_600_000],
	])('stays away for %s', (_, header, milliseconds) => {
		expect(regained(header)).toBe(milliseconds);
	});

	it.each<[string, unknown]>([
		['access is not lost', { one: [usage(0)] }],
		['the time is not a number', { one: [usage('4')] }],
		['the list is no list', { one: usage(4) }],
		['it is not JSON', '{"one":[{'],
		['it is something else', '[4]'],
		...['ads_management', 'pages', 'whatsapp_business_management', undefined].map(
			(type): [string, unknown] => [`the use case is ${type}`, { one: [{ ...usage(30), type }] }],
		),
	])('says nothing when %s', (_, header) => {
		expect(regained(header)).toBeNull();
	});
});
