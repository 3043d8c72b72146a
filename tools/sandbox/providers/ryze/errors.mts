import type { StandInResponse } from '../standIn.mts';

/** RyzeAPI's error shape: a text, no code (docs/providers/ryze.md, "Errors"). */
export function ryzeError(status: number, message: string): StandInResponse {
	return { status, body: { success: false, error: { message } } };
}

export const notConnected = () => ryzeError(503, 'Instance is not connected to WhatsApp');

export const invalidToken = () => ryzeError(401, 'Invalid token');

/** A body that is no JSON, or whose field has the wrong type. */
export function invalidBody(reason: string): StandInResponse {
	return ryzeError(400, `Invalid request body: ${reason}`);
}
