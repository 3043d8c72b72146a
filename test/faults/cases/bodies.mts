import type { Fault } from '../../../tools/sandbox/index.mts';
import { SAYS, type FaultCase } from './faultCase.mts';

const { farTooLong, noReceipt, notAble } = SAYS;

const UNCONFIRMED = /did not confirm|temporarily unavailable|has an internal error/;

const ENDLESS = { kind: 'oversized', megabytes: 'endless' } as const;

const PAGE = '<!doctype html><html><head><title>Welcome</title></head><body>Hello</body></html>';
const XML = '<?xml version="1.0"?><response><success>true</success></response>';

/** An answer that says success, whatever stands in it. */
function ok(type: string | null, body?: string, when?: 'marked'): Fault {
	const headers = type === null ? undefined : { 'content-type': type };
	return { kind: 'answer', status: 200, headers, body, when };
}

type Row = readonly [
	name: string,
	reaction: FaultCase['reaction'],
	says: RegExp,
	status: number | null,
	fault: Fault,
];

const ROWS: readonly Row[] = [
	[
		'oversized body, 48 MB',
		'notTriedAgain',
		farTooLong,
		null,
		{ kind: 'oversized', megabytes: 48 },
	],
	['oversized body without end', 'notTriedAgain', farTooLong, null, ENDLESS],
	['oversized 503 without end', 'triedAgain', notAble, 503, { ...ENDLESS, status: 503 }],
	[
		'wrong content type (JSON as image)',
		'taken',
		/^$/,
		200,
		ok(
			'image/png',
			'{"success":true,"read":"success","setRead":true,"value":true,"code":"SUCCESS"}',
			'marked',
		),
	],
	...(
		[
			['invalid JSON', ok('application/json', '{"success":true,,}', 'marked')],
			['HTML page', ok('text/html', PAGE)],
			['HTML page as JSON', ok('application/json', PAGE)],
			['XML page', ok('application/xml', XML)],
			['plain text', ok(null, 'OK', 'marked')],
			['empty answer', ok(null, undefined, 'marked')],
		] as const
	).map(([name, fault]): Row => [name, 'notTriedAgain', noReceipt, 200, fault]),
	['200 with an error inside', 'notTriedAgain', UNCONFIRMED, 200, { kind: 'refusal', status: 200 }],
	// Refusals that repeat the request with its secrets, also where a text is cut off.
	[
		'400 that repeats the request',
		'notTriedAgain',
		/rejected|temporarily unavailable|has an internal error/,
		400,
		{ kind: 'echo', status: 400 },
	],
	[
		'200 that repeats the request',
		'notTriedAgain',
		UNCONFIRMED,
		200,
		{ kind: 'echo', status: 200 },
	],
	...[270, 280].map(
		(after): Row => [
			`500 that repeats the request after ${after} characters`,
			'triedAgain',
			notAble,
			500,
			{ kind: 'echo', status: 500, after },
		],
	),
];

/** Answers whose body says otherwise than their status, is too much, or gives the request away. */
export const BODY_CASES: readonly FaultCase[] = ROWS.map(
	([name, reaction, says, status, fault]) => ({ name, reaction, says, status, fault: () => fault }),
);
