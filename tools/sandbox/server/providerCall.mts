import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PostedBody, ProviderCall } from '../providers/call.mts';

/** Makes fastify hand over a `PostedBody` for whatever content type arrives, and never fail on it. */
export function readEveryBody(api: FastifyInstance): void {
	api.removeAllContentTypeParsers();
	api.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
		done(null, readBody(request.headers['content-type'] ?? '', String(text)));
	});
}

/** A fastify request as plain data. */
export function providerCall(request: FastifyRequest): ProviderCall {
	return {
		method: request.method,
		path: request.url.split('?')[0] ?? '',
		params: flatTexts(request.params),
		query: flatTexts(request.query),
		headers: flatTexts(request.headers),
		body: (request.body as PostedBody | undefined) ?? { format: 'none' },
	};
}

function readBody(contentType: string, text: string): PostedBody {
	if (text === '') return { format: 'none' };
	const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
	if (mediaType === 'application/json') return readJson(text);
	if (mediaType === 'application/x-www-form-urlencoded') {
		return { format: 'form', fields: Object.fromEntries(new URLSearchParams(text)) };
	}
	return { format: 'unreadable', note: `content type ${mediaType || 'missing'}` };
}

function readJson(text: string): PostedBody {
	try {
		return { format: 'json', value: JSON.parse(text) as unknown };
	} catch {
		// The parser's message quotes the text, which may hold a secret.
		return { format: 'unreadable', note: 'malformed JSON' };
	}
}

/** A repeated header or query parameter counts once, with its first value. */
function flatTexts(values: unknown): Record<string, string> {
	const entries = Object.entries((values ?? {}) as Record<string, unknown>);
	return Object.fromEntries(
		entries.map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)]),
	);
}
