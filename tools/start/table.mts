import Table from 'cli-table3';

import type { Verdict } from './verdict.mts';

export interface DemoRow {
	readonly provider: string;
	/** What came in, as in "direct message". */
	readonly event: string;
	readonly messageId: string;
	readonly nodeSaid: string;
	readonly sandboxSays: string;
	readonly verdict: Verdict;
}

const LONGEST_ID = 21;

/** Draws the table of what was marked. */
export function drawTable(rows: readonly DemoRow[]): string {
	const table = new Table({
		head: ['Provider', 'Event', 'Message ID', "Node's output", 'Sandbox memory', ''],
		colWidths: [20, 17, LONGEST_ID + 2, 42, 16, 13],
		wordWrap: true,
		style: { head: [], border: [], compact: false },
	});
	for (const { provider, event, messageId, nodeSaid, sandboxSays, verdict } of rows) {
		table.push([provider, event, shorten(messageId), nodeSaid, sandboxSays, verdict]);
	}
	return table.toString();
}

/** Counts the verdicts in one sentence. */
export function summarise(rows: readonly DemoRow[]): string {
	const asExpected = rows.filter(({ verdict }) => verdict === 'ok').length;
	return `${asExpected} of ${rows.length} events went as expected.`;
}

/** Keeps both ends of a long message id, which tell ids apart. */
function shorten(messageId: string): string {
	if (messageId.length <= LONGEST_ID) return messageId;
	return `${messageId.slice(0, 10)}…${messageId.slice(-(LONGEST_ID - 11))}`;
}
