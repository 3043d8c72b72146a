import { join } from 'node:path';

import { expect, test as base, type Page } from '@playwright/test';

import {
	CREDENTIAL_SECRETS,
	PROVIDER_IDS,
	WEBHOOK_SECRETS,
	type Sandbox,
} from '../../../tools/sandbox/index.mts';
import { bringUp, type Running } from '../bring-up.mts';
import { DEMO_OWNER } from '../host/api.mts';
import { searchDatabase } from '../secrets/database/search.mts';
import { recordPrintedText } from '../secrets/printed-text.mts';
import { reportSecrets } from '../secrets/report.mts';
import { Undo } from '../undo.mts';
import { webhookPath } from '../workflows/workflow.mts';
import { openWindow } from './browser/window.mts';
import { signIn } from './editor/sign-in.mts';
import { openStore, type EditorStore } from './editor/store.mts';
import { PictureFolder } from './pictures/folder.mts';

export { expect } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..', '..', '..');
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
	readonly running: Running;
	readonly stage: Stage;
	readonly noSecretsLeft: void;
}

/**
 * A test in a browser that is signed in to a real n8n with the packed node in it. n8n, the sandbox
 * and the page are brought up once for all tests; a failed test makes the next one start anew.
 */
export const test = base.extend<object, Fixtures>({
	pictureFolder: ['', { scope: 'worker', option: true }],

	running: [
		async ({}, use) => {
			const undo = new Undo();
			const wish = { n8nPort: 0, sandboxPort: 0, purpose: 'ui', fresh: false } as const;
			try {
				await use(await bringUp(ROOT, wish, undo, new AbortController().signal));
			} finally {
				await undo.all();
			}
		},
		{ scope: 'worker', timeout: 15 * MINUTE },
	],

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

	noSecretsLeft: [
		async ({ running: { n8n, sandbox, readDatabase } }, use) => {
			// Their webhooks carry what the search of the database must find, or it is blind.
			for (const provider of PROVIDER_IDS) {
				const url = `${n8n.url}/webhook/${webhookPath(provider)}`;
				await sandbox.sendWebhook({ provider, kind: 'direct', url, text: 'Hello' });
			}
			const printedText = recordPrintedText([process.stdout, process.stderr]);
			await use();
			const texts = [
				{ place: "n8n's log", text: n8n.output() },
				{ place: 'what the tests printed', text: printedText() },
			];
			const stored = searchDatabase(await readDatabase(), {
				ofCredentials: CREDENTIAL_SECRETS,
				ofWebhooks: WEBHOOK_SECRETS,
			});
			const leaks = reportSecrets(texts, [...CREDENTIAL_SECRETS, ...WEBHOOK_SECRETS]);
			expect([...leaks, ...stored.leaks]).toEqual([]);
		},
		{ scope: 'worker', auto: true, timeout: 2 * MINUTE },
	],
});
