import { randomBytes } from 'node:crypto';
import type { StandInResponse } from '../standIn.mts';

/** One error of the Graph API, from the table in docs/providers/cloudApi.md, "Errors". */
interface GraphError {
	readonly message: string;
	readonly code: number;
	/** HTTP 400, unless it says otherwise. */
	readonly status?: number;
	readonly type?: string;
	readonly subcode?: number;
	readonly details?: string;
}

/** Meta's error envelope. */
function graphError(error: GraphError): StandInResponse {
	const { message, code, status = 400, type = 'OAuthException', subcode, details } = error;
	return {
		status,
		body: {
			error: {
				message,
				type,
				code,
				...(subcode === undefined ? {} : { error_subcode: subcode }),
				...(details === undefined
					? {}
					: { error_data: { messaging_product: 'whatsapp', details } }),
				fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
			},
		},
	};
}

/** A failure of any status, with the code that Meta documents for it. */
export function metaError(status: number, message: string): StandInResponse {
	return graphError({ status, message, code: status === 429 ? 130429 : 131000 });
}

const GRAPH_METHOD = 'GraphMethodException';

const CANNOT =
	'does not exist, cannot be loaded due to missing permissions, or does not support this operation.';

/** The errors that the stand-in responds with; a text says what is wrong. */
export const ERRORS = {
	missingToken: () =>
		graphError({
			status: 401,
			code: 104,
			message: 'An access token is required to request this resource.',
		}),
	invalidToken: () =>
		graphError({
			status: 401,
			code: 190,
			message: 'Invalid OAuth access token - Cannot parse access token',
		}),
	expiredToken: () =>
		graphError({
			status: 401,
			code: 190,
			subcode: 463,
			message: 'Error validating access token: Session has expired.',
		}),
	invalidProof: () =>
		graphError({
			code: 100,
			type: GRAPH_METHOD,
			message: 'Invalid appsecret_proof provided in the API argument',
		}),
	/** A phone number id, account id or edge the token does not reach. */
	unknownObject: (method: string, id: string) =>
		graphError({
			code: 100,
			subcode: 33,
			type: GRAPH_METHOD,
			message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' ${CANNOT}`,
		}),
	unknownField: (field: string, nodeType: string) =>
		graphError({
			code: 100,
			message: `(#100) Tried accessing nonexisting field (${field}) on node type (${nodeType})`,
		}),
	missing: (details: string) =>
		graphError({ code: 131008, message: '(#131008) Required parameter is missing', details }),
	/** Also what a message id gets that is not a received one of this number. */
	wrong: (details: string) =>
		graphError({ code: 131009, message: '(#131009) Parameter value is not valid', details }),
	unknown: (details: string) =>
		graphError({ code: 100, message: '(#100) Invalid parameter', details }),
	rateLimitHit: () =>
		graphError({
			code: 130429,
			message: '(#130429) Rate limit hit',
			details:
				'Message failed to send because there were too many messages sent from this phone number in a short period of time',
		}),
	unknownPath: (path: string) =>
		graphError({ status: 404, code: 2500, message: `Unknown path components: ${path}` }),
	notRegistered: () =>
		graphError({
			code: 133010,
			message: '(#133010) Phone number not registered on the WhatsApp Business Platform',
		}),
};
