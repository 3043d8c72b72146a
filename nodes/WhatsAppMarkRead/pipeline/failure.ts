import type { Refusal } from '../answers/errorCatalogue';
import { findErrorRow } from '../answers/errorCatalogue';
import type { InvalidInput } from '../input/invalidInput';
import type { Provider } from '../providers/provider';

/** Why an item, or a part of it, was not marked: in words for people, and in facts for workflows. */
export interface Failure {
	/** `input`: refused before any call was made. `provider`: the call was made and not taken. */
	readonly kind: 'input' | 'provider';
	/** What happened. */
	readonly message: string;
	/** What to do next, with the provider's own words. */
	readonly description: string;
	readonly httpCode: string | null;
	/** The provider's own code. */
	readonly code: string | null;
	readonly providerMessage: string | null;
	readonly requestId: string | null;
	/** How often the call was made; 0 for `input`. */
	readonly attempts: number;
}

/** What was given cannot be used. */
export function inputFailure({ message, advice }: InvalidInput): Failure {
	return unsent(message, advice);
}

/** n8n itself could not hand over what the item needs, e.g. an expression could not be resolved. */
export function unsent(message: string, description: string): Failure {
	return {
		kind: 'input',
		message,
		description,
		httpCode: null,
		code: null,
		providerMessage: null,
		requestId: null,
		attempts: 0,
	};
}

/** The provider refused, or could not be reached: explained by the provider's catalogue. */
export function refusalFailure(provider: Provider, refusal: Refusal, attempts: number): Failure {
	const row = findErrorRow(provider.errors, refusal);
	return {
		kind: 'provider',
		message: named(provider, row.message),
		description: [named(provider, row.description), quoted(provider, refusal), tries(attempts)]
			.filter((part) => part !== '')
			.join(' '),
		httpCode: refusal.status === null ? null : String(refusal.status),
		code: refusal.code,
		providerMessage: refusal.text,
		requestId: refusal.requestId,
		attempts,
	};
}

/**
 * The call was not made, since the provider's limit stays closed for longer than the execution may wait.
 *
 * @param opensAt unix milliseconds
 */
export function limitFailure(
	provider: Provider,
	opensAt: number,
	now: number,
	attempts: number,
): Failure {
	const refusal: Refusal = {
		kind: 'refused',
		status: 429,
		code: null,
		text: null,
		requestId: null,
	};
	const row = findErrorRow(provider.errors, refusal);
	const seconds = Math.max(1, Math.ceil((opensAt - now) / 1000));
	const time = new Date(now + seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);
	return {
		...refusalFailure(provider, refusal, attempts),
		message: named(provider, row.message),
		description: `Try again in ${seconds} seconds, after ${time} UTC: waiting that long is more than the option 'Max Wait' allows. ${named(provider, row.description)}`,
	};
}

function named(provider: Provider, text: string): string {
	return text.split('{provider}').join(provider.displayName);
}

function quoted(provider: Provider, { status, code, text, requestId }: Refusal): string {
	const facts = [
		status === null ? null : `HTTP ${status}`,
		code === null ? null : `code ${code}`,
		requestId === null ? null : `request id ${requestId}`,
	].filter((fact) => fact !== null);
	const inBrackets = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
	if (text !== null) return `${provider.displayName} says: "${text}"${inBrackets}.`;
	return facts.length === 0 ? '' : `${provider.displayName} gave no reason${inBrackets}.`;
}

function tries(attempts: number): string {
	return attempts > 1 ? `Tried ${attempts} times.` : '';
}
