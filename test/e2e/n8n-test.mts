import { join } from 'node:path';

import { expect, test as base } from '@playwright/test';

import { CREDENTIAL_SECRETS, PROVIDER_IDS, WEBHOOK_SECRETS } from '../../tools/sandbox/index.mts';
import { bringUp, type Running } from './bring-up.mts';
import { listenForInterruption } from './interruption.mts';
import type { Purpose } from './paths.mts';
import { searchDatabase } from './secrets/database/search.mts';
import type { Secret } from './secrets/find-secrets.mts';
import { recordPrintedText } from './secrets/printed-text.mts';
import { reportSecrets } from './secrets/report.mts';
import { Undo } from './undo.mts';
import { webhookPath } from './workflows/workflow.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const MINUTE = 60_000;

interface N8nFixtures {
	/** Names n8n's log. */
	readonly purpose: Purpose;
	/** What is searched for besides the secrets of the sandbox. */
	readonly ownSecrets: readonly Secret[];
	/** A real n8n with the packed node in it, and the sandbox. */
	readonly running: Running;
	readonly noSecretsLeft: void;
}

/**
 * A test with a real n8n, which is brought up once for all tests of a project and searched for
 * secrets after the last one; a failed test makes the next one start anew.
 */
export const test = base.extend<object, N8nFixtures>({
	purpose: ['ui', { scope: 'worker', option: true }],
	ownSecrets: [[], { scope: 'worker', option: true }],

	running: [
		async ({ purpose }, use) => {
			const undo = new Undo();
			const { signal } = listenForInterruption();
			const wish = { n8nPort: 0, sandboxPort: 0, purpose, fresh: false };
			try {
				await use(await bringUp(ROOT, wish, undo, signal));
			} finally {
				await undo.all();
			}
		},
		{ scope: 'worker', timeout: 15 * MINUTE },
	],

	noSecretsLeft: [
		async ({ running: { n8n, sandbox, readDatabase }, ownSecrets }, use) => {
			// Their webhooks carry what the search of the database must find, or it is blind.
			for (const provider of PROVIDER_IDS) {
				const url = `${n8n.url}/webhook/${webhookPath(provider)}`;
				await sandbox.sendWebhook({ provider, kind: 'direct', url, text: 'Hello' });
			}
			const printedText = recordPrintedText([process.stdout, process.stderr]);
			await use();
			const ofCredentials = [...CREDENTIAL_SECRETS, ...ownSecrets];
			const texts = [
				{ place: "n8n's log", text: n8n.output() },
				{ place: 'what the tests printed', text: printedText() },
			];
			const inTexts = reportSecrets(texts, [...ofCredentials, ...WEBHOOK_SECRETS]);
			const stored = searchDatabase(await readDatabase(), {
				ofCredentials,
				ofWebhooks: WEBHOOK_SECRETS,
			});
			expect([...inTexts, ...stored.leaks]).toEqual([]);
		},
		{ scope: 'worker', auto: true, timeout: 2 * MINUTE },
	],
});
