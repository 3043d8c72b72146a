import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Browser, LaunchOptions, Page } from '@playwright/test';

import { StartFailure } from '../failure.mts';
import type { Owner } from '../host/api.mts';

/** Size of the page in the pictures, in CSS pixels, which are the pictures' pixels too. */
export const VIEWPORT = { width: 1280, height: 800 } as const;

const PATIENCE_MS = 45_000;

/** Under which names systems install Chromium. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/**
 * How to start the Chromium on the PATH, for nothing but the pages asked for: no updates, no
 * accounts, no calls to anybody.
 * @throws StartFailure saying how to install it.
 */
export function chromium({ PATH = '' }: NodeJS.ProcessEnv): LaunchOptions {
	const candidates = PATH.split(delimiter).flatMap((folder) =>
		NAMES.map((name) => join(folder, name)),
	);
	const executablePath = candidates.find((candidate) => existsSync(candidate));
	if (executablePath === undefined) {
		throw new StartFailure(
			'Chromium is not installed.',
			'Install it, on Debian and Ubuntu with: apt-get install chromium',
		);
	}
	const args = [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	];
	return { executablePath, args };
}

/**
 * Opens a page of its own size and language, whatever the machine's are, without a signed-in user.
 * Movements are off, so that no picture shows half of one.
 */
export async function openWindow(browser: Browser): Promise<Page> {
	const page = await browser.newPage({
		viewport: VIEWPORT,
		deviceScaleFactor: 1,
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-GB',
		timezoneId: 'UTC',
	});
	page.setDefaultTimeout(PATIENCE_MS);
	return page;
}

/** Signs in to the editor as a person does, on its page that asks for it; the page stays signed in. */
export async function signIn(page: Page, { email, password }: Owner): Promise<void> {
	await page.locator('input[name="emailOrLdapLoginId"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}
