import type { FaultCase } from './faultCase.mts';
import { LATE, LOST, UNREADABLE } from './words.mts';

/** Milliseconds: long enough for a good answer on a busy machine. */
const SHORT_TIMEOUT = 1_500;

/** Connections that break, keep silent, drip, or speak no HTTP. */
export const CONNECTION_CASES: readonly FaultCase[] = [
	...(['arrived', 'read', 'marked'] as const).map(
		(when): FaultCase => ({
			name: `reset ${{ arrived: 'before the call was read', read: 'after it was read', marked: 'after it was marked' }[when]}`,
			fault: () => ({ kind: 'reset', when }),
			reaction: 'triedAgain',
			says: LOST,
			status: null,
		}),
	),
	...(['read', 'marked'] as const).map(
		(when): FaultCase => ({
			name: when === 'read' ? 'never answers' : 'never answers, though it was marked',
			fault: () => ({ kind: 'silence', when }),
			reaction: 'triedAgain',
			says: LATE,
			status: null,
			timeout: SHORT_TIMEOUT,
		}),
	),
	{
		name: 'slow drip: a byte every 50 ms',
		fault: () => ({ kind: 'drip', everyMs: 50 }),
		reaction: 'triedAgain',
		says: LATE,
		status: null,
		timeout: SHORT_TIMEOUT,
	},
	...(['length', 'chunked'] as const).map(
		(framing): FaultCase => ({
			name: `body cut off (${framing === 'length' ? 'content-length' : 'chunked'})`,
			fault: () => ({ kind: 'truncated', framing, when: 'marked' }),
			reaction: 'triedAgain',
			says: LOST,
			status: null,
		}),
	),
	...(
		[
			['head cut off', LOST, 'HTTP/1.1 200 OK\r\nContent-Type: appl'],
			[
				'wrong chunk size',
				LOST,
				'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n',
			],
			['an answer that is not HTTP', UNREADABLE, 'SSH-2.0-OpenSSH_9.6\r\n'],
			[
				'head far too long',
				UNREADABLE,
				`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
			],
			['wrong content-length', UNREADABLE, 'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}'],
			[
				'gzip that is none',
				UNREADABLE,
				'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!',
			],
			[
				'brotli that is none',
				UNREADABLE,
				'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 11\r\n\r\nnot brotli!',
			],
		] as const
	).map(
		([name, says, text]): FaultCase => ({
			name,
			fault: () => ({ kind: 'bytes', text }),
			reaction: 'triedAgain',
			says,
			status: null,
		}),
	),
];
