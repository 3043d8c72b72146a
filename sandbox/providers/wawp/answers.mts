import type { Answer, ProviderCall } from '../standIn.mts';

/**
 * Nothing settles what Wawp answers on success (docs/providers/wawp.md, "Responses"); the sandbox gives the empty
 * JSON object, one of the documented possibilities, and says by it as little as Wawp may.
 */
export const DONE: Answer = { status: 201, body: {} };

/** Wawp's own JSON error shape: `{status, message, error}` (docs/providers/wawp.md, "Errors"). */
export function wawpError(status: number, message: string, error: string): Answer {
	return { status, body: { status, message, error } };
}

/** The refusals the manual names. */
export const REFUSALS = {
	unauthorized: wawpError(401, 'Invalid or Missing Access Token', 'Unauthorized'),
	rateLimited: wawpError(429, 'Rate Limit Exceeded', 'Too Many Requests'),
	invalidSession: {
		status: 404,
		body: { code: 'invalid_session', message: 'Session Does Not Exist' },
	},
} satisfies Record<string, Answer>;

export function badRequest(message: string): Answer {
	return wawpError(400, message, 'Bad Request');
}

/** The engine's refusal while the session is not WORKING. */
export function sessionNotWorking(status: string): Answer {
	const error = 'Session status is not as expected. Try again later or restart the session';
	return { status: 422, body: { error, status, expected: ['WORKING'] } };
}

/** What the engine throws back; it echoes the request, secrets included (docs/providers/wawp.md, "Errors"). */
export function engineFault(call: ProviderCall, message: string): Answer {
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
