import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Interruption } from '../../test/e2e/interruption.mts';
import { buildPackage } from '../../test/e2e/package.mts';
import { step } from '../../test/e2e/progress.mts';
import { print, runScript } from '../../test/e2e/script.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import type { CheckResult, PackedPackage } from './check.mts';
import { checkContents } from './checks/contents.mts';
import { checkLicences, checkOwnLicence } from './checks/licences.mts';
import { checkLoader } from './checks/loader.mts';
import { checkOldestN8n } from './checks/oldestN8n.mts';
import { checkWithPublint } from './checks/publint.mts';
import { scanSource, scanSpoiledTarball, scanTarball } from './checks/scanner.mts';
import { checkRequireCost } from './cost/requireCost.mts';
import { measureStartCost } from './cost/startCost.mts';
import { HELP, readVerifyOptions, type VerifyOptions } from './options.mts';
import { packAndUnpack } from './packed.mts';
import { provideRecipe } from './recipe.mts';
import { loadScanner } from './scanner/scanner.mts';
import { drawResults, summarise } from './table.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const WORK_FOLDER = join(ROOT, '.cache', `verify-package-${process.pid}`);
const SCANNER_RECIPE = join(import.meta.dirname, 'scanner');
const SCANNER_FOLDER = join(ROOT, '.cache', 'scanner');
const OLDEST_RECIPE = join(import.meta.dirname, 'oldest');
const OLDEST_FOLDER = join(ROOT, '.cache', 'n8n-oldest');
const OLDEST_ENGINE = join(OLDEST_RECIPE, 'engine.js');
const REQUIRE_PACKAGE = join(import.meta.dirname, 'cost', 'requirePackage.js');

const NOT_CHECKED =
	"Not checked: the provenance of the published package, which n8n's scanner looks up at npm and GitHub. It exists once the package is published (docs/releasing.md).";

process.exitCode = await runScript({ help: HELP, readOptions: readVerifyOptions, run });

/** Runs the checks. @returns the exit code */
async function run(options: VerifyOptions, undo: Undo, { signal }: Interruption): Promise<number> {
	const results = await verify(options, undo, signal);
	print(`\n${drawResults(results)}\n${NOT_CHECKED}\n${summarise(results)}`);
	return results.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

async function verify(
	{ skipBuild, starts }: VerifyOptions,
	undo: Undo,
	signal: AbortSignal,
): Promise<readonly CheckResult[]> {
	if (!skipBuild) {
		await step('Building the package', async () => await buildPackage(ROOT, signal));
	}
	undo.add(async () => await rm(WORK_FOLDER, { recursive: true, force: true }));
	const packed = await step('Packing it', async () => {
		return await packAndUnpack(ROOT, WORK_FOLDER, signal);
	});
	await step("Providing n8n's package scanner (downloaded once)", async () => {
		await provideRecipe("n8n's package scanner", SCANNER_RECIPE, SCANNER_FOLDER, signal);
	});
	await step('Providing the oldest n8n (downloaded once)', async () => {
		await provideRecipe('The oldest n8n', OLDEST_RECIPE, OLDEST_FOLDER, signal);
	});
	const results = await step('Checking the package', async () => await checkAll(packed, signal));
	if (starts === 0) return results;
	const startCost = await step('Starting n8n with and without the package', async (tell) => {
		return await measureStartCost(packed, starts, undo, signal, tell);
	});
	return [...results, startCost];
}

async function checkAll(
	packed: PackedPackage,
	signal: AbortSignal,
): Promise<readonly CheckResult[]> {
	const scanner = await loadScanner(SCANNER_FOLDER);
	return [
		await scanSource(scanner, packed),
		await scanTarball(scanner, packed),
		await scanSpoiledTarball(scanner, packed),
		await checkLoader(packed),
		await checkOldestN8n(packed, OLDEST_FOLDER, OLDEST_ENGINE, signal),
		await checkWithPublint(packed),
		await checkContents(packed),
		await checkOwnLicence(packed),
		await checkLicences(packed),
		await checkRequireCost(packed, REQUIRE_PACKAGE, signal),
	];
}
