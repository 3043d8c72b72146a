import type { FastifyRequest } from 'fastify';
import type { ProviderCall } from '../providers/standIn.mts';
import { NO_BODY, type PostedBody } from './postedBody.mts';

/** A fastify request as plain data. */
export function providerCall(request: FastifyRequest): ProviderCall {
	return {
		method: request.method,
		path: request.url.split('?')[0] ?? '',
		params: flatTexts(request.params),
		query: flatTexts(request.query),
		headers: flatTexts(request.headers),
		body: (request.body as PostedBody | undefined) ?? NO_BODY,
	};
}

/** A repeated header or query parameter counts once, with its first value. */
function flatTexts(values: unknown): Record<string, string> {
	const entries = Object.entries((values ?? {}) as Record<string, unknown>);
	return Object.fromEntries(
		entries.map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)]),
	);
}
