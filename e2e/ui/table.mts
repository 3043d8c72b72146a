import Table from 'cli-table3';

/** One check and what came of it. */
export interface CheckRow {
	readonly name: string;
	readonly outcome: Outcome;
}

export type Outcome =
	| { readonly verdict: 'ok' }
	| { readonly verdict: 'MISSED'; readonly expected: string; readonly seen: string };

/** Draws the table of checks. */
export function drawCheckTable(rows: readonly CheckRow[]): string {
	const table = new Table({
		head: ['Check', ''],
		colWidths: [104, 8],
		wordWrap: true,
		style: { head: [], border: [], compact: true },
	});
	for (const { name, outcome } of rows) table.push([words(name, outcome), outcome.verdict]);
	return table.toString();
}

/** Counts the checks in one sentence. */
export function summariseChecks(rows: readonly CheckRow[]): string {
	const passed = rows.filter(({ outcome }) => outcome.verdict === 'ok').length;
	return `${passed} of ${rows.length} checks passed.`;
}

function words(name: string, outcome: Outcome): string {
	if (outcome.verdict === 'ok') return name;
	return `${name}\n  expected: ${outcome.expected}\n  seen: ${outcome.seen}`;
}
