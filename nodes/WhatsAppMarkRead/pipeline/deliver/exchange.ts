import { findErrorRow } from '../../answers/errorCatalogue';
import type { ErrorRow, Refusal } from '../../answers/errorCatalogue';
import { readRawAnswer } from '../../answers/providerAnswer';
import type { RawAnswer } from '../../answers/providerAnswer';
import type {
	Acceptance,
	Call,
	Connection,
	Provider,
	ProviderRequest,
} from '../../providers/provider';
import { limitFailure, refusalFailure } from '../failure';
import type { Failure } from '../failure';
import type { CallOutcome } from './callOutcome';
import type { Gate } from './gate';
import { NO_LIMIT_NEWS, readLimitHeaders } from './limitHeaders';
import type { LimitNews } from './limitHeaders';
import type { NoAnswer, Outside } from './outside';
import type { Pace } from './pace';
import { backoffDelay, mayRetry } from './retryDelay';
import type { WaitBudget } from './waitBudget';

/** What all exchanges of one execution have in common. */
export interface ExchangeContext {
	readonly provider: Provider;
	readonly connection: Connection;
	/** Further attempts after the first. */
	readonly maxRetries: number;
	/** Bounds the requests in flight; a call that pauses before its next attempt makes room for others. */
	readonly gate: Gate;
	readonly pace: Pace;
	readonly waitBudget: WaitBudget;
	/** Calls made so far, by what they ask for: a duplicate of one run costs no second call. */
	readonly made: Map<string, Promise<CallOutcome>>;
	readonly outside: Outside;
}

/** How a call ended after all its attempts. */
export type Exchange =
	| { readonly kind: 'taken'; readonly acceptance: Acceptance; readonly response: unknown }
	| { readonly kind: 'failed'; readonly failure: Failure; readonly isBadMessageId: boolean };

/**
 * Makes one call: waits for the rate limit, sends, reads the answer, and tries again where that can help.
 * Never rejects.
 */
export async function exchange(call: Call, context: ExchangeContext): Promise<Exchange> {
	const { provider, connection, outside } = context;
	const request = provider.buildRequest(call, connection);
	let before: Before = { attempts: 0, lastRefusal: null };
	for (;;) {
		const past = before;
		const ended = await context.gate.run(async () => await attempt(request, past, context));
		if (ended.kind !== 'refused') return ended;
		const { refusal, row, delay } = ended;
		const attempts = past.attempts + 1;
		if (!mayRetry(row.retry, attempts, context.maxRetries)) {
			return failed(refusalFailure(provider, refusal, attempts), row);
		}
		if (row.retry !== 'rateLimit') await outside.pause(delay);
		before = { attempts, lastRefusal: refusal };
	}
}

/** What happened to a call so far. */
interface Before {
	readonly attempts: number;
	readonly lastRefusal: Refusal | null;
}

/** An attempt that the provider did not take. */
interface RefusedAttempt {
	readonly kind: 'refused';
	readonly refusal: Refusal;
	readonly row: ErrorRow;
	/** How long to wait before the next one when the provider does not say, milliseconds. */
	readonly delay: number;
}

/** One attempt: waits for the rate limit, sends, reads the answer, and tells the pace what it says. */
async function attempt(
	request: ProviderRequest,
	before: Before,
	context: ExchangeContext,
): Promise<RefusedAttempt | Exchange> {
	const { provider, outside, pace } = context;
	const noEntry = await enter(before, context);
	if (noEntry !== null) return noEntry;
	const raw = await outside.send(request);
	const now = outside.now();
	const news = 'headers' in raw ? readLimitHeaders(raw.headers, now) : NO_LIMIT_NEWS;
	pace.end(news, now);

	const verdict = judge(raw, provider);
	if (verdict.kind === 'taken') return verdict;
	const row = findErrorRow(provider.errors, verdict);
	const delay = backoffDelay(row.retry, before.attempts + 1, outside.random());
	// Everybody stays away from a limit: said before anyone else is let in, and after the last attempt too.
	if (row.retry === 'rateLimit') pace.block(opensAgain(news, now, delay));
	return { kind: 'refused', refusal: verdict, row, delay };
}

/** When a limit that was hit opens again, unix milliseconds: as the provider said, else after a guess that grows. */
function opensAgain(
	{ stayAway, remaining, resetAt }: LimitNews,
	now: number,
	guess: number,
): number {
	// "0 seconds" is said in the last part of a second: no reason to come back at once.
	if (stayAway !== null && stayAway > 0) return now + stayAway;
	// With calls left in the window it is another limit that was hit.
	const isWindowUsedUp = remaining === null || remaining === 0;
	return resetAt !== null && isWindowUsedUp ? resetAt : now + guess;
}

/** Waits until a call may start. Returns why it may not, or `null` when it has been announced as started. */
async function enter(
	{ attempts, lastRefusal }: Before,
	context: ExchangeContext,
): Promise<Exchange | null> {
	const { provider, outside, pace, waitBudget } = context;
	for (;;) {
		if (outside.isCancelled()) return failed(refusalFailure(provider, CANCELLED, attempts));
		const now = outside.now();
		const admission = pace.ask(now);
		if (admission.kind === 'now') {
			pace.start();
			return null;
		}
		if (admission.kind === 'afterNextAnswer') {
			await Promise.race([pace.nextAnswer(), outside.cancelled]);
			continue;
		}
		if (!waitBudget.take(now, admission.time)) {
			return failed(limitFailure(provider, admission.time, now, attempts, lastRefusal));
		}
		await outside.pause(admission.time - now);
	}
}

type Verdict = Exclude<Exchange, { kind: 'failed' }> | Refusal;

function judge(raw: RawAnswer | NoAnswer, provider: Provider): Verdict {
	if ('kind' in raw) return { ...NO_ANSWER, code: raw.code, text: raw.text };
	const answer = readRawAnswer(raw);
	const verdict = provider.readAnswer(answer);
	return verdict.kind === 'accepted'
		? { kind: 'taken', acceptance: verdict, response: answer.json ?? answer.text }
		: verdict;
}

const NO_ANSWER: Refusal = {
	kind: 'refused',
	status: null,
	code: null,
	text: null,
	requestId: null,
};

const CANCELLED: Refusal = { ...NO_ANSWER, code: 'ERR_CANCELED' };

function failed(failure: Failure, row?: ErrorRow): Exchange {
	return { kind: 'failed', failure, isBadMessageId: row?.isBadMessageId === true };
}
