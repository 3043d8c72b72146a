import Table from 'cli-table3';

import { providerOf } from '../providers.js';
import { verdictOf, type DemoEvent, type NodeItem, type SeenEvent } from './events.mts';

export interface DemoRow {
	readonly event: DemoEvent;
	readonly seen: SeenEvent;
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
	for (const { event, seen } of rows) {
		table.push([
			providerOf(event.provider).displayName,
			event.name,
			shorten(seen.messageId ?? '–'),
			seen.items.map(describeItem).join('\n') || 'nothing',
			describeMemory(seen),
			verdictOf(event, seen),
		]);
	}
	return table.toString();
}

function describeItem(item: NodeItem): string {
	const { error, message = '', status, reason } = item;
	if (error !== undefined) return `error: ${message.includes(error) ? message : error}`;
	if (status === 'skipped') return `skipped: ${reason ?? 'no reason given'}`;
	return status ?? (message || JSON.stringify(item));
}

function describeMemory({ isReadInSandbox, calls }: SeenEvent): string {
	if (isReadInSandbox) return 'read';
	return calls === 0 ? 'no call' : 'not read';
}

/** Keeps both ends of a long message id, which tell ids apart. */
function shorten(messageId: string): string {
	if (messageId.length <= LONGEST_ID) return messageId;
	return `${messageId.slice(0, 10)}…${messageId.slice(-(LONGEST_ID - 11))}`;
}
