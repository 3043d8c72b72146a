import type { FaultCase } from './faultCase.mts';
import { NO_RECEIPT, NOT_ABLE, TOO_LONG } from './words.mts';

const PAGE = '<!doctype html><html><head><title>Welcome</title></head><body>Hello</body></html>';
const XML = '<?xml version="1.0"?><response><success>true</success></response>';

/** Answers whose status says success, or whose body is too much. */
export const BODY_CASES: readonly FaultCase[] = [
	{
		name: 'oversized body, 48 MB',
		fault: () => ({ kind: 'oversized', megabytes: 48 }),
		reaction: 'notTriedAgain',
		says: TOO_LONG,
		status: null,
	},
	{
		name: 'oversized body without end',
		fault: () => ({ kind: 'oversized', megabytes: 'endless' }),
		reaction: 'notTriedAgain',
		says: TOO_LONG,
		status: null,
	},
	{
		name: 'oversized 503 without end',
		fault: () => ({ kind: 'oversized', megabytes: 'endless', status: 503 }),
		reaction: 'triedAgain',
		says: NOT_ABLE,
		status: 503,
	},
	{
		name: 'wrong content type (JSON as image)',
		fault: () => ({
			kind: 'answer',
			when: 'marked',
			status: 200,
			headers: { 'content-type': 'image/png' },
			body: '{"success":true}',
		}),
		reaction: 'taken',
		says: /^$/,
		status: 200,
	},
	{
		name: 'invalid JSON',
		fault: () => ({
			kind: 'answer',
			when: 'marked',
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: '{"success":true,,}',
		}),
		reaction: 'notTriedAgain',
		says: NO_RECEIPT,
		status: 200,
	},
	...(
		[
			['HTML page', 'text/html', PAGE],
			['HTML page as JSON', 'application/json', PAGE],
			['XML page', 'application/xml', XML],
		] as const
	).map(
		([name, type, body]): FaultCase => ({
			name,
			fault: () => ({ kind: 'answer', status: 200, headers: { 'content-type': type }, body }),
			reaction: 'notTriedAgain',
			says: NO_RECEIPT,
			status: 200,
		}),
	),
	{
		name: 'plain text',
		fault: () => ({ kind: 'answer', when: 'marked', status: 200, body: 'OK' }),
		reaction: 'notTriedAgain',
		says: NO_RECEIPT,
		status: 200,
	},
	{
		name: 'empty answer',
		fault: () => ({ kind: 'answer', when: 'marked', status: 200 }),
		reaction: 'notTriedAgain',
		says: NO_RECEIPT,
		status: 200,
	},
	{
		name: '200 with an error inside',
		fault: () => ({ kind: 'refusal', status: 200 }),
		reaction: 'notTriedAgain',
		says: /did not confirm|temporarily unavailable|has an internal error/,
		status: 200,
	},
];
