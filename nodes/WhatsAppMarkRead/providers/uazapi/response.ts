import { asObject, listAt, property, textAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';
import type { CallError } from '../../responses/errorCatalogue';
import {
	errorText,
	firstText,
	isSuccessStatus,
	requestIdOf,
} from '../../responses/providerResponse';
import type { ProviderResponse } from '../../responses/providerResponse';
import type { Acceptance, Call } from '../calls';
import { withoutOwner } from './fields';

/**
 * The documents contradict themselves (docs/providers/uazapi.md, "Responses"). By the schema a receipt is answered with
 * `{"results":[{"message_id","status":"success"},{"message_id","status":"error","error"}]}`, by the description with
 * `{"success":true,"markedMessages":[{"id"}]}`. Both may fail some of the messages under HTTP 200; without either list
 * nothing is known of single messages. Errors are `{"error":"<text>"}`.
 */
export function readUazapiResponse(response: ProviderResponse, call: Call): Acceptance | CallError {
	const { json, status } = response;
	const requestId = requestIdOf(response);
	const errorWith = (text: string | null): CallError => ({
		kind: 'error',
		status,
		code: null,
		text,
		requestId,
	});
	const body = asObject(json);
	if (!isSuccessStatus(status) || body === null || saysFailure(body)) {
		return errorWith(errorText(response));
	}
	const failedIds = new Map(
		failuresIn(body, call).map(([id, text]) => [id, errorWith(text)] as const),
	);
	const accepted = { kind: 'accepted', chatId: null, requestId, warning: null } as const;
	return failedIds.size === 0 ? accepted : { ...accepted, failedIds };
}

function saysFailure(body: JsonObject): boolean {
	const success = property(body, 'success');
	return Boolean(property(body, 'error')) || (success !== undefined && success !== true);
}

/** The ids of the call that the response does not name as marked, each with the reason where there is one. */
function failuresIn(
	body: JsonObject,
	call: Call,
): ReadonlyArray<[id: string, text: string | null]> {
	const isListed = ['results', 'markedMessages'].some((key) => Array.isArray(property(body, key)));
	if (call.kind !== 'markMessages' || !isListed) return [];
	const reasons = new Map<string, string | null>();
	const marked = new Set<string>();
	for (const result of [...listAt(body, 'results'), ...listAt(body, 'markedMessages')]) {
		const id = withoutOwner(textAt(result, 'message_id') ?? textAt(result, 'id') ?? '');
		const error = firstText(property(result, 'error'));
		if (error === null && textAt(result, 'status') !== 'error') marked.add(id);
		else reasons.set(id, error);
	}
	return call.messageIds.filter((id) => !marked.has(id)).map((id) => [id, reasons.get(id) ?? null]);
}
