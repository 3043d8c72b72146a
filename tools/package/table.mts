import Table from 'cli-table3';

import type { CheckResult } from './check.mts';

/** Draws the results as a table, and below it what is wrong. */
export function drawResults(results: readonly CheckResult[]): string {
	const table = new Table({
		head: ['Check', 'Seen', 'Verdict'],
		style: { head: [], border: [], compact: true },
	});
	for (const { subject, seen, faults } of results) {
		table.push([subject, seen, faults.length === 0 ? 'ok' : 'NOT OK']);
	}
	const faults = results.flatMap(({ subject, faults: found }) =>
		found.map((fault) => `${subject}: ${fault}`),
	);
	return [table.toString(), ...faults].join('\n');
}

/** The last line: how many checks passed. */
export function summarise(results: readonly CheckResult[]): string {
	const passed = results.filter(({ faults }) => faults.length === 0).length;
	return `${passed} of ${results.length} checks passed.`;
}
