import { SANDBOX_ACCOUNTS, SANDBOX_TROUBLE } from '../../accounts.mts';
import { jsonObject } from '../../server/postedBody.mts';
import type { Answer, ProviderCall } from '../provider.mts';
import { REFUSALS, sessionNotWorking } from './answers.mts';

const { instanceId, accessToken } = SANDBOX_ACCOUNTS.wawp;

/** Instance ids and the status of their sessions. */
const SESSIONS: Readonly<Record<string, string>> = {
	[instanceId]: 'WORKING',
	[SANDBOX_TROUBLE.wawp.stoppedInstanceId]: 'SCAN_QR_CODE',
};

/** The body of a call whose credentials were good, or the refusal. */
export type SessionBody =
	| {
			readonly instanceId: string;
			readonly status: string;
			readonly fields: Readonly<Record<string, unknown>>;
	  }
	| { readonly refusal: Answer };

/**
 * Finds the credentials where most working clients put them: in the JSON body. Elsewhere (query,
 * header, form) they count as missing (wawp.md, "Calls").
 */
export function readSession(call: ProviderCall): SessionBody {
	const fields = jsonObject(call.body);
	if (!fields || fields.access_token !== accessToken) return { refusal: REFUSALS.unauthorized };
	const id = fields.instance_id;
	if (id === undefined || id === '') return { refusal: REFUSALS.unauthorized };
	const status = typeof id === 'string' && Object.hasOwn(SESSIONS, id) ? SESSIONS[id] : undefined;
	if (status === undefined) return { refusal: REFUSALS.invalidSession };
	return { instanceId: String(id), status, fields };
}

/** The same for calls that need the session at work. */
export function readWorkingSession(call: ProviderCall): SessionBody {
	const session = readSession(call);
	if ('refusal' in session || session.status === 'WORKING') return session;
	return { refusal: sessionNotWorking(session.status) };
}

/** `POST /v2/session/info`: what a credential test reads; any status proves the credential. */
export function sessionInfo(call: ProviderCall): Answer {
	const session = readSession(call);
	if ('refusal' in session) return session.refusal;
	const { instanceId: name, status } = session;
	const me = status === 'WORKING' ? { id: '447441429000@c.us', pushName: 'Sandbox' } : null;
	return { status: 200, body: { name, status, config: {}, me } };
}
