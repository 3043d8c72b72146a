import { SAYS, SHORT_TIMEOUT, type FaultCase } from './faultCase.mts';

const { lost, late, unreadable } = SAYS;

const FAULTS: ReadonlyArray<Pick<FaultCase, 'name' | 'fault' | 'says' | 'timeout'>> = [
	{
		name: 'reset before the call was read',
		fault: () => ({ kind: 'reset', when: 'arrived' }),
		says: lost,
	},
	{ name: 'reset after it was read', fault: () => ({ kind: 'reset', when: 'read' }), says: lost },
	{
		name: 'reset after it was marked',
		fault: () => ({ kind: 'reset', when: 'marked' }),
		says: lost,
	},
	{
		name: 'never answers',
		fault: () => ({ kind: 'silence', when: 'read' }),
		says: late,
		timeout: SHORT_TIMEOUT,
	},
	{
		name: 'never answers, though it was marked',
		fault: () => ({ kind: 'silence', when: 'marked' }),
		says: late,
		timeout: SHORT_TIMEOUT,
	},
	{
		name: 'slow drip: a byte every 50 ms',
		fault: () => ({ kind: 'drip', everyMs: 50 }),
		says: late,
		timeout: SHORT_TIMEOUT,
	},
	{
		name: 'body cut off (content-length)',
		fault: () => ({ kind: 'truncated', framing: 'length', when: 'marked' }),
		says: lost,
	},
	{
		name: 'body cut off (chunked)',
		fault: () => ({ kind: 'truncated', framing: 'chunked', when: 'marked' }),
		says: lost,
	},
];

const OK = 'HTTP/1.1 200 OK\r\n';

const BYTES: ReadonlyArray<readonly [name: string, says: RegExp, text: string]> = [
	['head cut off', lost, `${OK}Content-Type: appl`],
	['wrong chunk size', lost, `${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`],
	['an answer that is not HTTP', unreadable, 'SSH-2.0-OpenSSH_9.6\r\n'],
	['head far too long', unreadable, `${OK}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`],
	['wrong content-length', unreadable, `${OK}Content-Length: many\r\n\r\n{}`],
	[
		'gzip that is none',
		unreadable,
		`${OK}Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!`,
	],
	[
		'brotli that is none',
		unreadable,
		`${OK}Content-Encoding: br\r\nContent-Length: 11\r\n\r\nnot brotli!`,
	],
];

/** Connections that break, keep silent, drip, or speak no HTTP. */
export const CONNECTION_CASES: readonly FaultCase[] = [
	...FAULTS,
	...BYTES.map(([name, says, text]) => ({
		name,
		says,
		fault: () => ({ kind: 'bytes', text }) as const,
	})),
].map((given) => ({ ...given, reaction: 'triedAgain', status: null }));
