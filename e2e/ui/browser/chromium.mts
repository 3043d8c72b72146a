import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

import { StartFailure } from '../../failure.mts';

/** Under which names systems install it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/** Nothing but the pages asked for: no updates, no accounts, no calls to anybody. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
] as const;

/** With a window, or without one, where there is no screen. */
export type Window = 'shown' | 'none';

/**
 * Starts the system's Chromium.
 * @throws StartFailure when there is none, or when it does not start.
 */
export async function startChromium(window: Window): Promise<Browser> {
	const executablePath = findChromium(process.env);
	try {
		return await chromium.launch({ executablePath, args: [...FLAGS], headless: window === 'none' });
	} catch (error) {
		const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
		throw new StartFailure(
			`${executablePath} did not start: ${reason}`,
			'Try it by hand; --headed needs a screen.',
		);
	}
}

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
