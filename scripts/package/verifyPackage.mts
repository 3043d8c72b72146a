import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../../e2e/failure.mts';
import { listenForInterruption } from '../../e2e/interruption.mts';
import { buildPackage } from '../../e2e/package/pack.mts';
import { step } from '../../e2e/progress.mts';
import { Undo } from '../../e2e/undo.mts';
import type { CheckResult, PackedPackage } from './check.mts';
import { checkContents } from './checks/contents.mts';
import { checkLicences, checkOwnLicence } from './checks/licences.mts';
import { checkLoader } from './checks/loader.mts';
import { checkWithPublint } from './checks/publint.mts';
import { scanSource, scanSpoiledTarball, scanTarball } from './checks/scanner.mts';
import { checkRequireCost } from './cost/requireCost.mts';
import { measureStartCost } from './cost/startCost.mts';
import { HELP, readVerifyOptions, type VerifyOptions } from './options.mts';
import { packAndUnpack } from './packed.mts';
import { provideScanner } from './scanner/provide.mts';
import { loadScanner } from './scanner/scanner.mts';
import { drawResults, summarise } from './table.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const WORK_FOLDER = join(ROOT, '.cache', `verify-package-${process.pid}`);
const SCANNER_RECIPE = join(import.meta.dirname, 'scanner');
const SCANNER_FOLDER = join(ROOT, '.cache', 'scanner');
const REQUIRE_PACKAGE = join(import.meta.dirname, 'cost', 'requirePackage.js');
const EXIT_INTERRUPTED = 130;

const NOT_CHECKED =
	"Not checked: the provenance of the published package, which n8n's scanner looks up at npm and GitHub. It exists once the package is published (docs/releasing.md).";

process.exitCode = await main();

/** Runs the checks. @returns the exit code */
async function main(): Promise<number> {
	const { signal } = listenForInterruption();
	const undo = new Undo();
	try {
		const options = readVerifyOptions(process.argv.slice(2));
		if (options.help) {
			print(HELP);
			return 0;
		}
		const results = await verify(options, undo, signal);
		print(`\n${drawResults(results)}\n${NOT_CHECKED}\n${summarise(results)}`);
		return results.every(({ faults }) => faults.length === 0) ? 0 : 1;
	} catch (error) {
		if (signal.aborted) return EXIT_INTERRUPTED;
		printFailure(error);
		return 1;
	} finally {
		await undo.all();
	}
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
		await provideScanner(SCANNER_RECIPE, SCANNER_FOLDER, signal);
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
		await checkWithPublint(packed),
		await checkContents(packed),
		await checkOwnLicence(packed),
		await checkLicences(packed),
		await checkRequireCost(packed, REQUIRE_PACKAGE, signal),
	];
}

function printFailure(error: unknown): void {
	if (error instanceof StartFailure) print(`\n${error.message}\n${error.advice}`);
	else print(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}
