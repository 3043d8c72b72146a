import { STATUS_CODES } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Fault } from '../faults/fault.mts';
import { OWN_REFUSALS } from '../faults/ownRefusal.mts';
import type { Answer } from '../providers/provider.mts';
import type { ProviderId } from '../providers/providerId.mts';

/** The answer that a fault puts in the place of the provider's; `null` when it spoils the connection instead. */
export function faultyAnswer(
	fault: Fault,
	provider: ProviderId,
	request: FastifyRequest,
): Answer | null {
	switch (fault.kind) {
		case 'answer':
			return fault;
		case 'refusal': {
			const text = fault.status < 300 ? 'Something went wrong' : (STATUS_CODES[fault.status] ?? '');
			const refusal = OWN_REFUSALS[provider](fault.status, text);
			return { ...refusal, headers: { ...refusal.headers, ...fault.headers } };
		}
		case 'echo':
			return echo(fault, provider, request);
		default:
			return null;
	}
}

/** Everything that came, in every place from which a caller might take a text. */
function echo(
	{ status, after = 0 }: Extract<Fault, { kind: 'echo' }>,
	provider: ProviderId,
	{ method, url, headers, body }: FastifyRequest,
): Answer {
	const { authorization, token } = headers;
	const secrets = [authorization, token, JSON.stringify(body), url];
	const text = [...secrets, JSON.stringify(headers)].filter((part) => part !== undefined).join(' ');
	const shifted = `${'.'.repeat(after)}${text}`;
	const refusal = OWN_REFUSALS[provider](status, shifted);
	const spoken = String(authorization ?? token ?? bodyToken(body));
	return {
		status,
		headers: { 'x-request-id': spoken },
		body: {
			...(refusal.body as object),
			...(provider === 'wawp' ? { code: spoken } : {}),
			request: { method, url, headers, body },
		},
	};
}

/** Wawp's token travels in the body. */
function bodyToken(body: unknown): string {
	return /"access_token":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? '';
}
