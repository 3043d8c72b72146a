import { join } from 'node:path';

import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../sandbox/index.mts';
import { bringUp, type Running } from '../../test/e2e/bring-up.mts';
import { runDemo, type DemoRun } from './run.mts';
import { drawTable, summarise } from './table.mts';
import { StartFailure } from '../../test/e2e/failure.mts';
import { DEMO_OWNER } from '../../test/e2e/host/api.mts';
import type { Interruption } from '../../test/e2e/interruption.mts';
import { HELP, readOptions, type StartOptions } from '../../test/e2e/options.mts';
import { step } from '../../test/e2e/progress.mts';
import { searchDatabase } from '../../test/e2e/secrets/database/search.mts';
import { recordPrintedText } from '../../test/e2e/secrets/printed-text.mts';
import { reportSecrets } from '../../test/e2e/secrets/report.mts';
import { print, runScript } from '../../test/e2e/script.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import { welcome } from './welcome.mts';

const ROOT = join(import.meta.dirname, '../..');
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
