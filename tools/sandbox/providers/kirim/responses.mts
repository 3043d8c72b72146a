import type { StandInResponse } from '../standIn.mts';
import { newRequestId } from './ids.mts';

/** The codes of docs/providers/kirim.md, "Errors", with their HTTP status and type. */
const ERRORS = {
	resource_not_found: { status: 404, type: 'not_found_error' },
	invalid_field_value: { status: 400, type: 'invalid_request_error' },
	missing_required_field: { status: 400, type: 'invalid_request_error' },
	invalid_request: { status: 400, type: 'invalid_request_error' },
	invalid_phone_number: { status: 400, type: 'invalid_request_error' },
	invalid_api_key: { status: 401, type: 'authentication_error' },
	expired_api_key: { status: 401, type: 'authentication_error' },
	phone_number_forbidden: { status: 403, type: 'permission_error' },
	account_not_connected: { status: 422, type: 'account_error' },
	rate_limit_exceeded: { status: 429, type: 'rate_limit_error' },
	whatsapp_upstream_error: { status: 502, type: 'upstream_error' },
} as const;

export type KirimErrorCode = keyof typeof ERRORS;

/** An error; the request id stands in the body and in the header. */
export function kirimError(code: KirimErrorCode, message: string, param?: string): StandInResponse {
	const requestId = newRequestId();
	const { status, type } = ERRORS[code];
	return {
		status,
		headers: { 'X-Request-Id': requestId },
		body: {
			error: {
				type,
				code,
				message,
				...(param === undefined ? {} : { param }),
				request_id: requestId,
			},
		},
	};
}

export const invalidKey = () => kirimError('invalid_api_key', 'Missing or invalid API key.');

export const notConnected = () =>
	kirimError('account_not_connected', 'This WhatsApp account is not connected.');

/** A success; the request id stands beside the content and in the header. */
export function kirimSuccess(content: Readonly<Record<string, unknown>>): StandInResponse {
	const requestId = newRequestId();
	return {
		status: 200,
		headers: { 'X-Request-Id': requestId },
		body: { ...content, request_id: requestId },
	};
}
