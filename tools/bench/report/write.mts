import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { describeSurroundings } from '../machine.mts';
import type { Verdict } from '../required.mts';
import type { Comparison } from '../results.mts';
import { chartGroups } from './chart-bars.mts';
import { drawChart } from './chart.mts';
import { benchmarkDocument, withNewParts } from './document.mts';
import type { ReportTable } from './tables.mts';

const DOCUMENT = 'docs/benchmarks.md';
const CHART = 'docs/images/benchmark.svg';

/** What was measured. */
export interface Measured {
	/** For the chart. */
	readonly comparisons: readonly Comparison[];
	readonly tables: readonly ReportTable[];
	readonly verdicts: readonly Verdict[];
}

/**
 * Writes the document and its chart.
 * @param root the project's folder
 * @param nodeBinary the Node.js that ran n8n
 * @returns what was written, relative to the root
 */
export async function writeReport(
	root: string,
	{ comparisons, tables, verdicts }: Measured,
	nodeBinary: string,
): Promise<readonly string[]> {
	const document = benchmarkDocument({
		tables,
		verdicts,
		surroundings: await describeSurroundings(root, nodeBinary),
		chart: 'images/benchmark.svg',
	});
	const description =
		'WhatsApp Mark Read beside the HTTP Request node: time for 1,000 receipts, and receipts delivered under a rate limit';
	const file = join(root, DOCUMENT);
	await write(file, await format(document, { ...(await resolveConfig(file)), filepath: file }));
	await write(join(root, CHART), drawChart(chartGroups(comparisons), description));
	return [DOCUMENT, CHART];
}

/** Writes the parts that were measured into the document that is there, and leaves the others and the chart alone. */
export async function writeParts(
	root: string,
	measured: Pick<Measured, 'tables' | 'verdicts'>,
	nodeBinary: string,
): Promise<readonly string[]> {
	const file = join(root, DOCUMENT);
	const { date } = await describeSurroundings(root, nodeBinary);
	const document = withNewParts(await readFile(file, 'utf8'), measured, date);
	await write(file, await format(document, { ...(await resolveConfig(file)), filepath: file }));
	return [DOCUMENT];
}

async function write(file: string, content: string): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, content);
}
