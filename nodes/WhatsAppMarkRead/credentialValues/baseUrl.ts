import { InvalidInput, shown } from '../input/invalidInput';

/**
 * Reads the *Base URL* of a credential: http(s) only, without trailing slashes; https where the scheme is missing.
 *
 * @param value what the user typed
 * @param strayPath end of the path that people copy along by accident, e.g. `/manager` from the browser
 * @returns origin and path without trailing slash, e.g. `https://graph.facebook.com`
 * @throws InvalidInput when it is no such address, or contains a user name, password, query or fragment
 */
export function readBaseUrl(value: unknown, strayPath?: RegExp): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') throw unusable('is empty');
	const url = parseUrl(text);
	if (url === null) throw unusable('is not a web address');
	if ([url.username, url.password, url.search, url.hash].some((part) => part !== ''))
		throw unusable('contains a user name, a password, a query or a fragment');
	const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
	return url.origin + (strayPath === undefined ? path : path.replace(strayPath, ''));
}

function parseUrl(text: string): URL | null {
	if (/\s/.test(text)) return null;
	try {
		const url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
		return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
	} catch {
		return null;
	}
}

/** The given value is not repeated: it may contain a password. */
function unusable(why: string): InvalidInput {
	return new InvalidInput(
		`'Base URL' of the credential ${why}`,
		'Open the credential and enter only the address, starting with https://.',
	);
}

/** Empty, `.` and `..`, which change a path even when encoded, and characters that cannot be encoded. */
const NO_SEGMENT = /^\.{0,2}$|[\p{Cc}\p{Surrogate}]/u;

/** Whether a name can be one segment of a URL path, see {@link pathSegment}. */
export function isPathSegment(name: string): boolean {
	return !NO_SEGMENT.test(name);
}

/**
 * Encodes a name as one segment of a URL path.
 *
 * @param name e.g. `my shop/1`; `null` cannot be one
 * @param label the field's label, for the error
 * @returns e.g. `my%20shop%2F1`
 * @throws InvalidInput when the name cannot be a segment
 */
export function pathSegment(name: string | null, label: string): string {
	const segment = name ?? '';
	if (!isPathSegment(segment)) {
		throw new InvalidInput(
			`'${label}' is ${shown(segment)}, which is not a name`,
			"Copy the name from the provider's dashboard.",
		);
	}
	return encodeURIComponent(segment);
}
