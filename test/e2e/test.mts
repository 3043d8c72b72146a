import { expect, test as base } from '@playwright/test';

import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../../tools/sandbox/index.mts';
import { PROVIDER_IDS } from '../../tools/providers.js';
import { bringUp, type Mode, type Running, type Wish } from './bring-up.mts';
import { HOST_VERSIONS, type HostVersion } from './host/versions.mts';
import { underTest } from './providers/index.mts';
import { searchDatabase } from './secrets/database/search.mts';
import type { Secret } from './secrets/find-secrets.mts';
import { recordPrintedText } from './secrets/printed-text.mts';
import { reportSecrets } from './secrets/report.mts';
import { PACKED_NODE } from './set-up.mts';
import { Undo } from './undo.mts';
import { webhookPath } from './workflows/workflow.mts';

export { expect } from '@playwright/test';

const MINUTE = 60_000;

/** Which n8n a project runs its tests in. */
export interface HostOptions {
	readonly major: HostVersion['major'];
	readonly mode: Mode;
	/** What the sandbox does with many calls: a provider's documented limits, or none. */
	readonly limits: 'documented' | 'none';
}

interface Fixtures extends HostOptions {
	/** Brings up what is asked for. It is taken down at the end, also after Ctrl-C meanwhile. */
	readonly start: (wish: Wish) => Promise<Running>;
	/** The n8n, the sandbox and all that belongs to them. */
	readonly running: Running;
	/** Keeps what nodes put out, to be searched for secrets. */
	readonly outputs: string[];
	/** What is searched for besides the secrets of the credentials and webhooks of the providers. */
	readonly ownSecrets: readonly Secret[];
	readonly noSecretsLeft: void;
}

/** The secrets of both the right and the wrong credentials. */
const STORED_SECRETS: readonly Secret[] = [
	...CREDENTIAL_SECRETS,
	...PROVIDER_IDS.flatMap((provider) =>
		Object.entries(underTest(provider).credential.wrong).map(([field, value]) => ({
			label: `${provider} ${field} (the wrong one)`,
			value,
		})),
	),
];

/**
 * A test with a real n8n that has the packed node in it, and the sandbox of its providers. Both are
 * brought up once for all tests of a project; a failed test makes the next one start anew.
 */
export const test = base.extend<object, Fixtures>({
	major: ['2', { scope: 'worker', option: true }],
	mode: ['regular', { scope: 'worker', option: true }],
	limits: ['documented', { scope: 'worker', option: true }],

	start: [
		async ({}, use) => {
			const undo = new Undo();
			const controller = new AbortController();
			let running: Promise<Running> | undefined;
			await use(async (wish) => {
				running = bringUp(wish, undo, controller.signal);
				return await running;
			});
			controller.abort();
			await running?.catch(() => {});
			await undo.all();
		},
		{ scope: 'worker', timeout: 2 * MINUTE },
	],

	running: [
		async ({ start, major, mode, limits }, use, { project }) => {
			const host = HOST_VERSIONS.find((version) => version.major === major);
			const wish = {
				purpose: project.name,
				mode,
				...(host && { host }),
				...(limits === 'none' && { rateLimits: limits }),
				tarball: process.env[PACKED_NODE],
			};
			await use(await start(wish));
		},
		{ scope: 'worker', timeout: 15 * MINUTE },
	],

	outputs: [async ({}, use) => await use([]), { scope: 'worker' }],
	ownSecrets: [[], { scope: 'worker', option: true }],

	noSecretsLeft: [
		async ({ running, outputs, ownSecrets }, use) => {
			const { n8n, sandbox, logs, readDatabase } = running;
			// Their webhooks carry what the search of the database must find, or it is blind.
			for (const provider of PROVIDER_IDS) {
				const url = `${n8n.url}/webhook/${webhookPath(provider)}`;
				await sandbox.sendWebhook({ provider, kind: 'direct', url, text: 'Hello' });
			}
			const printedText = recordPrintedText([process.stdout, process.stderr]);
			await use();
			const texts = [
				...logs(),
				{ place: 'what nodes put out', text: outputs.join('\n') },
				{ place: 'what the tests printed', text: printedText() },
			];
			const ofCredentials = [...STORED_SECRETS, ...ownSecrets];
			const stored = searchDatabase(await readDatabase(), {
				ofCredentials,
				ofWebhooks: WEBHOOK_SECRETS,
			});
			const leaks = reportSecrets(texts, [...ofCredentials, ...WEBHOOK_SECRETS]);
			expect([...leaks, ...stored.leaks]).toEqual([]);
		},
		{ scope: 'worker', auto: true, timeout: 5 * MINUTE },
	],
});
