import { InvalidInput, shown } from './invalidInput';

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
	const url = parseUrl(text);
	if (url === null) {
		throw new InvalidInput(
			text === ''
				? "'Base URL' of the credential is empty"
				: "'Base URL' of the credential is not a web address",
			'Open the credential and put in an address that starts with https://, without user name and password.',
		);
	}
	const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
	return url.origin + (strayPath === undefined ? path : path.replace(strayPath, ''));
}

function parseUrl(text: string): URL | null {
	if (text === '' || /\s/.test(text)) return null;
	const url = toUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
	if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
	const isPlain =
		url.username === '' && url.password === '' && url.search === '' && url.hash === '';
	return isPlain ? url : null;
}

function toUrl(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null;
	}
}

/** `.` and `..`, which no encoding keeps from climbing up a path, and characters that have no encoding. */
const NO_SEGMENT = /^\.{1,2}$|[\p{Cc}\p{Surrogate}]/u;

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
