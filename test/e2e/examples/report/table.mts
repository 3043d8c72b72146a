import Table from 'cli-table3';

import type { Observation } from './judge.mts';

/** One occasion of one example. */
export interface ExampleRow {
	readonly example: string;
	/** What came in. */
	readonly occasion: string;
	readonly seen: Observation;
	/** One sentence per miss. */
	readonly misses: readonly string[];
}

const LONGEST_TEXT = 90;

/** Draws the table of what came in, was marked and was sent out. */
export function drawExamples(rows: readonly ExampleRow[]): string {
	const table = new Table({
		head: ['Example', 'Event', 'Marked', 'Sent out', ''],
		colWidths: [20, 25, 15, 46, 22],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	rows.forEach(({ example, occasion, seen, misses }, position) => {
		const isFirst = rows[position - 1]?.example !== example;
		const verdict = misses.length === 0 ? 'ok' : `MISSED: ${misses.join('; ')}`;
		table.push([
			isFirst ? example : '',
			occasion,
			describeMarks(seen),
			describeSent(seen),
			verdict,
		]);
	});
	return table.toString();
}

/** Counts the examples that went as expected, in one sentence. */
export function summariseExamples(rows: readonly ExampleRow[]): string {
	const examples = new Set(rows.map(({ example }) => example));
	const missed = new Set(
		rows.filter(({ misses }) => misses.length > 0).map(({ example }) => example),
	);
	return `${examples.size - missed.size} of ${examples.size} examples did what they promise.`;
}

function describeMarks({ messages, calls }: Observation): string {
	if (messages.length === 0) return calls === 0 ? 'no call' : 'nothing';
	const read = messages.filter(({ read }) => read).length;
	const marks = read === 0 ? 'stays unread' : 'read';
	return messages.length === 1 ? marks : `${read} of ${messages.length} read, ${calls} calls`;
}

function describeSent({ sent, answer }: Observation): string {
	if (sent.length > 0) {
		return sent.map(({ host, body }) => `${host}: “${shorten(lastText(body))}”`).join('\n');
	}
	return answer.body === '' || answer.body.startsWith('{')
		? 'nothing'
		: `answer to the GET: ${answer.body}`;
}

function shorten(text: string): string {
	return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

/** The words of what was sent: in every provider's body the last field, or what lies in it. */
function lastText(body: unknown): string {
	if (typeof body !== 'object' || body === null) return String(body);
	return lastText(Object.values(body).at(-1));
}
