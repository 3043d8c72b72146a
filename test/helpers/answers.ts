import { findErrorRow } from '../../nodes/WhatsAppMarkRead/answers/errorCatalogue';
import { readRawAnswer } from '../../nodes/WhatsAppMarkRead/answers/providerAnswer';
import type { ProviderAnswer } from '../../nodes/WhatsAppMarkRead/answers/providerAnswer';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider';

/** An answer over HTTP as a provider gets it to read; a body that is no text is sent as JSON. */
export function answered(
	status: number,
	body: unknown = '',
	headers: Readonly<Record<string, string>> = {},
): ProviderAnswer {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return readRawAnswer({ status, headers, body: text });
}

/** What the provider's catalogue makes of an answer: the cause and whether it is tried again; null when it was taken. */
export function explained(
	provider: Provider,
	answer: ProviderAnswer,
): { cause: string; retry: string } | null {
	const verdict = provider.readAnswer(answer);
	if (verdict.kind === 'accepted') return null;
	const { cause, retry } = findErrorRow(provider.errors, verdict);
	return { cause, retry };
}
