import type { StandInResponse } from '../standIn.mts';

/** RyzeAPI's error shape: a text, no code (docs/providers/ryze.md, "Errors"). */
export function ryzeError(status: number, message: string): StandInResponse {
	return { status, body: { success: false, error: { message } } };
}

/** The errors of docs/providers/ryze.md, "Errors". */
export const ERRORS = {
	instanceRequired: ryzeError(400, 'Instance name is required'),
	messageIdRequired: ryzeError(400, 'messageId is required'),
	numberRequired: ryzeError(400, 'Number is required'),
	senderRequired: ryzeError(400, 'sender is required for group messages'),
	missingToken: ryzeError(401, 'Missing token header'),
	invalidToken: ryzeError(401, 'Invalid token'),
	foreignInstance: ryzeError(403, 'Token does not own this instance'),
	instanceNotFound: ryzeError(404, 'Instance not found'),
	rateLimited: ryzeError(429, 'Rate limit exceeded. Try again later.'),
	notConnected: ryzeError(503, 'Instance is not connected to WhatsApp'),
} as const;

/** A body that is no JSON, or whose field has the wrong type. */
export function invalidBody(reason: string): StandInResponse {
	return ryzeError(400, `Invalid request body: ${reason}`);
}
