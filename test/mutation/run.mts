import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseCommandLine } from '../e2e/command-line.mts';
import { runCommand } from '../e2e/host/command.mts';
import { StartFailure } from '../e2e/failure.mts';
import { step } from '../e2e/progress.mts';
import type { Interruption } from '../e2e/interruption.mts';
import { print, runScript } from '../e2e/script.mts';
import type { Undo } from '../e2e/undo.mts';
import parts from './parts.json' with { type: 'json' };
import { countMutants, scoreOf, totalOf, type PartScore, type StrykerReport } from './score.mts';
import { drawScores, withScores } from './table.mts';

const LEAST_SCORE = 85;

const OPTIONS = {
	help: { type: 'boolean', short: 'h' },
	part: { type: 'string', multiple: true },
	again: { type: 'boolean' },
} as const;

interface MutationOptions {
	readonly help: boolean;
	/** The parts to try. */
	readonly names: readonly string[];
	/** Only what changed since the last run, and what survived it. */
	readonly again: boolean;
}

const HELP = `Changes the node's code in thousands of small ways and tells which changes the tests notice.

Usage: npm run test:mutation -- [options]

  --part <name>   only this part (${Object.keys(parts).join(', ')}); may be given several times
  --again         try only what changed since the last run of the part, and what survived it
  --help          this text

What survived is listed in .cache/mutation/<part>.log. A run of all parts writes the table in test/README.md.
The exit code is 1 when less than ${LEAST_SCORE} % of all mutants are noticed.
`;

const ROOT = join(import.meta.dirname, '..', '..');
const README = join(ROOT, 'test', 'README.md');
const RESULTS = join(ROOT, '.cache', 'mutation');

process.exitCode = await runScript({ help: HELP, readOptions, run });

/** Mutates the parts one after the other. @returns the exit code */
async function run(
	{ names, again }: MutationOptions,
	_undo: Undo,
	{ signal }: Interruption,
): Promise<number> {
	await mkdir(RESULTS, { recursive: true });
	const scores: PartScore[] = [];
	for (const name of names) {
		const score = await step(`Mutating ${name}`, async () => await runPart(name, again, signal));
		print(`${name}: ${scoreOf(score).toFixed(1)} %`);
		scores.push(score);
	}
	print(`\n${drawScores(scores)}`);
	if (names.length === Object.keys(parts).length) {
		const day = new Date().toISOString().slice(0, 10);
		await writeFile(README, withScores(await readFile(README, 'utf8'), scores, day));
	}
	return scoreOf(totalOf(scores)) >= LEAST_SCORE ? 0 : 1;
}

function readOptions(commandLine: readonly string[]): MutationOptions {
	const values = parseCommandLine(commandLine, OPTIONS, 'npm run test:mutation');
	const names = values.part ?? Object.keys(parts);
	const unknown = names.find((name) => !(name in parts));
	if (unknown !== undefined) {
		throw new StartFailure(
			`--part was given "${unknown}".`,
			`The parts are ${Object.keys(parts).join(', ')}.`,
		);
	}
	return { help: values.help ?? false, names, again: values.again ?? false };
}

/** Has Stryker try every mutant of the part. @throws Error with Stryker's last lines when it cannot */
async function runPart(name: string, again: boolean, signal: AbortSignal): Promise<PartScore> {
	const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
	const config = join('test', 'mutation', 'stryker.config.mjs');
	const { exitCode, output } = await runCommand(
		process.execPath,
		[stryker, 'run', config, ...(again ? [] : ['--force'])],
		{ cwd: ROOT, signal, env: { ...process.env, MUTATION_PART: name } },
	);
	await writeFile(join(RESULTS, `${name}.log`), output);
	if (exitCode !== 0) throw new Error(output.split('\n').slice(-15).join('\n'));
	const report = await readFile(join(RESULTS, `${name}.json`), 'utf8');
	return countMutants(name, JSON.parse(report) as StrykerReport);
}
