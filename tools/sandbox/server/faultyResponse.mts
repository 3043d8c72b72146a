import { STATUS_CODES } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { SANDBOX_SECRETS } from '../accounts.mts';
import type { Fault } from '../faults/fault.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { StandInResponse } from '../providers/standIn.mts';

/** The response that a fault puts in place of the provider's; `null` when it breaks the connection instead. */
export function faultyResponse(
	fault: Fault,
	provider: ProviderId,
	request: FastifyRequest,
): StandInResponse | null {
	switch (fault.kind) {
		case 'answer':
			return fault;
		case 'refusal': {
			const text = fault.status < 300 ? 'Something went wrong' : (STATUS_CODES[fault.status] ?? '');
			const refusal = standInOf(provider).error(fault.status, text);
			return { ...refusal, headers: { ...refusal.headers, ...fault.headers } };
		}
		case 'echo':
			return echo(fault, provider, request);
		default:
			return null;
	}
}

/** Everything that came in, in every place where a caller might look for a text. */
function echo(
	{ status, after = 0 }: Extract<Fault, { kind: 'echo' }>,
	provider: ProviderId,
	{ method, url, headers, body }: FastifyRequest,
): StandInResponse {
	const texts = [JSON.stringify(body), url, JSON.stringify(headers)];
	const secret = SANDBOX_SECRETS.find((known) => texts.some((text) => text?.includes(known))) ?? '';
	const text = `${'.'.repeat(after)}${[secret, ...texts].join(' ')}`;
	const refusal = standInOf(provider).error(status, text);
	return {
		status,
		headers: { 'x-request-id': secret },
		body: {
			...(refusal.body as object),
			code: secret,
			request: { method, url, headers, body },
		},
	};
}
