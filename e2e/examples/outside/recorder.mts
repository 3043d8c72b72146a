import type { FastifyInstance } from 'fastify';

import { SANDBOX_ACCOUNTS } from '../../../sandbox/index.mts';

/** A call that an example made to somebody other than the sandbox: an answer, or a word to the team. */
export interface SentOut {
	/** The host the example names, as in `graph.facebook.com`. */
	readonly host: string;
	/** The path below the host. */
	readonly path: string;
	/** Without the credential. */
	readonly body: Readonly<Record<string, unknown>>;
	/** Whether the credential of that host's provider came along; `null` for a host without one. */
	readonly authorized: boolean | null;
}

interface Call {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Readonly<Record<string, unknown>>;
}

const { cloudApi, kirim, ryze, wawp } = SANDBOX_ACCOUNTS;

/** How each provider wants to be shown the credential when something is sent. */
const CHECKS: Readonly<Record<string, (call: Call) => boolean>> = {
	'graph.facebook.com': ({ headers }) => headers.authorization === `Bearer ${cloudApi.accessToken}`,
	'api.kirim.chat': ({ headers }) => headers.authorization === `Bearer ${kirim.apiKey}`,
	'ryzeapi.cloud': ({ headers }) => headers.token === ryze.token,
	'api.wawp.net': ({ body }) =>
		body.access_token === wawp.accessToken && body.instance_id === wawp.instanceId,
};

const CREDENTIAL_FIELDS = ['access_token', 'instance_id'];

/**
 * Takes whatever is posted below `/<host>/` in that host's place, says yes, and remembers it.
 * @returns the calls so far, oldest first; the list grows
 */
export function mountRecorder(server: FastifyInstance): readonly SentOut[] {
	const sent: SentOut[] = [];
	server.post<{ Params: { host: string; '*': string } }>('/:host/*', async (request) => {
		const body = asFields(request.body);
		const { host, '*': path } = request.params;
		const check = CHECKS[host];
		sent.push({
			host,
			path: `/${path}`,
			body: Object.fromEntries(
				Object.entries(body).filter(([field]) => !CREDENTIAL_FIELDS.includes(field)),
			),
			authorized: check ? check({ headers: request.headers, body }) : null,
		});
		return { success: true };
	});
	return sent;
}

function asFields(body: unknown): Readonly<Record<string, unknown>> {
	return typeof body === 'object' && body !== null ? { ...body } : {};
}
