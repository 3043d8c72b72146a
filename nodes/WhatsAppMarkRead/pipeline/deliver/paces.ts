import { createHash } from 'crypto';

import { Pace } from './pace';

/** Credentials whose pace is remembered; the longest unused is forgotten first. */
const MAX_PACES = 500;

const PACES = new Map<string, Pace>();

/**
 * The pace of a credential, the same for every execution of this process.
 *
 * @param identity texts that identify the credential; only a hash of them is kept
 */
export function paceOf(identity: readonly string[]): Pace {
	const key = createHash('sha256').update(JSON.stringify(identity)).digest('base64');
	const pace = PACES.get(key) ?? new Pace();
	PACES.delete(key);
	PACES.set(key, pace);
	const [oldest] = PACES.keys();
	if (PACES.size > MAX_PACES && oldest !== undefined) PACES.delete(oldest);
	return pace;
}
