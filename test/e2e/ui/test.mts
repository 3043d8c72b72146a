import type { Page } from '@playwright/test';

import type { Sandbox } from '../../../tools/sandbox/index.mts';
import { DEMO_OWNER } from '../host/api.mts';
import { test as base } from '../test.mts';
import { findChromium, FLAGS } from './browser/chromium.mts';
import { openWindow } from './browser/window.mts';
import { signIn } from './editor/sign-in.mts';
import { openStore, type EditorStore } from './editor/store.mts';
import { PictureFolder } from './pictures/folder.mts';

export { expect } from '@playwright/test';

const MINUTE = 60_000;

/** What a check has to work with: a browser that is signed in, and what it looks at. */
export interface Stage {
	readonly page: Page;
	/** n8n's address, without a trailing slash. */
	readonly n8nUrl: string;
	readonly sandbox: Sandbox;
	/** Puts workflows and credentials where the editor finds them. */
	readonly store: EditorStore;
	/** Takes the pictures the checks leave behind. */
	readonly pictures: PictureFolder;
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
	launchOptions: [
		async ({}, use) => {
			await use({ executablePath: findChromium(process.env), args: [...FLAGS] });
		},
		{ scope: 'worker' },
	],

	pictureFolder: ['', { scope: 'worker', option: true }],

	stage: [
		async ({ running: { n8n, api, sandbox }, browser, pictureFolder }, use) => {
			const page = await openWindow(browser);
			await signIn(page, n8n.url, DEMO_OWNER);
			const store = await openStore(n8n.url, api, DEMO_OWNER);
			const pictures = new PictureFolder(pictureFolder);
			await use({ page, n8nUrl: n8n.url, sandbox, store, pictures });
			await page.context().close();
		},
		{ scope: 'worker', timeout: 2 * MINUTE },
	],
});
