import { join } from 'node:path';

import type { Interruption } from '../interruption.mts';
import { step } from '../progress.mts';
import { print, runScript } from '../script.mts';
import type { Undo } from '../undo.mts';
import { holdContest } from './contest.mts';
import { openLab } from './lab.mts';
import { HELP, isWholeBenchmark, readBenchOptions, type BenchOptions } from './options.mts';
import { planContests } from './plan.mts';
import { drawReportTable, drawVerdicts } from './report/terminal.mts';
import { reportTables } from './report/tables.mts';
import { writeReport } from './report/write.mts';
import { judgePromises } from './required.mts';
import type { Comparison } from './results.mts';

const ROOT = join(import.meta.dirname, '..', '..');

process.exitCode = await runScript({ help: HELP, readOptions: readBenchOptions, run: bench });

/** Runs the benchmark. @returns the exit code: a slow machine is no failure */
async function bench(
	options: BenchOptions,
	undo: Undo,
	interruption: Interruption,
): Promise<number> {
	await measure(options, undo, interruption);
	return 0;
}

async function measure(options: BenchOptions, undo: Undo, { signal }: Interruption): Promise<void> {
	const lab = await openLab(ROOT, undo, signal);
	const comparisons: Comparison[] = [];
	for (const contest of planContests(options)) {
		signal.throwIfAborted();
		const hold = async (tell: (news: string) => void) => await holdContest(lab, contest, tell);
		comparisons.push(await step(contest.title, hold));
	}
	await undo.all();

	for (const table of reportTables(comparisons)) print(`\n${drawReportTable(table)}`);
	print(`\n${drawVerdicts(judgePromises(comparisons))}`);
	if (!isWholeBenchmark(options)) {
		print('\nOnly a part was measured: nothing was written.');
		return;
	}
	const written = await writeReport(ROOT, comparisons, lab.nodeBinary);
	print(`\nWritten: ${written.join(', ')}`);
}
