import { listAt, property, textAt } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import { codeAt, firstText, isSuccessStatus, requestIdOf } from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { Acceptance } from '../calls';
import type { AccountDirectory } from '../provider';
import { evolutionUrl } from './connection';

/** What the server answers to a receipt, to a chat marked as unread, and to the typing indicator. */
const SUCCESSES = [
	['read', 'success'],
	['markedChatUnread', true],
	['presence', 'composing'],
] as const;

/** Reads `{"read":"success"}` and the like; errors are `{status, error, response: {message}}`. */
export function readEvolutionResponse(response: ProviderResponse): Acceptance | CallError {
	const { json, status } = response;
	const isAccepted =
		isSuccessStatus(status) && SUCCESSES.some(([key, value]) => property(json, key) === value);
	if (!isAccepted) return readError(response);
	const requestId = requestIdOf(response);
	return { kind: 'accepted', chatId: null, requestId, warning: null };
}

function readError(response: ProviderResponse): CallError {
	const { json, status, text } = response;
	return {
		kind: 'error',
		status,
		code: codeAt(json, 'code'),
		text: firstText(
			textsIn(property(property(json, 'response'), 'message')),
			property(json, 'message'),
			property(json, 'error'),
			text,
		),
		requestId: requestIdOf(response),
	};
}

/** As deep as the server nests its texts: a list of objects with a list of texts. */
const MAX_NESTING = 4;

/** `response.message` is a text, a list of texts, a list of lists, or a list of objects that have a `message` in turn. */
function textsIn(message: unknown, depth = 0): readonly string[] {
	if (typeof message === 'string') return [message];
	if (depth > MAX_NESTING) return [];
	const inner = Array.isArray(message) ? (message as unknown[]) : [property(message, 'message')];
	return inner.flatMap((part) => textsIn(part, depth + 1));
}

/**
 * `GET {base}/instance/fetchInstances` → `[{name, connectionStatus, …}]`, in one page. It holds tokens and passwords: nothing but
 * these two values is read.
 */
export const evolutionDirectory: AccountDirectory = {
	url: (credential) => `${evolutionUrl(credential)}/instance/fetchInstances`,
	read(response) {
		if (response.status !== 200 || !Array.isArray(response.json)) return readError(response);
		const accounts = listAt({ instances: response.json }, 'instances').flatMap((instance) => {
			const id = textAt(instance, 'name');
			const state = textAt(instance, 'connectionStatus');
			return id === null ? [] : [{ id, name: state === null ? id : `${id} · ${state}` }];
		});
		return { kind: 'accounts', accounts, next: null };
	},
};
