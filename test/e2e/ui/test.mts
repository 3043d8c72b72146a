import type { Page } from '@playwright/test';

import type { ProviderId, Sandbox } from '../../../tools/sandbox/index.mts';
import { DEMO_OWNER, type N8nApi } from '../host/api.mts';
import { test as base } from '../test.mts';
import type { StoredCredential } from '../workflows/workflow.mts';
import { chromium, openWindow, signIn } from './browser.mts';
import { PictureFolder } from './pictures/folder.mts';

export { expect } from '@playwright/test';

const MINUTE = 60_000;

/** What a check has to work with: a browser that is signed in, and what it looks at. */
export interface Stage {
	readonly page: Page;
	/** n8n's address, without a trailing slash. */
	readonly n8nUrl: string;
	readonly api: N8nApi;
	readonly sandbox: Sandbox;
	/** Takes the pictures the checks leave behind. */
	readonly pictures: PictureFolder;
	/** The ready-made credential of a provider, with the sandbox's account. */
	credential(provider: ProviderId): StoredCredential;
}

export interface PictureOptions {
	/** Where the pictures go. */
	readonly pictureFolder: string;
}

interface Fixtures extends PictureOptions {
	readonly stage: Stage;
}

/** A test in a browser that is signed in to a real n8n; all tests share its page. */
export const test = base.extend<object, Fixtures>({
	launchOptions: [async ({}, use) => await use(chromium(process.env)), { scope: 'worker' }],

	pictureFolder: ['', { scope: 'worker', option: true }],

	stage: [
		async ({ running: { n8n, api, sandbox, published }, browser, pictureFolder }, use) => {
			const page = await openWindow(browser);
			await page.goto(`${n8n.url}/signin`);
			await signIn(page, DEMO_OWNER);
			const pictures = new PictureFolder(pictureFolder);
			const credential = (provider: ProviderId) => published(provider).credential;
			await use({ page, n8nUrl: n8n.url, api, sandbox, pictures, credential });
			await page.close();
		},
		{ scope: 'worker', timeout: 2 * MINUTE },
	],
});
