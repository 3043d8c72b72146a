import type { StandInResponse, ProviderCall } from '../standIn.mts';

/**
 * No document says what Wawp responds on success (docs/providers/wawp.md, "Responses"); the sandbox gives the empty
 * JSON object, one of the documented possibilities, which says as little as Wawp may.
 */
export const DONE: StandInResponse = { status: 201, body: {} };

/** Wawp's own JSON error shape: `{status, message, error}` (docs/providers/wawp.md, "Errors"). */
export function wawpError(status: number, message: string, error: string): StandInResponse {
	return { status, body: { status, message, error } };
}

/** The errors the manual names. */
export const ERRORS = {
	unauthorized: wawpError(401, 'Invalid or Missing Access Token', 'Unauthorized'),
	rateLimited: wawpError(429, 'Rate Limit Exceeded', 'Too Many Requests'),
	invalidSession: {
		status: 404,
		body: { code: 'invalid_session', message: 'Session Does Not Exist' },
	},
} satisfies Record<string, StandInResponse>;

export function badRequest(message: string): StandInResponse {
	return wawpError(400, message, 'Bad Request');
}

/** The engine's error while the session is not WORKING. */
export function sessionNotWorking(status: string): StandInResponse {
	const error = 'Session status is not as expected. Try again later or restart the session';
	return { status: 422, body: { error, status, expected: ['WORKING'] } };
}

/** What the engine throws back; it echoes the request, secrets included (docs/providers/wawp.md, "Errors"). */
export function engineFault(call: ProviderCall, message: string): StandInResponse {
	return {
		status: 500,
		body: {
			statusCode: 500,
			timestamp: new Date().toISOString(),
			exception: { name: 'TypeError', message },
			request: {
				path: call.path,
				method: call.method,
				body: call.body.format === 'json' ? call.body.value : null,
			},
		},
	};
}
