import { InvalidInput } from '../input/invalidInput';
import { findErrorRow, type CallError, type ErrorRow } from '../responses/errorCatalogue';
import type { Provider } from '../providers/provider';
import type { Redact } from './redact';

/** What workflows learn of a failure. */
export interface FailureFacts {
	readonly httpCode: string | null;
	/** The provider's own code. */
	readonly code: string | null;
	readonly providerMessage: string | null;
	readonly requestId: string | null;
	/** How often the call was made. */
	readonly attempts: number;
}

/** Why an item, or a part of it, was not marked: as texts for people, and as facts for workflows. */
export interface Failure extends FailureFacts {
	/** `input`: no call was made, since the item cannot be used. `provider`: the call failed. */
	readonly kind: 'input' | 'provider';
	/** What happened. */
	readonly message: string;
	/** What to do next, and what the provider says. */
	readonly description: string;
}

/** What was thrown while an item was read. A bug in this node: fail only this item, with enough detail to report it. */
export function thrownFailure(error: unknown): Failure {
	if (error instanceof InvalidInput) return inputFailure(error.message, error.advice);
	const message = error instanceof Error ? error.message : String(error);
	return inputFailure(
		'The item could not be read',
		`This is a bug in this node: please report it with this message: ${message}`,
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

/** A failed call with the row of the provider's catalogue that explains it. */
export interface ExplainedError extends CallError {
	readonly row: ErrorRow;
}

/** Finds the row of the provider's catalogue that explains an error. */
export function explain(provider: Provider, error: CallError): ExplainedError {
	return { ...error, row: findErrorRow(provider.errors, error) };
}

/** The provider responded with an error, or could not be reached. */
export function callFailure(provider: Provider, error: ExplainedError, attempts: number): Failure {
	const { row, status, code, text, requestId } = error;
	return {
		kind: 'provider',
		message: named(provider, row.message),
		description: sentences(
			named(provider, row.description),
			quoted(provider, error),
			tries(attempts),
		),
		httpCode: status === null ? null : String(status),
		code,
		providerMessage: text,
		requestId,
		attempts,
	};
}

/**
 * The call was not retried, since the provider asks for a longer wait than the execution may spend: the provider's
 * error, and how long it asks to wait.
 *
 * @param wait milliseconds
 */
export function waitFailure(
	provider: Provider,
	error: ExplainedError,
	wait: number,
	attempts: number,
): Failure {
	const failure = callFailure(provider, error, attempts);
	const tooLong = `${provider.displayName} asks to wait ${inSeconds(wait)}, which is longer than the option 'Max Wait' allows.`;
	return { ...failure, description: sentences(failure.description, tooLong) };
}

/**
 * The call was not made (again), since the provider's limit stays closed for longer than the execution may wait.
 *
 * @param opensAt unix milliseconds; `null` when the provider does not say
 * @param now unix milliseconds
 * @param attempts how often the call was made before
 * @param lastError what the last attempt failed with; `null` when there was none
 */
export function limitFailure(
	provider: Provider,
	opensAt: number | null,
	now: number,
	attempts: number,
	lastError: ExplainedError | null,
): Failure {
	const tooMany = explain(provider, TOO_MANY);
	// The last error explains the limit best, unless it was about something else.
	const { row } = lastError?.row.retry === 'rateLimit' ? lastError : tooMany;
	return {
		...callFailure(provider, lastError ?? tooMany, attempts),
		message: named(provider, row.message),
		description: sentences(
			whenToTryAgain(provider, opensAt, now),
			named(provider, row.description),
			lastError === null ? '' : quoted(provider, lastError),
			tries(attempts),
		),
	};
}

function whenToTryAgain(provider: Provider, opensAt: number | null, now: number): string {
	if (opensAt === null) {
		return `${provider.displayName} does not say when its rate limit resets, and the option 'Max Wait' does not allow a longer wait.`;
	}
	const fullSecond = new Date(Math.ceil(opensAt / 1000) * 1000);
	const time = fullSecond.toISOString().replace('T', ' ').slice(0, 19);
	return `Try again in ${inSeconds(opensAt - now)}, after ${time} UTC: the option 'Max Wait' does not allow a wait that long.`;
}

function inSeconds(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

/** Hides secrets in all texts of a failure: the provider may repeat them. */
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

/** The HTTP status of a rate limit. */
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
		requestId === null ? null : `request ID ${requestId}`,
	].filter((fact) => fact !== null);
	const inBrackets = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
	if (text !== null) return `${provider.displayName} says: "${text}"${inBrackets}.`;
	return facts.length === 0 ? '' : `${provider.displayName} gave no reason${inBrackets}.`;
}

function sentences(...parts: readonly string[]): string {
	return parts.filter((part) => part !== '').join(' ');
}

function tries(attempts: number): string {
	return attempts > 1 ? `Tried ${attempts} times.` : '';
}
