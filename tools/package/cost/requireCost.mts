import { StartFailure } from '../../../test/e2e/failure.mts';
import { median } from '../../bench/statistics.mts';
import { lastLines, runCommand } from '../../../test/e2e/host/command.mts';
import type { CheckResult, PackedPackage } from '../check.mts';

const PROCESSES = 5;

/** Far above what is measured: what matters is that nothing heavy creeps in. */
const MAX_MS = 200;
const MAX_HEAP_MB = 5;

/** What loading the package cost one process. */
export interface RequireCost {
	readonly ms: number;
	/** Heap that stays in use, MB (2^20 bytes). */
	readonly heapMb: number;
}

/**
 * Measures what it costs to load the package into a Node.js that has `n8n-workflow` already: the
 * median of several processes.
 * @param script cost/requirePackage.js
 * @throws StartFailure with the end of the output when the package cannot be loaded
 */
export async function checkRequireCost(
	{ root, unpacked }: PackedPackage,
	script: string,
	signal: AbortSignal,
): Promise<CheckResult> {
	const costs: RequireCost[] = [];
	for (let run = 0; run < PROCESSES; run += 1) {
		costs.push(await measure(root, [script, unpacked], signal));
	}
	return judgeRequireCost({
		ms: median(costs.map(({ ms }) => ms)),
		heapMb: median(costs.map(({ heapMb }) => heapMb)),
	});
}

/** Says whether the package is light enough to be loaded at every start of n8n. */
export function judgeRequireCost({ ms, heapMb }: RequireCost): CheckResult {
	return {
		subject: 'Cost of loading it',
		seen: `${ms.toFixed(0)} ms, ${heapMb.toFixed(2)} MB of heap (median of ${PROCESSES})`,
		faults: [
			...(ms <= MAX_MS ? [] : [`${ms.toFixed(0)} ms are more than ${MAX_MS} ms`]),
			...(heapMb <= MAX_HEAP_MB
				? []
				: [`${heapMb.toFixed(2)} MB of heap are more than ${MAX_HEAP_MB} MB`]),
		],
	};
}

async function measure(
	root: string,
	script: readonly string[],
	signal: AbortSignal,
): Promise<RequireCost> {
	const { exitCode, output, stdout } = await runCommand(
		process.execPath,
		['--expose-gc', ...script],
		{ cwd: root, signal },
	);
	if (exitCode === 0) return JSON.parse(stdout) as RequireCost;
	throw new StartFailure('The packed node cannot be loaded.', lastLines(output, 15));
}
