import type { ErrorRow, CallError } from '../responses/errorCatalogue';
import { findErrorRow } from '../responses/errorCatalogue';
import { InvalidInput } from '../input/invalidInput';
import type { Provider } from '../providers/provider';
import type { Redact } from './redact';

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
export function invalidInputFailure({ message, advice }: InvalidInput): Failure {
	return inputFailure(message, advice);
}

/** A bug in this node: it fails only this item, with enough detail to report it. */
export function unexpectedError(error: unknown): InvalidInput {
	const words = error instanceof Error ? error.message : String(error);
	return new InvalidInput(
		'The item could not be read',
		`This should not happen: please report it to the makers of this node, with these words: ${words}`,
	);
}

/** What the item needs could not be read, e.g. n8n could not resolve an expression. */
export function inputFailure(message: string, description: string): Failure {
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

/** A call that was not accepted, with the row of the provider's catalogue that explains it. */
export interface ExplainedError {
	readonly callError: CallError;
	readonly row: ErrorRow;
}

/** Finds the row of the provider's catalogue that explains a refusal. */
export function explain(provider: Provider, callError: CallError): ExplainedError {
	return { callError, row: findErrorRow(provider.errors, callError) };
}

/** The provider refused, or could not be reached. */
export function callFailure(
	provider: Provider,
	{ callError, row }: ExplainedError,
	attempts: number,
): Failure {
	return {
		kind: 'provider',
		message: named(provider, row.message),
		description: [named(provider, row.description), quoted(provider, callError), tries(attempts)]
			.filter((part) => part !== '')
			.join(' '),
		httpCode: callError.status === null ? null : String(callError.status),
		code: callError.code,
		providerMessage: callError.text,
		requestId: callError.requestId,
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
	explained: ExplainedError,
	wait: number,
	attempts: number,
): Failure {
	const failure = callFailure(provider, explained, attempts);
	const tooLong = `${provider.displayName} asks to wait ${inSeconds(wait)}, which is longer than the option 'Max Wait' allows.`;
	return { ...failure, description: `${failure.description} ${tooLong}` };
}

/**
 * The call was not made (again), since the provider's limit stays closed for longer than the execution may wait.
 *
 * @param opensAt unix milliseconds; `null` when the provider does not say
 * @param now unix milliseconds
 * @param attempts how often the call was made before; 0: never
 * @param lastError the last answer to it; `null` when it was never made
 */
export function limitFailure(
	provider: Provider,
	opensAt: number | null,
	now: number,
	attempts: number,
	lastError: ExplainedError | null,
): Failure {
	const tooMany = explain(provider, TOO_MANY);
	const facts = callFailure(provider, lastError ?? tooMany, attempts);
	// The provider's words for its limit: those of the last response when it was about the limit.
	const { row } = lastError?.row.retry === 'rateLimit' ? lastError : tooMany;
	const advice = [
		whenToTryAgain(provider, opensAt, now),
		named(provider, row.description),
		lastError === null ? '' : quoted(provider, lastError.callError),
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

/** What workflows learn of a failure, for the details of a failed item. */
export function factsOf({ httpCode, code, providerMessage, requestId, attempts }: Failure) {
	return { httpCode, code, providerMessage, requestId, attempts };
}

/** Hides secrets in all texts of a failure: the provider's own words may repeat them. */
export function redactFailure(failure: Failure, hide: Redact): Failure {
	return {
		...failure,
		message: hide(failure.message),
		description: hide(failure.description),
		code: hide(failure.code),
		providerMessage: hide(failure.providerMessage),
		requestId: hide(failure.requestId),
	};
}

/** How HTTP says that a limit is hit. */
const TOO_MANY: CallError = {
	kind: 'error',
	status: 429,
	code: null,
	text: null,
	requestId: null,
};

function named(provider: Provider, text: string): string {
	return text.split('{provider}').join(provider.displayName);
}

function quoted(provider: Provider, { status, code, text, requestId }: CallError): string {
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
