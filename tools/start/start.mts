import { parseArgs } from 'node:util';

import { bringUp, type Running } from '../../test/e2e/bring-up.mts';
import { StartFailure } from '../../test/e2e/failure.mts';
import type { Interruption } from '../../test/e2e/interruption.mts';
import { step } from '../../test/e2e/progress.mts';
import { print, runScript } from '../../test/e2e/script.mts';
import { searchDatabase } from '../../test/e2e/secrets/database/search.mts';
import { recordPrintedText } from '../../test/e2e/secrets/printed-text.mts';
import { reportSecrets } from '../../test/e2e/secrets/report.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import { CREDENTIAL_SECRETS, WEBHOOK_SECRETS } from '../sandbox/index.mts';
import { DEMO_EVENTS, sendEvent, verdictOf } from './events.mts';
import { drawTable, type DemoRow } from './table.mts';
import { welcome } from './welcome.mts';

const DEFAULT_N8N_PORT = 5678;

const HELP = `Runs WhatsApp Mark Read in a real n8n against a sandbox of its providers.

Usage: npm start -- [options]

  --once                leave after the table; exit code 0 when everything went as expected
  --port <number>       port of n8n (default ${DEFAULT_N8N_PORT}; with --once any free port)
  --sandbox-port <n>    port of the sandbox (default any free port)
  --fresh               install n8n anew (it is kept between starts otherwise)
  --help                this text

Every start begins with an empty n8n: what you change in its editor is gone at the next start.
Both servers listen on 127.0.0.1 only and stop with Ctrl-C.
`;

const printedText = recordPrintedText([process.stdout, process.stderr]);

process.exitCode = await runScript({ help: HELP, readOptions, run: runDemo });

interface Options {
	readonly help: boolean;
	/** Leave after the table instead of staying up. */
	readonly once: boolean;
	readonly fresh: boolean;
	/** 0 = any free port. */
	readonly n8nPort: number;
	readonly sandboxPort: number;
}

function readOptions(commandLine: readonly string[]): Options {
	const { values } = readCommandLine(commandLine);
	const { help = false, once = false, fresh = false } = values;
	const n8nPort = readPort('--port', values.port ?? String(once ? 0 : DEFAULT_N8N_PORT));
	return {
		help,
		once,
		fresh,
		n8nPort,
		sandboxPort: readPort('--sandbox-port', values['sandbox-port'] ?? '0'),
	};
}

function readCommandLine(commandLine: readonly string[]) {
	try {
		return parseArgs({
			args: [...commandLine],
			options: {
				help: { type: 'boolean', short: 'h' },
				once: { type: 'boolean' },
				fresh: { type: 'boolean' },
				port: { type: 'string' },
				'sandbox-port': { type: 'string' },
			},
		});
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartFailure(reason, 'npm start -- --help lists the options.');
	}
}

function readPort(option: string, given: string): number {
	const port = Number(given);
	if (/^\d+$/.test(given) && port <= 65535) return port;
	throw new StartFailure(
		`${option} was given "${given}", which is no port number.`,
		`Give a number from 1 to 65535, for example ${option} 5680.`,
	);
}

/** @returns the exit code */
async function runDemo(options: Options, undo: Undo, interruption: Interruption): Promise<number> {
	const purpose = options.once ? 'once' : 'stay';
	const running = await bringUp({ ...options, purpose }, undo, interruption.signal);
	const rows = await step('Sending incoming messages through the webhooks', async () => {
		const seen: DemoRow[] = [];
		for (const event of DEMO_EVENTS) {
			seen.push({ event, seen: await sendEvent(running.sandbox, running.n8n.url, event) });
		}
		return seen;
	});
	const asExpected = rows.filter(({ event, seen }) => verdictOf(event, seen) === 'ok').length;
	print(`\n${drawTable(rows)}\n${asExpected} of ${rows.length} events went as expected.`);

	const stored = await step("Searching n8n's database for secrets", async () => {
		return searchDatabase(await running.readDatabase(), {
			ofCredentials: CREDENTIAL_SECRETS,
			ofWebhooks: WEBHOOK_SECRETS,
		});
	});
	if (options.once) await undo.all();
	const texts = [
		...running.logs(),
		{ place: "the node's output", text: JSON.stringify(rows) },
		{ place: 'what this program printed', text: printedText() },
	];
	const leaks = [
		...reportSecrets(texts, [...CREDENTIAL_SECRETS, ...WEBHOOK_SECRETS]),
		...stored.leaks,
	];
	print(stored.summary);
	print(leaks.join('\n') || "No secret in any output, error, log or in n8n's database.");

	if (!options.once) await stayUp(running, interruption);
	return leaks.length === 0 && asExpected === rows.length ? 0 : 1;
}

async function stayUp(running: Running, { happened, signal }: Interruption): Promise<void> {
	print(`\n${welcome(running)}\n`);
	await Promise.race([happened, running.n8n.ended]);
	if (!signal.aborted) {
		throw new StartFailure('n8n stopped unexpectedly.', 'Its log is .cache/n8n.log.');
	}
	print('Stopping …');
}
