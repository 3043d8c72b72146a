import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../../../tools/sandbox/index.mts';
import { PROVIDER_IDS } from '../../../tools/providers.js';
import { underTest } from '../providers/index.mts';
import type { Secret } from '../secrets/find-secrets.mts';
import { reportSecrets } from '../secrets/report.mts';
import type { OpenedLab } from './lab.mts';
import { setupName, type Setup } from './setup.mts';

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

/** These, and what the providers' webhooks carry along. */
export const ALL_SECRETS: readonly Secret[] = [...STORED_SECRETS, ...WEBHOOK_SECRETS];

/**
 * Looks for every secret the cases used in what the n8n of one setup has put out, logged and stored.
 *
 * What a provider's own webhooks carry along is not looked for in the database: n8n's Webhook node stores what came in
 * as it came, before any other node sees it.
 * @returns one line per find, which never shows the secret, or for a database that cannot be searched
 */
export async function searchForSecrets(setup: Setup, lab: OpenedLab): Promise<readonly string[]> {
	const name = setupName(setup);
	const printed = [
		{ place: `the node's output (${name})`, text: lab.answers.join('\n') },
		...lab.installation.processes.map((process) => ({
			place: `the log of ${process.name} (${name})`,
			text: process.program.output(),
		})),
	];
	const stored = [
		{ place: `the database of ${name}`, text: await lab.installation.readDatabase() },
	];
	return [...reportSecrets(printed, ALL_SECRETS), ...reportSecrets(stored, STORED_SECRETS)];
}
