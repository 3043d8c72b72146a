import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { runCommand } from '../../../test/e2e/host/command.mts';
import type { Measured, ReportTable } from '../measurement.mts';
import { drawChart } from './chart.mts';

const PAGE = 'docs/benchmarks.md';
const CHART = 'docs/images/benchmark.svg';
const CHART_DESCRIPTION =
	'WhatsApp Mark Read beside the HTTP Request node: time for 1,000 receipts, and receipts delivered under a rate limit';

/** What the chart shows, in this order. */
const DRAWN = ['receipts', 'limit'];

/**
 * Writes what was measured into the page, each measurement between its own two comments, and draws the chart when
 * everything that it shows was measured. The rest of the page is written by hand.
 * @param root the project's folder
 * @param measured by the names of the measurements
 * @param nodeBinary the Node.js that ran n8n
 * @returns what was written, relative to the root
 * @throws Error when the page has no place for a measurement
 */
export async function writePage(
	root: string,
	measured: ReadonlyMap<string, Measured>,
	nodeBinary: string,
): Promise<readonly string[]> {
	const file = join(root, PAGE);
	const surroundings = await describeSurroundings(root, nodeBinary);
	let page = await readFile(file, 'utf8');
	for (const [name, { tables, verdicts, note }] of measured) {
		const promises = verdicts.map(({ promise, measured: value, isKept }) => ({
			Promise: promise,
			Measured: value,
			'': isKept ? 'kept' : '**MISSED**',
		}));
		const results = tables.map((table) => `### ${table.title}\n\n${markdownTable(table.rows)}`);
		const about = [surroundings, note].filter((sentence) => sentence !== undefined).join(' ');
		page = withResults(page, name, [about, markdownTable(promises), ...results].join('\n\n'));
	}
	await writeFile(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));

	const bars = DRAWN.map((name) => measured.get(name)?.bars).filter((group) => group !== undefined);
	if (bars.length < DRAWN.length) return [PAGE];
	await writeFile(join(root, CHART), drawChart(bars, CHART_DESCRIPTION));
	return [PAGE, CHART];
}

function withResults(page: string, name: string, results: string): string {
	const [begin, end] = [`<!-- results: ${name} -->`, `<!-- end of results: ${name} -->`];
	const [from, to] = [page.indexOf(begin), page.indexOf(end)];
	if (from === -1 || to < from) throw new Error(`${PAGE} has no "${begin}" … "${end}"`);
	return `${page.slice(0, from)}${begin}\n\n${results}\n\n${page.slice(to)}`;
}

function markdownTable(rows: ReportTable['rows']): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const head = Object.keys(rows[0] ?? {});
	return [head, head.map(() => '---'), ...rows.map(Object.values<string>)].map(line).join('\n');
}

/** Where and with what was measured; nothing in it names a host or a folder. */
async function describeSurroundings(root: string, nodeBinary: string): Promise<string> {
	const { dependencies } = (await readJson(
		join(root, 'test', 'e2e', 'n8n-host', 'package.json'),
	)) as {
		dependencies: { n8n: string };
	};
	const { version } = (await readJson(join(root, 'package.json'))) as { version: string };
	const { stdout } = await runCommand(nodeBinary, ['--version'], { cwd: root });
	const date = new Date().toISOString().slice(0, 10);
	const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
	const system = `${type()} ${release().split('-')[0] ?? ''}`.trim();
	return `Measured on ${date}, version ${version}, with n8n ${dependencies.n8n} on Node.js ${stdout.trim().replace(/^v/, '')}; ${availableParallelism()} cores (${processor}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${system}.`;
}

async function readJson(file: string): Promise<unknown> {
	return JSON.parse(await readFile(file, 'utf8')) as unknown;
}
