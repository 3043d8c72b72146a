import { findErrorRow } from '../answers/errorCatalogue';
import type { ErrorRow, Refusal } from '../answers/errorCatalogue';
import { readRawAnswer } from '../answers/providerAnswer';
import type { RawAnswer } from '../answers/providerAnswer';
import type {
	Acceptance,
	Call,
	Connection,
	Provider,
	ProviderRequest,
} from '../providers/provider';
import { refusalFailure } from './failure';
import type { Failure } from './failure';
import { Gate } from './gate';
import type { PlannedCall } from './plan';
import { retryDelay } from './retryDelay';

/** The world outside, as delivering needs it; n8n and the network in production. */
export interface Outside {
	/** Sends one request with authentication. Never rejects: no answer is an answer too. */
	send(request: ProviderRequest): Promise<RawAnswer | NoAnswer>;
	/** Waits, at most this long in milliseconds; less when the execution is cancelled. */
	pause(milliseconds: number): Promise<void>;
	isCancelled(): boolean;
	/** Unix milliseconds. */
	now(): number;
	/** From 0 to 1. */
	random(): number;
}

/** The request got no answer. */
export interface NoAnswer {
	readonly kind: 'noAnswer';
	/** The network's code, e.g. `ECONNRESET`. */
	readonly code: string;
	/** The network's words; `null` when they add nothing to the code. */
	readonly text: string | null;
}

export interface DeliverySettings {
	/** Requests in flight at the same time. */
	readonly maxConcurrency: number;
	/** Further attempts after the first. */
	readonly maxRetries: number;
	/** Milliseconds that may be spent waiting for rate limits in one execution. */
	readonly maxWait: number;
}

/** What became of a planned call. */
export interface CallOutcome {
	/** How it ended: taken, failed, or not made because a call before it was not taken. */
	readonly result: Taken | Failed | { readonly kind: 'notMade' };
	/** Ids that the provider refused as bad before an older one of the same chat was tried. */
	readonly refusedIds: ReadonlyMap<string, Failure>;
}

export interface Taken {
	readonly kind: 'taken';
	/** The ids that were sent. */
	readonly messageIds: readonly string[];
	readonly acceptance: Acceptance;
	/** The provider's answer, parsed where it is JSON. */
	readonly response: unknown;
}

export interface Failed {
	readonly kind: 'failed';
	readonly failure: Failure;
}

/**
 * Makes the planned calls.
 *
 * @returns what became of each, in the same order
 */
export async function deliver(
	calls: readonly PlannedCall[],
	provider: Provider,
	connection: Connection,
	settings: DeliverySettings,
	outside: Outside,
): Promise<readonly CallOutcome[]> {
	const courier = new Courier(provider, connection, settings, outside);
	const outcomes: Array<Promise<CallOutcome>> = [];
	for (const planned of calls) {
		const earlier = planned.after.map((position) => outcomes[position]);
		outcomes.push(courier.carry(planned, earlier));
	}
	return await Promise.all(outcomes);
}

class Courier {
	private readonly gate: Gate;

	private waitLeft: number;

	constructor(
		private readonly provider: Provider,
		private readonly connection: Connection,
		private readonly settings: DeliverySettings,
		private readonly outside: Outside,
	) {
		this.gate = new Gate(settings.maxConcurrency);
		this.waitLeft = settings.maxWait;
	}

	/** Makes a call once those before it are done; with older ids in reserve, tries them when the newest is refused. */
	async carry(
		{ call, olderIds }: PlannedCall,
		earlier: ReadonlyArray<Promise<CallOutcome> | undefined>,
	): Promise<CallOutcome> {
		const before = await Promise.all(earlier);
		if (before.length > 0 && before.every((outcome) => outcome?.result.kind !== 'taken')) {
			return { result: { kind: 'notMade' }, refusedIds: new Map() };
		}
		return await this.gate.run(async () => await this.tryNewestFirst(call, olderIds));
	}

	private async tryNewestFirst(call: Call, olderIds: readonly string[]): Promise<CallOutcome> {
		const refusedIds = new Map<string, Failure>();
		let exchange = await this.exchange(call);
		for (const olderId of olderIds) {
			if (exchange.result.kind === 'taken' || !exchange.isBadMessageId) break;
			if (call.kind === 'markMessages') refuse(refusedIds, call.messageIds, exchange.result);
			call = { ...call, messageIds: [olderId] } as Call;
			exchange = await this.exchange(call);
		}
		return { result: exchange.result, refusedIds };
	}

	/** One call with its retries. */
	private async exchange(call: Call): Promise<{ result: Taken | Failed; isBadMessageId: boolean }> {
		const { provider, connection, outside, settings } = this;
		for (let attempts = 1; ; attempts += 1) {
			if (outside.isCancelled()) return this.failed(CANCELLED, attempts - 1);
			const raw = await outside.send(provider.buildRequest(call, connection));
			const verdict = this.judge(raw);
			if ('acceptance' in verdict) {
				const messageIds = call.kind === 'markMessages' ? call.messageIds : [];
				return { result: { kind: 'taken', messageIds, ...verdict }, isBadMessageId: false };
			}
			const row = findErrorRow(provider.errors, verdict.refusal);
			const delay = retryDelay({
				retry: row.retry,
				attempts,
				maxRetries: settings.maxRetries,
				headers: 'headers' in raw ? raw.headers : {},
				now: outside.now(),
				random: outside.random(),
			});
			if (delay === null || !this.mayWait(row, delay)) {
				return this.failed(verdict.refusal, attempts, row);
			}
			await outside.pause(delay);
		}
	}

	private judge(raw: RawAnswer | NoAnswer): Verdict {
		if ('kind' in raw) {
			return { refusal: { ...NO_ANSWER, code: raw.code, text: raw.text } };
		}
		const answer = readRawAnswer(raw);
		const verdict = this.provider.readAnswer(answer);
		return verdict.kind === 'accepted'
			? { acceptance: verdict, response: answer.json ?? answer.text }
			: { refusal: verdict };
	}

	/** Waiting for rate limits is bounded for the whole execution; other pauses are bounded by the retries. */
	private mayWait(row: ErrorRow, delay: number): boolean {
		if (row.retry !== 'rateLimit') return true;
		if (delay > this.waitLeft) return false;
		this.waitLeft -= delay;
		return true;
	}

	private failed(
		refusal: Refusal,
		attempts: number,
		row?: ErrorRow,
	): { result: Failed; isBadMessageId: boolean } {
		const failure = refusalFailure(this.provider, refusal, attempts);
		return { result: { kind: 'failed', failure }, isBadMessageId: row?.isBadMessageId === true };
	}
}

type Verdict =
	| { readonly acceptance: Acceptance; readonly response: unknown }
	| { readonly refusal: Refusal };

const NO_ANSWER: Refusal = {
	kind: 'refused',
	status: null,
	code: null,
	text: null,
	requestId: null,
};

const CANCELLED: Refusal = { ...NO_ANSWER, code: 'ERR_CANCELED' };

function refuse(refused: Map<string, Failure>, ids: readonly string[], result: Failed): void {
	ids.forEach((id) => refused.set(id, result.failure));
}
