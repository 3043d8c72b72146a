import type { CallLimit } from './callLimit.mts';

/**
 * When a fault applies: before the call was read, after it was read, or after the message was
 * marked, so that the caller cannot know that it was.
 */
export type FaultMoment = 'arrived' | 'read' | 'marked';

type Headers = Readonly<Record<string, string>>;

/**
 * What happens to a call instead of the provider's response:
 * - `reset`: the connection is reset
 * - `silence`: nothing ever comes
 * - `drip`: the response's head, then a byte every so often, without end
 * - `truncated`: the connection is reset in the middle of the body, whose end was announced so or so
 * - `oversized`: a body of so many megabytes, or one that never ends
 * - `bytes`: bytes that need not be HTTP, then the end of the connection
 * - `answer`: any response; a text is sent as it is (as `text/plain` unless a header says otherwise)
 * - `refusal`: the provider's own error, under any status: 200 too
 * - `echo`: an error that repeats the request, secrets included, after so many other characters
 */
export type Fault = Readonly<
	{ /** Without it: `read`. */ when?: FaultMoment | undefined } & (
		| { kind: 'reset' | 'silence' }
		| { kind: 'drip'; everyMs: number }
		| { kind: 'truncated'; framing: 'length' | 'chunked' }
		| { kind: 'oversized'; megabytes: number | 'endless'; status?: number }
		| { kind: 'bytes'; text: string }
		| { kind: 'answer'; status: number; headers?: Headers | undefined; body?: unknown }
		| { kind: 'refusal'; status: number; headers?: Headers }
		| { kind: 'echo'; status: number; after?: number }
	)
>;

export type FaultKind = Fault['kind'];

/**
 * Which calls get a fault:
 * - `sequence`: the first calls one by one (`null`: that one is left alone), then none; or over and over again
 * - `limit`: the calls over a limit
 * - `share`: a share of all calls, each by one of the faults; the same seed draws the same ones
 */
export type FaultPlan = Readonly<
	| { sequence: ReadonlyArray<Fault | null>; repeat?: boolean }
	| { limit: CallLimit; fault: Fault }
	| { share: number; faults: readonly Fault[]; seed: number }
>;
