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
	const { provider, connection, outside, pace } = context;
	const request = provider.buildRequest(call, connection);
	for (let attempts = 1; ; attempts += 1) {
		const attempt = await context.gate.run(async () => await send(request, attempts, context));
		if ('kind' in attempt) return attempt;
		const { raw, news, now } = attempt;

		const verdict = judge(raw, provider);
		if (verdict.kind === 'taken') return verdict;
		const row = findErrorRow(provider.errors, verdict);
		if (!mayRetry(row.retry, attempts, context.maxRetries)) {
			return failed(refusalFailure(provider, verdict, attempts), row);
		}
		const delay = backoffDelay(row.retry, attempts, outside.random());
		if (row.retry !== 'rateLimit') await outside.pause(delay);
		// Everybody stays away from a limit; how long is what the provider said, else a guess that grows.
		else if (news.stayAway === null && news.resetAt === null) pace.block(now + delay);
	}
}

/** An answer, or the lack of one, with what it says about the rate limit at that time. */
interface Attempt {
	readonly raw: RawAnswer | NoAnswer;
	readonly news: LimitNews;
	/** Unix milliseconds. */
	readonly now: number;
}

/** One attempt: waits for the rate limit and sends, or says why it may not. */
async function send(
	request: ProviderRequest,
	attempts: number,
	context: ExchangeContext,
): Promise<Attempt | Exchange> {
	const { outside, pace } = context;
	const noEntry = await enter(context, attempts - 1);
	if (noEntry !== null) return noEntry;
	const raw = await outside.send(request);
	const now = outside.now();
	const news = 'headers' in raw ? readLimitHeaders(raw.headers, now) : NO_LIMIT_NEWS;
	pace.end(news, now);
	return { raw, news, now };
}

/** Waits until a call may start. Returns why it may not, or `null` when it has been announced as started. */
async function enter(context: ExchangeContext, attempts: number): Promise<Exchange | null> {
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
			return failed(limitFailure(provider, admission.time, now, attempts));
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
