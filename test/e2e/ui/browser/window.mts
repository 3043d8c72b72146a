import type { Browser, Page } from '@playwright/test';

/** Size of the page in the pictures, in CSS pixels, which are the pictures' pixels too. */
export const VIEWPORT = { width: 1280, height: 800 } as const;

const PATIENCE_MS = 45_000;

/**
 * Opens a page of its own size and language, whatever the machine's are, without a signed-in user.
 * Movements are off, so that no picture shows half of one.
 */
export async function openWindow(browser: Browser): Promise<Page> {
	const context = await browser.newContext({
		viewport: VIEWPORT,
		deviceScaleFactor: 1,
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-GB',
		timezoneId: 'UTC',
	});
	context.setDefaultTimeout(PATIENCE_MS);
	return await context.newPage();
}

/** Does something on a page of another height; then the page is as it was. */
export async function withHeight(
	page: Page,
	height: number,
	work: () => Promise<void>,
): Promise<void> {
	await page.setViewportSize({ ...VIEWPORT, height });
	try {
		await work();
	} finally {
		await page.setViewportSize(VIEWPORT);
	}
}
