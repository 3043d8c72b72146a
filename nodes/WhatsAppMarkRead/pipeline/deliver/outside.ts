import type { CallError } from '../../responses/errorCatalogue';
import type { RawResponse } from '../../responses/providerResponse';
import type { ProviderRequest } from '../../providers/calls';

/** What delivering needs from outside: n8n and the network in production. */
export interface Outside {
	/**
	 * Sends one request with authentication. Never rejects: without a response it resolves to the reason.
	 * @param atMost milliseconds, where that is less than the execution's own timeout
	 */
	send(request: ProviderRequest, atMost?: number): Promise<RawResponse | CallError>;
	/** Waits, at most this long in milliseconds; less when the execution is cancelled. */
	pause(milliseconds: number): Promise<void>;
	/** Resolves when the execution is cancelled; never otherwise. */
	readonly cancelled: Promise<void>;
	isCancelled(): boolean;
	/** Unix milliseconds. */
	now(): number;
	/** From 0 to 1. */
	random(): number;
}
