import { join } from 'node:path';
import { parseArgs } from 'node:util';

import Table from 'cli-table3';

import { StartFailure } from '../../test/e2e/failure.mts';
import { step } from '../../test/e2e/progress.mts';
import { print, runScript } from '../../test/e2e/script.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import { chats, limit } from './burst/chatsAndLimit.mts';
import { oneWebhook } from './burst/oneWebhook.mts';
import { receipts } from './burst/receipts.mts';
import { unannounced } from './burst/unannounced.mts';
import { openLab } from './lab.mts';
import type { Measured, Measurement } from './measurement.mts';
import { rate } from './rate/rate.mts';
import { writePage } from './report/page.mts';

const ROOT = join(import.meta.dirname, '../..');

/** In the order they run. */
const MEASUREMENTS: readonly Measurement[] = [
	receipts,
	chats,
	limit,
	unannounced,
	oneWebhook,
	rate,
];

const HELP = `Measures WhatsApp Mark Read in a real n8n beside n8n's HTTP Request node: bursts, and a steady rate.

Usage: npm run bench -- [options]

  --only <name>  one measurement, or all of the bursts:
                   burst        all but the steady rate
${MEASUREMENTS.map(({ name, about }) => `                   ${name.padEnd(12)} ${about}`).join('\n')}
  --quick        a short version of each, about two minutes in all, which shows that it works and proves no number
  --help         this text

The whole benchmark takes about three quarters of an hour. What was measured as a whole is written into
docs/benchmarks.md, and into its chart; what was measured with --quick is only printed. The exit code is 1
when a receipt was lost, too many calls were made, memory grew at a steady rate, or one webhook kept n8n
from answering; to be faster than the HTTP Request node is an aim, which a slow machine may miss.
Everything listens on 127.0.0.1 only. For numbers that mean something, leave the machine alone.
`;

process.exitCode = await runScript({
	help: HELP,
	readOptions,
	run: async ({ only, quick }, undo, { signal }) =>
		await bench(measurementsOf(only), quick ? 'quick' : 'whole', undo, signal),
});

async function bench(
	measurements: readonly Measurement[],
	extent: 'whole' | 'quick',
	undo: Undo,
	signal: AbortSignal,
): Promise<number> {
	if (process.platform === 'win32' && measurements.some(({ kind }) => kind === 'rate')) {
		throw new StartFailure(
			"n8n's memory cannot be read on Windows.",
			'Use Linux or macOS, or leave the steady rate out: --only burst.',
		);
	}
	const lab = await openLab(ROOT, undo, signal);
	const measured = new Map<string, Measured>();
	for (const { name, about, measure } of measurements) {
		signal.throwIfAborted();
		const title = extent === 'quick' ? `${name} (quick)` : `${name}: ${about}`;
		const results = await step(title, async (tell) => await measure(lab, extent, tell));
		measured.set(name, {
			...results,
			tables: results.tables.filter(({ rows }) => rows.length > 0),
		});
	}
	await undo.all();

	for (const results of measured.values()) printResults(results);
	if (extent === 'quick') {
		print('\nQUICK: too short to say anything about speed or memory. Nothing was written.');
	} else {
		print(`\nWritten: ${(await writePage(ROOT, measured, lab.nodeBinary)).join(', ')}`);
	}
	const verdicts = [...measured.values()].flatMap((results) => results.verdicts);
	return verdicts.every(({ isKept, weight }) => isKept || weight === 'aim') ? 0 : 1;
}

function readOptions(args: readonly string[]) {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				only: { type: 'string' },
				quick: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		});
		return values;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new StartFailure(reason, 'npm run bench -- --help lists the options.');
	}
}

function measurementsOf(only: string | undefined): readonly Measurement[] {
	if (only === undefined) return MEASUREMENTS;
	const chosen = MEASUREMENTS.filter(({ name, kind }) => name === only || kind === only);
	if (chosen.length > 0) return chosen;
	const names = ['burst', ...MEASUREMENTS.map(({ name }) => name)];
	throw new StartFailure(
		`--only was given "${only}", which is no measurement.`,
		`Give one of: ${names.join(', ')}.`,
	);
}

function printResults({ tables, verdicts, note }: Measured): void {
	for (const { title, rows } of tables) {
		const head = Object.keys(rows[0] ?? {});
		const table = new Table({ head, style: { head: [], border: [], compact: true } });
		table.push(...rows.map((row) => Object.values(row)));
		print(`\n${title}\n${table.toString()}`);
	}
	if (note !== undefined) print(note);
	for (const { promise, measured, isKept, weight } of verdicts) {
		const verdict = isKept ? 'kept  ' : weight === 'aim' ? 'missed' : 'BROKEN';
		print(`${verdict}  ${promise}: ${measured}`);
	}
}
