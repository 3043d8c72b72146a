import { SANDBOX_ACCOUNTS } from '../../sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../sandbox/providers/ryze/credential.mts';
import type { Secret } from '../secrets/find-secrets.mts';
import { reportSecrets } from '../secrets/report.mts';
import { secretsOf } from '../secrets/sandbox-secrets.mts';
import { UNDER_TEST } from '../providers/index.mts';
import type { OpenedLab } from './lab.mts';
import { setupName, type Setup } from './setup.mts';

/**
 * Looks for every secret the cases used in what the n8n of one setup has put out, logged and stored.
 *
 * One value is not looked for in the database: the token RyzeAPI puts into each webhook. n8n's own
 * Webhook node stores what came in as it came, before any other node sees it.
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
	return [...reportSecrets(printed, allSecrets()), ...reportSecrets(stored, storedSecrets())];
}

/** The secrets of both the right and the wrong credentials, and the token in RyzeAPI's payloads. */
export function allSecrets(): Secret[] {
	return [...secretsOf(SANDBOX_ACCOUNTS, RYZE_PAYLOAD_TOKEN), ...wrongSecrets()];
}

function storedSecrets(): Secret[] {
	return allSecrets().filter(({ value }) => value !== RYZE_PAYLOAD_TOKEN);
}

function wrongSecrets(): Secret[] {
	return Object.entries(UNDER_TEST).flatMap(([provider, { credential }]) =>
		Object.entries(credential.wrong).map(([field, value]) => ({
			label: `${provider} ${field} (the wrong one)`,
			value,
		})),
	);
}
