import type { FastifyInstance } from 'fastify';

import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import type { Sending } from '../../providers/provider.mts';

/** A call that an example made to somebody other than the sandbox: an answer, or a word to the team. */
export interface SentOut {
	/** The host the example names, as in `graph.facebook.com`. */
	readonly host: string;
	/** The path below the host. */
	readonly path: string;
	/** Without the credential. */
	readonly body: Fields;
	/** Whether the credential of that host's provider came along; `null` for a host without one. */
	readonly authorized: boolean | null;
}

type Fields = Readonly<Record<string, unknown>>;

const SENDINGS = PROVIDER_IDS.map((id) => underTest(id).sending);
const CREDENTIAL_FIELDS = SENDINGS.flatMap(({ credential }) => Object.keys(credential.body ?? {}));

/**
 * Takes whatever is posted below `/<host>/` in that host's place, says yes, and remembers it.
 * @returns the calls so far, oldest first; the list grows
 */
export function mountRecorder(server: FastifyInstance): readonly SentOut[] {
	const sent: SentOut[] = [];
	server.post<{ Params: { host: string; '*': string } }>('/:host/*', async (request) => {
		const body = asFields(request.body);
		const { host, '*': path } = request.params;
		const sending = SENDINGS.find((known) => known.host === host);
		sent.push({
			host,
			path: `/${path}`,
			body: Object.fromEntries(
				Object.entries(body).filter(([field]) => !CREDENTIAL_FIELDS.includes(field)),
			),
			authorized: sending ? bringsAlong(sending, request.headers, body) : null,
		});
		return { success: true };
	});
	return sent;
}

function bringsAlong({ credential }: Sending, headers: Fields, body: Fields): boolean {
	const holds = (given: Fields, wanted: Fields = {}) =>
		Object.entries(wanted).every(([name, value]) => given[name] === value);
	return holds(headers, credential.headers) && holds(body, credential.body);
}

function asFields(body: unknown): Fields {
	return typeof body === 'object' && body !== null ? { ...body } : {};
}
