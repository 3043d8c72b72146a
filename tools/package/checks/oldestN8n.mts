import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { lastLines, runCommand } from '../../../test/e2e/host/command.mts';
import { startSandbox, type SandboxMemory } from '../../sandbox/index.mts';
import type { CheckResult, PackedPackage } from '../check.mts';
import { oldestCases, type OldestCase } from '../oldest/cases.mts';

/** The n8n whose engine is in `oldest/package.json`. */
const OLDEST = 'n8n 1.68';

const LONGEST_MS = 60_000;

/** What engine.js writes down. */
export interface EngineResults {
	readonly credentialTypes: readonly string[];
	readonly results: readonly EngineResult[];
}

interface EngineResult {
	readonly error: string | null;
	readonly outputs: ReadonlyArray<ReadonlyArray<Readonly<Record<string, unknown>>>>;
}

/**
 * Loads and runs the packed node with the packages of the oldest n8n that it supports, against the sandbox.
 * @param n8nFolder where these are installed
 * @param engine oldest/engine.js
 */
export async function checkOldestN8n(
	{ unpacked }: PackedPackage,
	n8nFolder: string,
	engine: string,
	signal: AbortSignal,
): Promise<CheckResult> {
	// Below its node_modules the package finds that n8n's `n8n-workflow`, as in every n8n.
	const workFolder = join(n8nFolder, 'node_modules', '.cache', `check-${process.pid}`);
	const packageFolder = join(workFolder, 'package');
	const [runs, results] = [join(workFolder, 'runs.json'), join(workFolder, 'results.json')];
	const sandbox = await startSandbox();
	try {
		await mkdir(workFolder, { recursive: true });
		await cp(unpacked, packageFolder, { recursive: true });
		const cases = oldestCases(sandbox);
		await writeFile(runs, JSON.stringify(cases.map(({ run }) => run)));
		const failure = await runEngine([engine, n8nFolder, packageFolder, runs, results], signal);
		if (failure !== undefined)
			return { subject: OLDEST, seen: 'it does not run', faults: [failure] };
		const seen = JSON.parse(await readFile(results, 'utf8')) as EngineResults;
		return judgeOldestRuns(cases, seen, sandbox.memory);
	} finally {
		await sandbox.close();
		await rm(workFolder, { recursive: true, force: true });
	}
}

/** @returns what went wrong, if anything did */
async function runEngine(
	args: readonly string[],
	signal: AbortSignal,
): Promise<string | undefined> {
	const late = AbortSignal.timeout(LONGEST_MS);
	try {
		const { exitCode, output } = await runCommand(process.execPath, args, {
			cwd: process.cwd(),
			signal: AbortSignal.any([signal, late]),
		});
		return exitCode === 0 ? undefined : lastLines(output, 15);
	} catch (error) {
		if (late.aborted) return `a run did not end within ${LONGEST_MS / 1000} seconds`;
		throw error;
	}
}

/** Says whether each case came out as it must. */
export function judgeOldestRuns(
	cases: readonly OldestCase[],
	{ credentialTypes, results }: EngineResults,
	memory: Pick<SandboxMemory, 'isRead'>,
): CheckResult {
	return {
		subject: OLDEST,
		seen: `${credentialTypes.length} credentials, ${results.length} runs`,
		faults: cases.flatMap(({ what, run, outputs, marks }, index) => {
			const result = results[index];
			const found = result?.outputs.map((items) => items.map(statusOf));
			return [
				...(credentialTypes.includes(run.credentialType)
					? []
					: [`${what}: ${run.credentialType} is not loaded`]),
				...(JSON.stringify(found) === JSON.stringify(outputs)
					? []
					: [`${what}: ${result?.error ?? JSON.stringify(found)}`]),
				...(marks === undefined || memory.isRead(marks.provider, marks.messageId)
					? []
					: [`${what}: the message is not read`]),
			];
		}),
	};
}

function statusOf({ success, status, error }: Readonly<Record<string, unknown>>): unknown {
	if (success === true) return status;
	return typeof error === 'string' ? 'error' : null;
}
