import type { ErrorRow, CallError } from '../../responses/errorCatalogue';
import { readRawResponse } from '../../responses/providerResponse';
import type { RawResponse } from '../../responses/providerResponse';
import type { Acceptance, Call, ProviderRequest, TypingCall } from '../../providers/calls';
import type { Connection, Provider } from '../../providers/provider';
import { explain, limitFailure, callFailure, waitFailure } from '../failure';
import type { ExplainedError, Failure } from '../failure';
import type { Gate } from './gate';
import { NO_LIMIT_NEWS, readLimitHeaders } from './limitHeaders';
import type { NoResponse, Outside } from './outside';
import type { CallEnd, StartedCall } from './pace';
import { backoffDelay, mayRetry } from './retryDelay';
import { waitForTurn } from './waitForTurn';
import type { TurnContext } from './waitForTurn';

/** What all exchanges of one execution have in common. */
export interface ExchangeContext extends TurnContext {
	readonly provider: Provider;
	readonly connection: Connection;
	/** Further attempts after the first, except those for a rate limit. */
	readonly maxRetries: number;
	/** Bounds the requests in flight; a call that pauses before its next attempt makes room for others. */
	readonly gate: Gate;
	/** Whether a typing indicator has taken too long: the others of the run are then left out. */
	readonly typing: { isTooSlow: boolean };
	readonly outside: Outside;
}

/** How a call ended after all its attempts. */
export type Exchange =
	| { readonly kind: 'taken'; readonly acceptance: Acceptance; readonly response: unknown }
	| { readonly kind: 'failed'; readonly failure: Failure; readonly isBadMessageId: boolean };

/**
 * Makes one call: waits for the rate limit, sends, reads the response, and tries again where that can help. A rate limit
 * is bounded by the wait budget alone, everything else by the number of retries.
 * Never rejects.
 */
export async function exchange(call: Call, context: ExchangeContext): Promise<Exchange> {
	const { provider, connection, outside, waitBudget } = context;
	const request = provider.buildRequest(call, connection);
	let before: Before = { attempts: 0, retries: 0, lastError: null };
	for (;;) {
		const past = before;
		const ended = await context.gate.run(async () => await attempt(request, past, context));
		if (ended.kind !== 'refused') return ended;
		const { explained, retryAfter } = ended;
		const { row } = explained;
		const attempts = past.attempts + 1;
		if (row.retry === 'rateLimit') {
			before = { ...past, attempts, lastError: explained };
			continue;
		}
		const retries = past.retries + 1;
		if (!mayRetry(row.retry, retries, context.maxRetries)) {
			return failed(callFailure(provider, explained, attempts), row);
		}
		const now = outside.now();
		const until = now + (retryAfter ?? 0);
		if (until > waitBudget.latest(now)) {
			return failed(waitFailure(provider, explained, until - now, attempts), row);
		}
		if (retryAfter !== null) waitBudget.take(now, until);
		await outside.pause(Math.max(until - now, backoffDelay(retries, outside.random())));
		before = { attempts, retries, lastError: explained };
	}
}

/** The longest that a typing indicator may take, milliseconds: a courtesy must not hold the read receipt back. */
const LONGEST_TYPING_MS = 2_000;

/**
 * Shows the typing indicator, after the receipt: one attempt, only if no rate limit is in the way, and not for long.
 * Never rejects.
 */
export async function showTyping(call: TypingCall, context: ExchangeContext): Promise<Exchange> {
	const { provider, connection, outside, pace, typing } = context;
	return await context.gate.run(async () => {
		const now = outside.now();
		if (outside.isCancelled())
			return failed(callFailure(provider, explain(provider, CANCELLED), 0));
		if (typing.isTooSlow) return failed(callFailure(provider, explain(provider, TOO_SLOW), 0));
		if (pace.ask(now, Number.POSITIVE_INFINITY).kind !== 'now') {
			return failed(limitFailure(provider, null, now, 0, null));
		}
		const request = provider.buildRequest(call, connection);
		const ended = await send(request, pace.start(now), context, LONGEST_TYPING_MS);
		if (ended.kind === 'taken') return ended;
		typing.isTooSlow ||= outside.now() - now >= LONGEST_TYPING_MS;
		return failed(callFailure(provider, ended.explained, 1), ended.explained.row);
	});
}

/** What happened to a call so far. */
interface Before {
	readonly attempts: number;
	/** Attempts that failed for another reason than a rate limit. */
	readonly retries: number;
	readonly lastError: ExplainedError | null;
}

/** An attempt that the provider did not take. */
interface RefusedAttempt {
	readonly kind: 'refused';
	readonly explained: ExplainedError;
	/** How long the provider asks to wait before the next one, milliseconds. */
	readonly retryAfter: number | null;
}

type Taken = Extract<Exchange, { kind: 'taken' }>;

/** One attempt: waits for the rate limit, and sends. */
async function attempt(
	request: ProviderRequest,
	{ attempts, lastError }: Before,
	context: ExchangeContext,
): Promise<RefusedAttempt | Exchange> {
	const { provider, outside } = context;
	const turn = await waitForTurn(context);
	if (turn.kind === 'cancelled')
		return failed(callFailure(provider, explain(provider, CANCELLED), attempts));
	if (turn.kind === 'limited') {
		return failed(limitFailure(provider, turn.opensAt, outside.now(), attempts, lastError));
	}
	return await send(request, turn.call, context);
}

/** Sends a request, reads the response, and tells the pace what it says before any other call is let in. */
async function send(
	request: ProviderRequest,
	started: StartedCall,
	{ provider, outside, pace }: ExchangeContext,
	atMost?: number,
): Promise<RefusedAttempt | Taken> {
	const raw = await outside.send(request, atMost);
	const now = outside.now();
	const news = raw.kind === 'response' ? readLimitHeaders(raw.headers, now) : NO_LIMIT_NEWS;
	const verdict = readOutcome(raw, provider);
	if (verdict.kind === 'taken') {
		pace.end(started, 'accepted', news, now);
		return verdict;
	}
	const explained = explain(provider, verdict);
	const how: CallEnd = explained.row.retry === 'rateLimit' ? 'rateLimited' : 'other';
	pace.end(started, how, news, now);
	return { kind: 'refused', explained, retryAfter: news.retryAfter };
}

function readOutcome(raw: RawResponse | NoResponse, provider: Provider): Taken | CallError {
	if (raw.kind === 'noResponse') return { ...NO_RESPONSE, code: raw.code, text: raw.text };
	const response = readRawResponse(raw);
	const verdict = provider.readResponse(response);
	return verdict.kind === 'accepted'
		? { kind: 'taken', acceptance: verdict, response: response.json ?? response.text }
		: verdict;
}

const NO_RESPONSE: CallError = {
	kind: 'error',
	status: null,
	code: null,
	text: null,
	requestId: null,
};

const CANCELLED: CallError = { ...NO_RESPONSE, code: 'ERR_CANCELED' };

const TOO_SLOW: CallError = { ...NO_RESPONSE, code: 'ETIMEDOUT' };

function failed(failure: Failure, row?: ErrorRow): Exchange {
	return { kind: 'failed', failure, isBadMessageId: row?.isBadMessageId === true };
}
