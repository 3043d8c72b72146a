import type { ErrorRow, Refusal } from '../answers/errorCatalogue';
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
 * The call was not made again, since the provider asks for a longer wait than the execution may spend: the provider's
 * refusal, and when to try again.
 *
 * @param wait milliseconds
 */
export function waitFailure(
	provider: Provider,
	refusal: Refusal,
	wait: number,
	attempts: number,
): Failure {
	const failure = refusalFailure(provider, refusal, attempts);
	const tooLong = `${provider.displayName} asks to wait ${inSeconds(wait)}, which is longer than the option 'Max Wait' allows.`;
	return { ...failure, description: `${failure.description} ${tooLong}` };
}

/**
 * The call was not made (again), since the provider's limit stays closed for longer than the execution may wait.
 *
 * @param opensAt unix milliseconds; `null` when the provider does not say
 * @param now unix milliseconds
 * @param attempts how often the call was made before; 0: never
 * @param lastRefusal the last answer to it; `null` when it was never made
 */
export function limitFailure(
	provider: Provider,
	opensAt: number | null,
	now: number,
	attempts: number,
	lastRefusal: Refusal | null,
): Failure {
	const facts = refusalFailure(provider, lastRefusal ?? TOO_MANY, attempts);
	const row = limitRow(provider, lastRefusal);
	const advice = [
		whenToTryAgain(provider, opensAt, now),
		named(provider, row.description),
		lastRefusal === null ? '' : quoted(provider, lastRefusal),
		tries(attempts),
	];
	return {
		...facts,
		message: named(provider, row.message),
		description: advice.filter((part) => part !== '').join(' '),
	};
}

function whenToTryAgain(provider: Provider, opensAt: number | null, now: number): string {
	if (opensAt === null) {
		return `${provider.displayName} does not say when its limit opens again, and waiting longer is more than the option 'Max Wait' allows.`;
	}
	const fullSecond = new Date(Math.ceil(opensAt / 1000) * 1000);
	const time = fullSecond.toISOString().replace('T', ' ').slice(0, 19);
	return `Try again in ${inSeconds(opensAt - now)}, after ${time} UTC: waiting that long is more than the option 'Max Wait' allows.`;
}

function inSeconds(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

/** How HTTP says that a limit is hit. */
const TOO_MANY: Refusal = {
	kind: 'refused',
	status: 429,
	code: null,
	text: null,
	requestId: null,
};

/** The provider's words for its limit: those of the last answer when it was about the limit, else those for 429. */
function limitRow(provider: Provider, lastRefusal: Refusal | null): ErrorRow {
	const last = lastRefusal === null ? null : findErrorRow(provider.errors, lastRefusal);
	return last?.retry === 'rateLimit' ? last : findErrorRow(provider.errors, TOO_MANY);
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
