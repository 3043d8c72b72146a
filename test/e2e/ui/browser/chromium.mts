import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { StartFailure } from '../../failure.mts';

/** Under which names systems install it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/** Nothing but the pages asked for: no updates, no accounts, no calls to anybody. */
export const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
] as const;

/**
 * Finds Chromium on the PATH.
 * @throws StartFailure saying how to install it.
 */
export function findChromium({ PATH = '' }: NodeJS.ProcessEnv): string {
	const candidates = PATH.split(delimiter).flatMap((folder) =>
		NAMES.map((name) => join(folder, name)),
	);
	const found = candidates.find((candidate) => existsSync(candidate));
	if (found !== undefined) return found;
	throw new StartFailure(
		'Chromium is not installed.',
		'Install it, on Debian and Ubuntu with: apt-get install chromium',
	);
}
