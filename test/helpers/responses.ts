import { findErrorRow } from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { readRawResponse } from '../../nodes/WhatsAppMarkRead/responses/providerResponse';
import type { ProviderResponse } from '../../nodes/WhatsAppMarkRead/responses/providerResponse';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider';
import { markCall } from './deliveryContext';

/** An answer over HTTP as a provider gets it to read; a body that is no text is sent as JSON. */
export function answered(
	status: number,
	body: unknown = '',
	headers: Readonly<Record<string, string>> = {},
): ProviderResponse {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return readRawResponse({ status, headers, body: text });
}

/** What the provider makes of the response to a receipt for these messages. */
export function readReceipt(
	provider: Provider,
	response: ProviderResponse,
	messageIds: readonly string[] = [],
) {
	return provider.readResponse(response, markCall(...messageIds));
}

/** What the provider's catalogue makes of an answer: the cause and whether it is tried again; null when it was taken. */
export function explained(
	provider: Provider,
	answer: ProviderResponse,
): { cause: string; retry: string } | null {
	const verdict = readReceipt(provider, answer);
	if (verdict.kind === 'accepted') return null;
	const { cause, retry } = findErrorRow(provider.errors, verdict);
	return { cause, retry };
}
