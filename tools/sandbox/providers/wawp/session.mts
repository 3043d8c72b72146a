import { jsonObject } from '../../server/postedBody.mts';
import type { StandInResponse, ProviderCall } from '../standIn.mts';
import { ERRORS, sessionNotWorking } from './responses.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

const { instanceId, accessToken } = ACCOUNT;

interface Session {
	readonly status: string;
	/** Where the instance looks for the credentials: as the manual's text says, or as its code sample does. */
	readonly credentialsIn: 'body' | 'query';
}

/** Sessions by instance id. */
const SESSIONS: Readonly<Record<string, Session>> = {
	[instanceId]: { status: 'WORKING', credentialsIn: 'body' },
	[TROUBLE.stoppedInstanceId]: { status: 'SCAN_QR_CODE', credentialsIn: 'body' },
	[TROUBLE.queryInstanceId]: { status: 'WORKING', credentialsIn: 'query' },
};

/** The body of a call whose credentials were good, or the error. */
export type SessionBody =
	| {
			readonly instanceId: string;
			readonly status: string;
			readonly fields: Readonly<Record<string, unknown>>;
	  }
	| { readonly error: StandInResponse };

/**
 * Finds the credentials where the instance expects them: in the JSON body, or in the query. Elsewhere (the other of the
 * two, both, a header alone, a form) they count as missing.
 */
export function readSession(call: ProviderCall): SessionBody {
	const fields = call.body.format === 'none' ? {} : jsonObject(call.body);
	if (!fields) return { error: ERRORS.unauthorized };
	const given = call.query.access_token === undefined ? 'body' : 'query';
	const { instance_id: id, access_token: token } = given === 'query' ? call.query : fields;
	const isInBoth = given === 'query' && fields.access_token !== undefined;
	if (token !== accessToken || isInBoth || id === undefined || id === '') {
		return { error: ERRORS.unauthorized };
	}
	const session = typeof id === 'string' && Object.hasOwn(SESSIONS, id) ? SESSIONS[id] : undefined;
	if (session === undefined) return { error: ERRORS.invalidSession };
	if (session.credentialsIn !== given) return { error: ERRORS.unauthorized };
	return { instanceId: String(id), status: session.status, fields };
}

/** The same for calls that need the session at work. */
export function readWorkingSession(call: ProviderCall): SessionBody {
	const session = readSession(call);
	if ('error' in session || session.status === 'WORKING') return session;
	return { error: sessionNotWorking(session.status) };
}

/** `POST /v2/session/info`: what a credential test reads; any status proves the credential. */
export function sessionInfo(call: ProviderCall): StandInResponse {
	const session = readSession(call);
	if ('error' in session) return session.error;
	const { instanceId: name, status } = session;
	const me = status === 'WORKING' ? { id: '447441429000@c.us', pushName: 'Sandbox' } : null;
	return { status: 200, body: { name, status, config: {}, me } };
}
