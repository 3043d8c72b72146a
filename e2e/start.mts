import { join } from 'node:path';

import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../sandbox/index.mts';
import { bringUp, type Running } from './bring-up.mts';
import { runDemo, type DemoRun } from './demo/run.mts';
import { drawTable, summarise } from './demo/table.mts';
import { StartFailure } from './failure.mts';
import { DEMO_OWNER } from './host/api.mts';
import type { Interruption } from './interruption.mts';
import { HELP, readOptions, type StartOptions } from './options.mts';
import { step } from './progress.mts';
import { searchDatabase } from './secrets/database/search.mts';
import { recordPrintedText } from './secrets/printed-text.mts';
import { reportSecrets } from './secrets/report.mts';
import { print, runScript } from './script.mts';
import type { Undo } from './undo.mts';
import { welcome } from './welcome.mts';

const ROOT = join(import.meta.dirname, '..');
const DATABASE_SECRETS = { ofCredentials: CREDENTIAL_SECRETS, ofWebhooks: WEBHOOK_SECRETS };

const printedText = recordPrintedText([process.stdout, process.stderr]);

process.exitCode = await runScript({ help: HELP, readOptions, run: runMainJob });

async function runMainJob(
	options: StartOptions,
	undo: Undo,
	interruption: Interruption,
): Promise<number> {
	const purpose = options.once ? 'once' : 'stay';
	const running = await bringUp(ROOT, { ...options, purpose }, undo, interruption.signal);
	const demo = await step('Sending incoming messages through the webhooks', async () => {
		return await runDemo(running.sandbox, running.n8n.url);
	});
	print(`\n${drawTable(demo.rows)}\n${summarise(demo.rows)}`);
	const stored = await step("Searching n8n's database for secrets", async () => {
		return searchDatabase(await running.readDatabase(), DATABASE_SECRETS);
	});
	if (options.once) await undo.all();

	const leaks = [...searchForSecrets(running, demo), ...stored.leaks];
	print(stored.summary);
	print(
		leaks.length > 0
			? leaks.join('\n')
			: "No secret in any output, error, log or in n8n's database.",
	);
	const success = leaks.length === 0 && demo.rows.every(({ verdict }) => verdict === 'ok');
	if (options.once) return success ? 0 : 1;

	print(`\n${welcome(running.n8n.url, running.sandbox.url, DEMO_OWNER)}\n`);
	await stayUp(running, interruption);
	return success ? 0 : 1;
}

function searchForSecrets({ n8n }: Running, { answers }: DemoRun): readonly string[] {
	return reportSecrets(
		[
			{ place: "the node's output", text: answers.join('\n') },
			{ place: "n8n's log", text: n8n.output() },
			{ place: 'what this program printed', text: printedText() },
		],
		[...CREDENTIAL_SECRETS, ...WEBHOOK_SECRETS],
	);
}

async function stayUp({ n8n }: Running, { happened, signal }: Interruption): Promise<void> {
	await Promise.race([happened, n8n.ended]);
	if (!signal.aborted) {
		throw new StartFailure('n8n stopped unexpectedly.', 'Its log is .cache/n8n.log.');
	}
	print('Stopping …');
}
