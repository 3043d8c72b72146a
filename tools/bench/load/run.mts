import { join } from 'node:path';

import { drawReportTable, drawVerdicts } from '../report/terminal.mts';
import { StartFailure } from '../../../test/e2e/failure.mts';
import type { Interruption } from '../../../test/e2e/interruption.mts';
import { step } from '../../../test/e2e/progress.mts';
import { print, runScript } from '../../../test/e2e/script.mts';
import type { Undo } from '../../../test/e2e/undo.mts';
import { openLoadLab } from './lab.mts';
import { HELP, isWholeLoad, readLoadOptions, type LoadOptions } from './options.mts';
import { judgeLoad } from './promises.mts';
import { loadTables } from './report/tables.mts';
import { writeLoadReport } from './report/write.mts';
import { worstDelayMs, type SideResult } from './results.mts';
import { SIDE_LABELS, SIDES } from './sides.mts';
import { runSide } from './stretch.mts';

const ROOT = join(import.meta.dirname, '../../..');

process.exitCode = await runScript({ help: HELP, readOptions: readLoadOptions, run: runLoad });

async function runLoad(
	options: LoadOptions,
	undo: Undo,
	{ signal }: Interruption,
): Promise<number> {
	if (process.platform === 'win32') {
		throw new StartFailure(
			"n8n's memory cannot be read on Windows.",
			'Run the load on Linux or macOS, or in a container.',
		);
	}
	const { seconds, rate } = options;
	const lab = await openLoadLab(ROOT, undo, signal);
	const sides: SideResult[] = [];
	for (const side of SIDES) {
		const title = `${SIDE_LABELS[side]}: ${rate} webhooks a second, two stretches of ${seconds} s`;
		sides.push(
			await step(title, async (tell) => await runSide(lab, side, { seconds, rate }, signal, tell)),
		);
	}
	await undo.all();

	const result = { seconds, rate, sides };
	const verdicts = judgeLoad(result);
	for (const table of loadTables(result)) print(`\n${drawReportTable(table)}`);
	print(`\n${drawVerdicts(verdicts)}`);
	print(`\nThe latest webhook was posted ${worstDelayMs(result).toFixed(0)} ms after its time.`);
	if (isWholeLoad(options)) {
		print(`Written: ${await writeLoadReport(ROOT, result, lab.nodeBinary)}`);
	} else {
		print('This was not the whole load: nothing was written.');
	}
	return verdicts.every(({ isKept }) => isKept) ? 0 : 1;
}
