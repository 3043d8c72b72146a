import Table from 'cli-table3';

import type { Verdict } from '../required.mts';
import type { ReportTable } from './tables.mts';

/** Draws a table for the terminal, under its title. */
export function drawReportTable({ title, head, rows }: ReportTable): string {
	const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
	for (const row of rows) table.push([...row]);
	return `${title}\n${table.toString()}`;
}

/** One line per promise; a missed one stands out. */
export function drawVerdicts(verdicts: readonly Verdict[]): string {
	return verdicts
		.map(
			({ promise, measured, isKept }) => `${isKept ? 'kept  ' : 'MISSED'}  ${promise}: ${measured}`,
		)
		.join('\n');
}
