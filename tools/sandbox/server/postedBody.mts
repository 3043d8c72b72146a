import type { FastifyInstance } from 'fastify';

/** A request's body, read but not checked: each provider decides what it accepts. */
export type PostedBody =
	| { readonly format: 'none' }
	| { readonly format: 'json'; readonly value: unknown }
	| { readonly format: 'form'; readonly fields: Readonly<Record<string, string>> }
	| { readonly format: 'unreadable'; readonly note: string };

export const NO_BODY: PostedBody = { format: 'none' };

/** Makes fastify hand over a `PostedBody` for whatever content type arrives, and never fail on it. */
export function readEveryBody(api: FastifyInstance): void {
	api.removeAllContentTypeParsers();
	api.addContentTypeParser('*', { parseAs: 'string' }, (request, text, done) => {
		done(null, readBody(request.headers['content-type'] ?? '', String(text)));
	});
}

/**
 * Reads a body by its content type.
 *
 * @param contentType the header's value, `''` when it was missing
 * @param text the body as text
 */
export function readBody(contentType: string, text: string): PostedBody {
	if (text === '') return NO_BODY;
	const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
	if (mediaType === 'application/json') return readJson(text);
	if (mediaType === 'application/x-www-form-urlencoded') {
		return { format: 'form', fields: Object.fromEntries(new URLSearchParams(text)) };
	}
	return { format: 'unreadable', note: `content type ${mediaType || 'missing'}` };
}

/** The JSON object of a body; `null` when the body is anything else. */
export function jsonObject(body: PostedBody): Readonly<Record<string, unknown>> | null {
	if (body.format !== 'json' || typeof body.value !== 'object' || body.value === null) return null;
	return Array.isArray(body.value) ? null : (body.value as Record<string, unknown>);
}

function readJson(text: string): PostedBody {
	try {
		return { format: 'json', value: JSON.parse(text) as unknown };
	} catch {
		// The parser's message quotes the text, which may hold a secret.
		return { format: 'unreadable', note: 'malformed JSON' };
	}
}
