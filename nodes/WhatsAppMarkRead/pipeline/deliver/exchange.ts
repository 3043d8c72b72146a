import { ACCEPTED, type Acceptance, type Call, type TypingCall } from '../../providers/calls';
import type { Connection, Provider } from '../../providers/provider';
import type { CallError, ErrorRow } from '../../responses/errorCatalogue';
import { noResponse } from '../../responses/networkErrors';
import { readRawResponse, type RawResponse } from '../../responses/providerResponse';
import { callFailure, explain, limitFailure, waitFailure } from '../failure';
import type { ExplainedError, Failure } from '../failure';
import type { Gate } from './gate';
import { NO_LIMIT_INFO, readLimitHeaders } from './limitHeaders';
import type { Outside } from './outside';
import type { StartedCall } from './pace';
import { backoffDelay, mayRetry } from './retryDelay';
import { waitForTurn, type TurnContext } from './waitForTurn';

/** What all exchanges of one execution have in common. */
export interface ExchangeContext extends TurnContext {
	readonly provider: Provider;
	readonly connection: Connection;
	/** Further attempts after the first, except those for a rate limit. */
	readonly maxRetries: number;
	/** Bounds the requests in flight; a call that pauses before a retry makes room for others. */
	readonly gate: Gate;
	/** Whether a typing indicator has taken too long: the others of the run are then left out. */
	readonly typing: { isTooSlow: boolean };
	readonly outside: Outside;
}

/** What became of a call after all its attempts. */
export type CallResult = Accepted | Failed;

/** The provider accepted the call. */
export interface Accepted extends Acceptance {
	/** As it was sent. */
	readonly call: Call;
	/** The provider's response, parsed where it is JSON. */
	readonly response: unknown;
	/** Ids that failed for themselves although others of the call were accepted. */
	readonly badIds?: ReadonlyMap<string, Failure>;
}

export interface Failed {
	readonly kind: 'failed';
	readonly failure: Failure;
	/** An older id of the same chat may still be accepted. */
	readonly isBadMessageId: boolean;
	/** Where each id of the call failed for itself. */
	readonly badIds?: ReadonlyMap<string, Failure>;
}

/**
 * Makes one call: waits for the rate limit, sends, reads the response, and retries where that can help. Waiting for a
 * rate limit is bounded by the wait budget alone, everything else by the number of retries.
 * Never rejects.
 */
export async function exchange(call: Call, context: ExchangeContext): Promise<CallResult> {
	const { provider, outside, waitBudget } = context;
	let history: History = { attempts: 0, retries: 0, lastError: null };
	for (;;) {
		const before = history;
		const result = await context.gate.run(async () => await attempt(call, before, context));
		const attempts = before.attempts + 1;
		if (result.kind === 'accepted') return failIds(result, provider, attempts);
		if (result.kind === 'failed') return result;
		const { row, retryAfter } = result;
		if (row.retry === 'rateLimit') {
			history = { ...before, attempts, lastError: result };
			continue;
		}
		const retries = before.retries + 1;
		if (!mayRetry(row.retry, retries, context.maxRetries)) {
			return failed(callFailure(provider, result, attempts), row);
		}
		const now = outside.now();
		const until = now + (retryAfter ?? 0);
		if (until > waitBudget.latest(now)) {
			return failed(waitFailure(provider, result, until - now, attempts), row);
		}
		if (retryAfter !== null) waitBudget.take(now, until);
		await outside.pause(Math.max(until - now, backoffDelay(retries, outside.random())));
		history = { attempts, retries, lastError: result };
	}
}

/** Fails the ids that the provider did not mark, and the call when it marked none. They are not retried. */
function failIds(accepted: Accepted, provider: Provider, attempts: number): CallResult {
	const { call, failedIds = [] } = accepted;
	const errors = [...failedIds].map(([id, error]) => [id, explain(provider, error)] as const);
	const [first] = errors;
	if (first === undefined) return accepted;
	const failureOf = (error: ExplainedError) => callFailure(provider, error, attempts);
	const badIds = new Map(errors.map(([id, error]) => [id, failureOf(error)]));
	const isAnyMarked = call.kind === 'markMessages' && call.messageIds.some((id) => !badIds.has(id));
	if (isAnyMarked) return { ...accepted, badIds };
	const [, error] = first;
	return { ...failed(failureOf(error), error.row), badIds };
}

/** The longest that a typing indicator may take, milliseconds: a courtesy must not hold the read receipt back. */
const LONGEST_TYPING_MS = 2_000;

/**
 * Shows the typing indicator, after the receipt: one attempt, only if no rate limit is in the way, and not for long.
 * Never rejects.
 */
export async function showTyping(call: TypingCall, context: ExchangeContext): Promise<CallResult> {
	const { provider, outside, pace, typing } = context;
	return await context.gate.run(async () => {
		const now = outside.now();
		if (outside.isCancelled()) return notSent(CANCELLED, 0, provider);
		if (typing.isTooSlow) return notSent(TOO_SLOW, 0, provider);
		if (pace.ask(now, Number.POSITIVE_INFINITY).kind !== 'now') {
			return failed(limitFailure(provider, null, now, 0, null));
		}
		const result = await send(call, pace.start(now), context, LONGEST_TYPING_MS);
		if (result.kind === 'accepted') return result;
		if (provider.answersTypingLate === true && result.code === 'ETIMEDOUT') {
			return { ...ACCEPTED, call, response: null };
		}
		typing.isTooSlow ||= outside.now() - now >= LONGEST_TYPING_MS;
		return failed(callFailure(provider, result, 1), result.row);
	});
}

/** The attempts of a call so far. */
interface History {
	readonly attempts: number;
	/** Attempts that failed for another reason than a rate limit. */
	readonly retries: number;
	readonly lastError: ExplainedError | null;
}

/** What one attempt failed with. */
interface AttemptError extends ExplainedError {
	/** How long the provider asks to wait before the next one, milliseconds. */
	readonly retryAfter: number | null;
}

/** One attempt: waits for the rate limit, and sends. */
async function attempt(
	call: Call,
	{ attempts, lastError }: History,
	context: ExchangeContext,
): Promise<AttemptError | CallResult> {
	const { provider, outside } = context;
	const turn = await waitForTurn(context);
	if (turn.kind === 'cancelled') return notSent(CANCELLED, attempts, provider);
	if (turn.kind === 'limited') {
		return failed(limitFailure(provider, turn.opensAt, outside.now(), attempts, lastError));
	}
	return await send(call, turn.call, context);
}

/**
 * Sends a call and reads the response. Updates the pace before the gate admits the next call, even when this call will
 * not be retried.
 */
async function send(
	call: Call,
	started: StartedCall,
	{ provider, connection, outside, pace }: ExchangeContext,
	atMost?: number,
): Promise<AttemptError | Accepted> {
	const raw = await outside.send(provider.buildRequest(call, connection), atMost);
	const now = outside.now();
	const info = raw.kind === 'response' ? readLimitHeaders(raw.headers, now) : NO_LIMIT_INFO;
	const result = readResult(raw, call, provider);
	if (result.kind === 'accepted') {
		pace.end(started, 'accepted', info, now);
		return result;
	}
	const error = explain(provider, result);
	pace.end(started, error.row.retry === 'rateLimit' ? 'rateLimited' : 'other', info, now);
	return { ...error, retryAfter: info.retryAfter };
}

function readResult(
	raw: RawResponse | CallError,
	call: Call,
	provider: Provider,
): CallError | Accepted {
	if (raw.kind === 'error') return raw;
	const response = readRawResponse(raw);
	const result = provider.readResponse(response, call);
	if (result.kind === 'error') return result;
	return { ...result, call, response: response.json ?? response.text };
}

const CANCELLED = noResponse('ERR_CANCELED');

const TOO_SLOW = noResponse('ETIMEDOUT');

function notSent(reason: CallError, attempts: number, provider: Provider): Failed {
	return failed(callFailure(provider, explain(provider, reason), attempts));
}

function failed(failure: Failure, row?: ErrorRow): Failed {
	return { kind: 'failed', failure, isBadMessageId: row?.isBadMessageId === true };
}
