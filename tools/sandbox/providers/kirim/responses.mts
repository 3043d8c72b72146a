import { createHash, randomUUID } from 'node:crypto';
import type { StandInResponse } from '../standIn.mts';

/** The codes of docs/providers/kirim.md, "Errors", with their HTTP status and type. */
const ERRORS = {
	resource_not_found: [404, 'not_found_error'],
	invalid_field_value: [400, 'invalid_request_error'],
	missing_required_field: [400, 'invalid_request_error'],
	invalid_request: [400, 'invalid_request_error'],
	invalid_phone_number: [400, 'invalid_request_error'],
	invalid_api_key: [401, 'authentication_error'],
	expired_api_key: [401, 'authentication_error'],
	phone_number_forbidden: [403, 'permission_error'],
	account_not_connected: [422, 'account_error'],
	rate_limit_exceeded: [429, 'rate_limit_error'],
	whatsapp_upstream_error: [502, 'upstream_error'],
} as const;

/** Crockford's base 32, in which Kirim writes its ids. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id of Kirim's own, as in `req_…`: always the same for one text, without a text a new one. */
export function kirimId(
	prefix: 'msg' | 'req' | 'wbd' | 'evt',
	text: string = randomUUID(),
): string {
	const bytes = createHash('sha256').update(text).digest().subarray(0, 24);
	return `${prefix}_01${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

/** An error; the request id stands in the body and in the header. */
export function kirimError(
	code: keyof typeof ERRORS,
	message: string,
	param?: string,
): StandInResponse {
	const request_id = kirimId('req');
	const [status, type] = ERRORS[code];
	const error = { type, code, message, ...(param === undefined ? {} : { param }), request_id };
	return { status, headers: { 'X-Request-Id': request_id }, body: { error } };
}

/** A success; the request id stands beside the content and in the header. */
export function kirimSuccess(content: Readonly<Record<string, unknown>>): StandInResponse {
	const request_id = kirimId('req');
	return { status: 200, headers: { 'X-Request-Id': request_id }, body: { ...content, request_id } };
}
