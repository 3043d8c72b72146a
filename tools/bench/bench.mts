import { join } from 'node:path';

import type { Interruption } from '../../test/e2e/interruption.mts';
import { step } from '../../test/e2e/progress.mts';
import { print, runScript } from '../../test/e2e/script.mts';
import type { Undo } from '../../test/e2e/undo.mts';
import { holdContest } from './contest.mts';
import { openLab, type Lab } from './lab.mts';
import {
	HELP,
	isWholeBenchmark,
	isWholePart,
	readBenchOptions,
	type BenchOptions,
} from './options.mts';
import { judgeOneWebhook, oneWebhookTable } from './one-webhook/report.mts';
import { playOneWebhook, WEBHOOK_SIZES, type WebhookResult } from './one-webhook/scene.mts';
import { isWanted, planContests, runsOfScenes } from './plan.mts';
import { drawReportTable, drawVerdicts } from './report/terminal.mts';
import { reportTables } from './report/tables.mts';
import { writeParts, writeReport } from './report/write.mts';
import { judgePromises } from './required.mts';
import type { Comparison } from './results.mts';
import { LATEST_ONLY, MANY_IDS } from './sides.mts';
import { judgeUnannounced, judgeUnannouncedTime, unannouncedTable } from './unannounced/report.mts';
import {
	playUnannounced,
	unannouncedScenes,
	type UnannouncedResult,
} from './unannounced/scene.mts';

const ROOT = join(import.meta.dirname, '../..');

process.exitCode = await runScript({ help: HELP, readOptions: readBenchOptions, run: bench });

/** Runs the benchmark. @returns the exit code: a slow machine is no failure, a lost receipt is */
async function bench(options: BenchOptions, undo: Undo, { signal }: Interruption): Promise<number> {
	const lab = await openLab(ROOT, undo, signal);
	const comparisons: Comparison[] = [];
	for (const contest of planContests(options)) {
		signal.throwIfAborted();
		const hold = async (tell: (news: string) => void) => await holdContest(lab, contest, tell);
		comparisons.push(await step(contest.title, hold));
	}
	const unannounced = await playLimits(lab, options);
	const webhooks = await playWebhooks(lab, options);
	await undo.all();

	const required = [...judgeUnannounced(unannounced), ...judgeOneWebhook(webhooks)];
	const verdicts = [
		...judgePromises(comparisons),
		...required,
		...judgeUnannouncedTime(unannounced),
	];
	const tables = [
		...reportTables(comparisons),
		unannouncedTable(unannounced),
		oneWebhookTable(webhooks),
	].filter(({ rows }) => rows.length > 0);
	for (const table of tables) print(`\n${drawReportTable(table)}`);
	print(`\n${drawVerdicts(verdicts)}`);
	if (isWholeBenchmark(options)) {
		const written = await writeReport(ROOT, { comparisons, tables, verdicts }, lab.nodeBinary);
		print(`\nWritten: ${written.join(', ')}`);
	} else if (isWholePart(options)) {
		const written = await writeParts(ROOT, { tables, verdicts }, lab.nodeBinary);
		print(`\nWritten: ${written.join(', ')}, this part of it`);
	} else {
		print('\nToo few runs for the page: nothing was written.');
	}
	return required.every(({ isKept }) => isKept) ? 0 : 1;
}

async function playLimits(lab: Lab, options: BenchOptions): Promise<readonly UnannouncedResult[]> {
	if (!isWanted(options, 'unannounced')) return [];
	const scenes = unannouncedScenes(options.quick ? [MANY_IDS] : [MANY_IDS, LATEST_ONLY]);
	return await step('A rate limit without headers', async (tell) => {
		return await playUnannounced(lab, scenes, runsOfScenes(options), tell);
	});
}

async function playWebhooks(lab: Lab, options: BenchOptions): Promise<readonly WebhookResult[]> {
	if (!isWanted(options, 'webhook')) return [];
	const results: WebhookResult[] = [];
	for (const chats of WEBHOOK_SIZES) {
		const title = `One webhook with ${chats.toLocaleString('en')} chats`;
		results.push(
			await step(title, async (tell) => {
				return await playOneWebhook(lab, chats, runsOfScenes(options), tell);
			}),
		);
	}
	return results;
}
