import { cutText } from '../input/invalidInput';
import { asText, parseJson, property } from '../input/untrustedJson';

/** An HTTP response as it arrived. */
export interface RawResponse {
	readonly kind: 'response';
	readonly status: number;
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** A response for a provider to read: the body parsed if it is JSON, and as readable text if it is not. */
export interface ProviderResponse extends Pick<RawResponse, 'status' | 'headers'> {
	/** The parsed body; `undefined` when it is not JSON. */
	readonly json: unknown;
	/** The body as {@link readableText}; empty when there is none, or it is a JSON object or list. */
	readonly text: string;
	/** Whether the body is HTML or XML, which comes from a proxy or another server than the API. */
	readonly isPage: boolean;
}

/** Whether an HTTP status is 2xx (RFC 9110); the body may still report an error. */
export function isSuccessStatus(status: number): boolean {
	return status >= 200 && status < 300;
}

/** Whether the response says nothing: it has no body, or `{}`. */
export function isEmpty({ json, text, isPage }: ProviderResponse): boolean {
	return json === undefined ? text === '' && !isPage : JSON.stringify(json) === '{}';
}

/** What a server or the proxy before it calls the request in its log: the header `x-request-id`. */
export function requestIdOf({ headers }: ProviderResponse): string | null {
	return firstText(asText(headers['x-request-id']));
}

/** Longest provider text that an error repeats. */
const MAX_TEXT = 300;

/** Only the beginning of a body is searched for text: error pages can be huge. */
const MAX_SCANNED = 8_000;

/** Makes any response readable: JSON, HTML, XML, plain text, an empty body. */
export function readRawResponse(raw: Omit<RawResponse, 'kind'>): ProviderResponse {
	const json = parseJson(raw.body);
	return {
		status: raw.status,
		headers: raw.headers,
		json,
		text: readableText(json === undefined ? raw.body : typeof json === 'string' ? json : ''),
		isPage: /^\s*<[!?a-z]/i.test(raw.body),
	};
}

/**
 * Turns HTML, XML or plain text into one readable line.
 *
 * @param body e.g. `<html><head><title>502 Bad Gateway</title>…`
 * @returns e.g. `502 Bad Gateway`; at most 300 characters
 */
export function readableText(body: string): string {
	const text = cutText(body, MAX_SCANNED)
		.replace(/<!\[CDATA\[|\]\]>/g, ' ')
		// An element that is not closed extends to the end, so that each end is searched for once, in linear time.
		.replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1>|$)/gi, ' ')
		.replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
		.replace(/<[^<>]*>/g, ' ')
		.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return text === '…' ? '' : cutText(text, MAX_TEXT);
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': ' ',
};

/**
 * The first usable text among values that may be a text or a list of texts; `null` when there is none.
 * Objects are ignored, so that no `[object Object]` is ever shown.
 */
export function firstText(...candidates: readonly unknown[]): string | null {
	for (const candidate of candidates) {
		const parts = Array.isArray(candidate) ? (candidate as unknown[]) : [candidate];
		const text = parts
			.filter((part): part is string => typeof part === 'string')
			.join('; ')
			.trim();
		if (text !== '') return readableText(text);
	}
	return null;
}

/** The error text where most providers put it: `error.message`, `error`, `message`, else the body as text. */
export function errorText({ json, text }: ProviderResponse): string | null {
	const error = property(json, 'error');
	return firstText(property(error, 'message'), error, property(json, 'message'), text);
}

/** An error text, with the details that come beside it in brackets unless it says them already. */
export function withDetails(text: string | null, details: string | null): string | null {
	if (text === null || details === null || text.includes(details)) return text ?? details;
	return `${text} (${details})`;
}

/** A code, which may be a number or a text, as text; `null` when there is none. */
export function codeAt(value: unknown, key: string): string | null {
	const code = property(value, key);
	if (typeof code === 'number') return String(code);
	return typeof code === 'string' && code !== '' ? cutText(code, MAX_TEXT) : null;
}
