import { scoreOf, totalOf, type PartScore } from './score.mts';

const START = '<!-- mutation score: written by npm run test:mutation -->';
const END = '<!-- end of the mutation score -->';

/** The scores as a Markdown table, all parts together in the last row. */
export function drawScores(scores: readonly PartScore[]): string {
	const rows = [...scores, totalOf(scores)].map((score) => [
		score.name,
		String(score.killed + score.timedOut + score.survived + score.notCovered),
		String(score.killed),
		String(score.timedOut),
		String(score.survived + score.notCovered),
		`${scoreOf(score).toFixed(1)} %`,
	]);
	const head = ['Part', 'Mutants', 'A test failed', 'Never ended', 'Survived', 'Score'];
	const widths = head.map((title, column) =>
		Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)),
	);
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/**
 * Puts the table into a page, between the marks that are there for it.
 * @param day of the run, as in 2026-11-21
 * @throws Error when the page has no such marks
 */
export function withScores(page: string, scores: readonly PartScore[], day: string): string {
	const start = page.indexOf(START);
	const end = page.indexOf(END);
	if (start < 0 || end < start) throw new Error(`The page has no place for the table: ${START}`);
	const table = `\n\nRun on ${day}.\n\n${drawScores(scores)}\n\n`;
	return page.slice(0, start + START.length) + table + page.slice(end);
}
