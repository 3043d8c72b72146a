import { z } from 'zod/v4';
import { providerId, readOrder } from '../server/order.mts';
import type { ProviderId } from '../providers/index.mts';
import { callLimit } from './callLimit.mts';

/**
 * When a fault applies: before the call was read, after it was read, or after the message was
 * marked, so that the caller cannot know that it was. Without it: `read`.
 */
const moment = z.enum(['arrived', 'read', 'marked']);
const when = moment.optional();

const status = z.int().min(200).max(599);
const headers = z.record(z.string(), z.string()).readonly().optional();

const ONE_SIZE = 'Expected a number above 0, or "endless"';
const ONE_KIND =
	'Expected one of: reset, silence, drip, truncated, oversized, bytes, answer, refusal, echo';
const ONE_PLAN = 'Expected a "sequence", a "limit", or a "share" from 0 to 1';

/** What happens to a call instead of the provider's response. */
const fault = z.discriminatedUnion(
	'kind',
	[
		/** The connection is reset. */
		z.object({ kind: z.literal('reset'), when }),
		/** Nothing ever comes. */
		z.object({ kind: z.literal('silence'), when }),
		/** The response's head, then a byte every so often, without end. */
		z.object({ kind: z.literal('drip'), when, everyMs: z.number().positive() }),
		/** The connection is reset in the middle of the body, whose end was announced so or so. */
		z.object({ kind: z.literal('truncated'), when, framing: z.enum(['length', 'chunked']) }),
		/** A body of so many megabytes, or one that never ends. */
		z.object({
			kind: z.literal('oversized'),
			when,
			megabytes: z.union([z.number().positive(), z.literal('endless')], ONE_SIZE),
			status: status.optional(),
		}),
		/** Bytes that need not be HTTP, then the end of the connection. */
		z.object({ kind: z.literal('bytes'), when, text: z.string() }),
		/** Any response. A text is sent as it is (as `text/plain` unless a header says otherwise). */
		z.object({ kind: z.literal('answer'), when, status, headers, body: z.unknown().optional() }),
		/** The provider's own error, under any status: 200 too. */
		z.object({ kind: z.literal('refusal'), when, status, headers }),
		/** An error that repeats the request, secrets included, after so many other characters. */
		z.object({ kind: z.literal('echo'), when, status, after: z.int().min(0).optional() }),
	],
	ONE_KIND,
);

/** Which calls get a fault: each kind of plan by the field that tells it from the others. */
const plans = {
	/** The first calls one by one (`null`: that one is left alone), then none; or over and over again. */
	sequence: z.object({
		sequence: z.array(fault.nullable()).min(1).readonly(),
		repeat: z.boolean().optional(),
	}),
	/** The calls over a limit. */
	limit: z.object({ limit: callLimit, fault }),
	/** A share of all calls, each by one of the faults; the same seed draws the same ones. */
	share: z.object({
		share: z.number(ONE_PLAN).min(0).max(1),
		faults: z.array(fault).min(1).readonly(),
		seed: z.int(),
	}),
};

export type Fault = Readonly<z.infer<typeof fault>>;
export type FaultKind = Fault['kind'];
export type FaultMoment = z.infer<typeof moment>;
export type FaultPlan = Readonly<z.infer<(typeof plans)[keyof typeof plans]>>;

/** An order to the switch, as the control endpoint takes it. */
interface FaultOrder {
	readonly provider: ProviderId;
	readonly plan: FaultPlan | null;
}

const faultOrder = z.object({ provider: providerId, plan: z.looseObject({}).nullable() });

/**
 * Reads an order from untrusted JSON: `{"provider":"…","plan":{"sequence":[{"kind":"reset"}]}}`,
 * or `"plan":null` to end the faults.
 *
 * @throws InvalidOrder naming the wrong field
 */
export function readFaultOrder(body: unknown): FaultOrder {
	const { provider, plan } = readOrder(faultOrder, body);
	if (plan === null) return { provider, plan };
	if ('sequence' in plan) return { provider, plan: readOrder(plans.sequence, plan) };
	if ('limit' in plan) return { provider, plan: readOrder(plans.limit, plan) };
	return { provider, plan: readOrder(plans.share, plan) };
}
