import { jsonObject, Refused, type ProviderCall, type StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

/** Sessions by instance id, and where each looks for the credentials: as the manual's text says, or its code sample. */
const SESSIONS = new Map([
	[ACCOUNT.instanceId, { status: 'WORKING', credentialsIn: 'body' }],
	[TROUBLE.stoppedInstanceId, { status: 'SCAN_QR_CODE', credentialsIn: 'body' }],
	[TROUBLE.queryInstanceId, { status: 'WORKING', credentialsIn: 'query' }],
]);

/** A call whose credentials were good. */
export interface SessionCall {
	readonly instanceId: string;
	readonly status: string;
	readonly fields: Readonly<Record<string, unknown>>;
}

/** Wawp's own JSON error shape: `{status, message, error}` (docs/providers/wawp.md, "Errors"). */
export function wawpError(status: number, message: string, error: string): StandInResponse {
	return { status, body: { status, message, error } };
}

export const unauthorized = () => wawpError(401, 'Invalid or Missing Access Token', 'Unauthorized');

/** The engine's error while the session is not WORKING. */
export function sessionNotWorking(status = 'SCAN_QR_CODE'): StandInResponse {
	const error = 'Session status is not as expected. Try again later or restart the session';
	return { status: 422, body: { error, status, expected: ['WORKING'] } };
}

/**
 * Finds the credentials where the instance expects them: in the JSON body, or in the query. Elsewhere (the other of the
 * two, both, a header alone, a form) they count as missing.
 *
 * @throws Refused when they are not good
 */
export function readSession(call: ProviderCall): SessionCall {
	const fields = call.body.format === 'none' ? {} : jsonObject(call);
	const given = call.query.access_token === undefined ? 'body' : 'query';
	const { instance_id: id, access_token: token } = (given === 'query' ? call.query : fields) ?? {};
	const isInBoth = given === 'query' && fields?.access_token !== undefined;
	if (!fields || token !== ACCOUNT.accessToken || isInBoth || id === undefined || id === '') {
		throw new Refused(unauthorized());
	}
	const instanceId = String(id);
	const session = SESSIONS.get(instanceId);
	if (session === undefined) {
		const body = { code: 'invalid_session', message: 'Session Does Not Exist' };
		throw new Refused({ status: 404, body });
	}
	if (session.credentialsIn !== given) throw new Refused(unauthorized());
	return { instanceId, status: session.status, fields };
}

/** The same for calls that need the session at work. */
export function readWorkingSession(call: ProviderCall): SessionCall {
	const session = readSession(call);
	if (session.status !== 'WORKING') throw new Refused(sessionNotWorking(session.status));
	return session;
}
