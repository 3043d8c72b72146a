import { InvalidInput, shown } from '../input/invalidInput';

/**
 * Reads the *Base URL* of a credential: http(s) only, trailing slashes forgiven, a missing scheme taken as https.
 *
 * @param value what the user typed
 * @param strayPath end of the path that people leave in by accident, e.g. `/manager` copied from the browser
 * @returns origin and path without trailing slash, e.g. `https://graph.facebook.com`
 * @throws InvalidInput when it is no such address, or carries a user name, password, query or fragment
 */
export function readBaseUrl(value: unknown, strayPath?: RegExp): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') throw unusable('is empty');
	const url = parseUrl(text);
	if (url === null) throw unusable('is not a web address');
	if (!isPlain(url)) throw unusable('carries a user name, a password, a query or a fragment');
	const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
	return url.origin + (strayPath === undefined ? path : path.replace(strayPath, ''));
}

function parseUrl(text: string): URL | null {
	if (/\s/.test(text)) return null;
	const url = toUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
	return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
}

function isPlain({ username, password, search, hash }: URL): boolean {
	return [username, password, search, hash].every((part) => part === '');
}

/** What was given is not repeated: it may hold a password. */
function unusable(why: string): InvalidInput {
	return new InvalidInput(
		`'Base URL' of the credential ${why}`,
		'Open the credential and put in an address that starts with https://, and nothing but the address.',
	);
}

function toUrl(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null;
	}
}

/** Nothing, `.` and `..`, which no encoding keeps from climbing up a path, and characters that have no encoding. */
const NO_SEGMENT = /^\.{0,2}$|[\p{Cc}\p{Surrogate}]/u;

/**
 * Makes a name one segment of a URL path.
 *
 * @param name e.g. `my shop/1`
 * @param label what the user calls it, for the explanation
 * @returns e.g. `my%20shop%2F1`
 * @throws InvalidInput when the name cannot be a segment
 */
export function pathSegment(name: string, label: string): string {
	if (NO_SEGMENT.test(name)) {
		throw new InvalidInput(
			`'${label}' is ${shown(name)}, which is not a name`,
			'Copy the name from the dashboard of the provider.',
		);
	}
	return encodeURIComponent(name);
}
