import type { CallLimit } from './callLimit.mts';

/**
 * When a fault applies: before the call was read, after it was read, or after the message was
 * marked, so that the caller cannot know that it was. Without it: `read`.
 */
export type FaultMoment = 'arrived' | 'read' | 'marked';

export const FAULT_MOMENTS: readonly FaultMoment[] = ['arrived', 'read', 'marked'];

/** What happens to a call instead of the provider's response. */
export type Trouble =
	/** The connection is reset. */
	| { readonly kind: 'reset' }
	/** Nothing ever comes. */
	| { readonly kind: 'silence' }
	/** The response's head, then a byte every so often, without end. */
	| { readonly kind: 'drip'; readonly everyMs: number }
	/** The connection is reset in the middle of the body, whose end was announced so or so. */
	| { readonly kind: 'truncated'; readonly framing: 'length' | 'chunked' }
	/** A body of so many megabytes, or one that never ends. */
	| { readonly kind: 'oversized'; readonly megabytes: number | 'endless'; readonly status?: number }
	/** Bytes that need not be HTTP, then the end of the connection. */
	| { readonly kind: 'bytes'; readonly text: string }
	/** Any response. A text is sent as it is (as `text/plain` unless a header says otherwise). */
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
			readonly body?: unknown;
	  }
	/** The provider's own error, under any status: 200 too. */
	| {
			readonly kind: 'refusal';
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
	  }
	/** An error that repeats the request, secrets included, after so many other characters. */
	| { readonly kind: 'echo'; readonly status: number; readonly after?: number };

export type Fault = Trouble & { readonly when?: FaultMoment };

export type FaultKind = Fault['kind'];

/** Which calls get a fault. */
export type FaultPlan =
	/** The first calls one by one (`null`: that one is left alone), then none; or over and over again. */
	| { readonly sequence: ReadonlyArray<Fault | null>; readonly repeat?: boolean }
	/** A share (0 to 1) of all calls, each by one of the faults; the same seed draws the same ones. */
	| { readonly share: number; readonly faults: readonly Fault[]; readonly seed: number }
	/** The calls over a limit. */
	| { readonly limit: CallLimit; readonly fault: Fault };

/** A plan that cannot be used; the message says what to change. */
export class InvalidFault extends Error {
	override readonly name = 'InvalidFault';
}
