import { STATUS_CODES } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { SANDBOX_SECRETS } from '../accounts.mts';
import type { Fault } from '../faults/fault.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { Answer } from '../providers/standIn.mts';

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
			const refusal = standInOf(provider).refusal(fault.status, text);
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
	const texts = [JSON.stringify(body), url, JSON.stringify(headers)];
	const secret = SANDBOX_SECRETS.find((known) => texts.some((text) => text?.includes(known))) ?? '';
	const text = `${'.'.repeat(after)}${[secret, ...texts].join(' ')}`;
	const refusal = standInOf(provider).refusal(status, text);
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
