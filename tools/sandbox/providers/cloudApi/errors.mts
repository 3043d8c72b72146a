import { randomBytes } from 'node:crypto';
import type { StandInResponse } from '../standIn.mts';

/** One error of the Graph API, from the table in docs/providers/cloudApi.md, "Errors". */
interface GraphError {
	readonly status: number;
	readonly code: number;
	readonly message: string;
	readonly type?: string;
	readonly subcode?: number;
	readonly details?: string;
}

/** Meta's error envelope. */
export function graphError(error: GraphError): StandInResponse {
	return {
		status: error.status,
		body: {
			error: {
				message: error.message,
				type: error.type ?? 'OAuthException',
				code: error.code,
				...(error.subcode === undefined ? {} : { error_subcode: error.subcode }),
				...(error.details === undefined
					? {}
					: { error_data: { messaging_product: 'whatsapp', details: error.details } }),
				fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
			},
		},
	};
}

export const missingToken = () =>
	graphError({
		status: 401,
		code: 104,
		message: 'An access token is required to request this resource.',
	});

export const invalidToken = () =>
	graphError({
		status: 401,
		code: 190,
		message: 'Invalid OAuth access token - Cannot parse access token',
	});

export const expiredToken = () =>
	graphError({
		status: 401,
		code: 190,
		subcode: 463,
		message: 'Error validating access token: Session has expired.',
	});

export const invalidProof = () =>
	graphError({
		status: 400,
		code: 100,
		type: 'GraphMethodException',
		message: 'Invalid appsecret_proof provided in the API argument',
	});

/** A phone number id, account id or edge the token does not reach. */
export const unknownObject = (method: string, id: string) =>
	graphError({
		status: 400,
		code: 100,
		subcode: 33,
		type: 'GraphMethodException',
		message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
	});

export const unknownField = (field: string, nodeType: string) =>
	graphError({
		status: 400,
		code: 100,
		message: `(#100) Tried accessing nonexisting field (${field}) on node type (${nodeType})`,
	});

export const missingParameter = (details: string) =>
	graphError({
		status: 400,
		code: 131008,
		message: '(#131008) Required parameter is missing',
		details,
	});

/** Also what a message id gets that is not a received one of this number. */
export const invalidParameter = (details: string) =>
	graphError({
		status: 400,
		code: 131009,
		message: '(#131009) Parameter value is not valid',
		details,
	});

export const unexpectedKey = (details: string) =>
	graphError({ status: 400, code: 100, message: '(#100) Invalid parameter', details });

export const rateLimitHit = () =>
	graphError({
		status: 400,
		code: 130429,
		message: '(#130429) Rate limit hit',
		details:
			'Message failed to send because there were too many messages sent from this phone number in a short period of time',
	});

export const unknownPath = (path: string) =>
	graphError({ status: 404, code: 2500, message: `Unknown path components: ${path}` });
