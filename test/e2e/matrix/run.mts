import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { provideHost } from '../host/ready.mts';
import type { Interruption } from '../interruption.mts';
import { buildPackage, packPackage } from '../package/pack.mts';
import { hostPaths } from '../paths.mts';
import { step } from '../progress.mts';
import { recordPrintedText } from '../secrets/printed-text.mts';
import { reportSecrets } from '../secrets/report.mts';
import { print, runScript } from '../script.mts';
import { Undo } from '../undo.mts';
import { MATRIX_CASES } from './cases/index.mts';
import type { Ingredients } from './installation.mts';
import { drawKilledWorkers } from './killed-worker/table.mts';
import { KILLED_WORKER, killWorker } from './killed-worker/run.mts';
import type { KilledWorkerRun } from './killed-worker/results.mts';
import { openLab } from './lab.mts';
import { HELP, isAskedFor, readMatrixOptions, type MatrixOptions } from './options.mts';
import { hasPassed, summarise, tellUnanswered, type CaseResult } from './results.mts';
import { ALL_SECRETS, searchForSecrets } from './secrets.mts';
import { setupName, type Setup } from './setup.mts';
import { drawMatrix, listMisses } from './table.mts';
import { tryCases } from './try-cases.mts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const printedText = recordPrintedText([process.stdout, process.stderr]);

process.exitCode = await runScript({ help: HELP, readOptions: readMatrixOptions, run: runMatrix });

/** What one setup brought. */
interface SetupRun {
	readonly results: readonly CaseResult[];
	readonly killedWorkers: readonly KilledWorkerRun[];
	/** One line per secret that was found. */
	readonly leaks: readonly string[];
}

async function runMatrix(
	options: MatrixOptions,
	undo: Undo,
	{ signal }: Interruption,
): Promise<number> {
	for (const host of new Set(options.setups.map((setup) => setup.host))) {
		await provideHost(hostPaths(ROOT, host), 'keep', signal, host);
	}
	const tarball = await pack(undo, signal);
	const runs: SetupRun[] = [];
	for (const setup of options.setups) {
		// Each n8n is gone before the next one starts, also when it could not be brought up.
		const own = new Undo();
		undo.add(async () => await own.all());
		runs.push(await runSetup(setup, options, { root: ROOT, tarball, undo: own, signal }));
		await own.all();
	}
	return report(runs);
}

async function pack(undo: Undo, signal: AbortSignal): Promise<string> {
	const folder = join(ROOT, '.cache', `pack-matrix-${process.pid}`);
	undo.add(async () => await rm(folder, { recursive: true, force: true }));
	await step('Building the node', async () => await buildPackage(ROOT, signal));
	return await step('Packing it', async () => await packPackage(ROOT, folder, signal));
}

async function runSetup(
	setup: Setup,
	{ only }: MatrixOptions,
	ingredients: Ingredients,
): Promise<SetupRun> {
	const cases = MATRIX_CASES.filter(({ provider, row, name }) =>
		isAskedFor(`${provider} ${row} ${name}`, only),
	);
	const killsWorker = setup.mode === 'queue' && isAskedFor(KILLED_WORKER, only);
	if (cases.length === 0 && !killsWorker) return { results: [], killedWorkers: [], leaks: [] };

	const { signal } = ingredients;
	const lab = await openLab(setup, ingredients);
	const results = await step(
		`Trying ${cases.length} cases in ${setupName(setup)}`,
		async (tell) => await tryCases(setup, lab, cases, signal, tell),
	);
	const killedWorkers = killsWorker ? await killWorker(setup, lab, ingredients) : [];
	const leaks = await step('Searching for secrets', async () => await searchForSecrets(setup, lab));
	return { results, killedWorkers, leaks };
}

function report(runs: readonly SetupRun[]): number {
	const results = runs.flatMap((run) => run.results);
	const killedWorkers = runs.flatMap((run) => run.killedWorkers);
	if (results.length + killedWorkers.length === 0) {
		throw new StartFailure('No case has this name.', 'Leave --only out to see them all.');
	}
	if (results.length > 0) print(`\n${drawMatrix(results)}`);
	if (killedWorkers.length > 0) print(`\n${drawKilledWorkers(killedWorkers)}`);
	print(listMisses(results));
	print(tellUnanswered(results));
	const printed = [{ place: 'what this program printed', text: printedText() }];
	const leaks = [...runs.flatMap((run) => run.leaks), ...reportSecrets(printed, ALL_SECRETS)];
	print(leaks.length > 0 ? leaks.join('\n') : 'No secret in any output, log or database.');
	if (results.length > 0) print(summarise(results));
	const success =
		leaks.length === 0 &&
		results.every(hasPassed) &&
		killedWorkers.every(({ misses }) => misses.length === 0);
	return success ? 0 : 1;
}
