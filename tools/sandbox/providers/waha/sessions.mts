import { STATUS_CODES } from 'node:http';
import { Refused, type ProviderCall, type StandInResponse } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';

/** The sessions of the server; their `config` holds addresses and keys of webhooks, as WAHA answers them. */
export const SESSIONS = [
	{ name: ACCOUNT.session, status: 'WORKING', pushName: 'Sandbox Floricultura' },
	{ name: 'shop', status: 'WORKING', pushName: 'Sandbox Loja' },
	{ name: TROUBLE.stoppedSession, status: 'SCAN_QR_CODE', pushName: null },
].map(({ name, status, pushName }) => ({
	name,
	status,
	config: { webhooks: [{ url: 'https://n8n.example.com', events: ['message'] }] },
	me: pushName === null ? null : { id: '5511944440000@c.us', pushName },
}));

export type Session = (typeof SESSIONS)[number];

/** An error as the server's framework writes it (docs/providers/waha.md, "Errors"). */
export function wahaError(statusCode: number, message: string): StandInResponse {
	const error = STATUS_CODES[statusCode] ?? 'Error';
	return { status: statusCode, body: { message, error, statusCode } };
}

export function unauthorized(): StandInResponse {
	return { status: 401, body: { message: 'Unauthorized', statusCode: 401 } };
}

/** The error while a session is not connected to WhatsApp. */
export function sessionNotWorking(session: string, status: string): StandInResponse {
	const error = 'Session status is not as expected. Try again later or restart the session';
	return { status: 422, body: { error, session, status, expected: ['WORKING'] } };
}

/** @throws Refused when the call does not show the server's key */
export function authenticate({ headers }: ProviderCall): void {
	if (headers['x-api-key'] !== ACCOUNT.apiKey) throw new Refused(unauthorized());
}

/** @throws Refused when the server has no such session */
export function sessionOf(name: unknown): Session {
	const session = SESSIONS.find((known) => known.name === name);
	if (session) return session;
	const message = `Session "${String(name)}" does not exist. Start it first.`;
	throw new Refused(wahaError(404, message));
}

/** @throws Refused when the session is not connected to WhatsApp either */
export function workingSession(name: unknown): string {
	const { name: account, status } = sessionOf(name);
	if (status !== 'WORKING') throw new Refused(sessionNotWorking(account, status));
	return account;
}
