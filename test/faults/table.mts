import Table from 'cli-table3';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { CaseResult } from './runCase.mts';
import { sum, type Tally } from './tally.mts';

const LONGEST_MESSAGE = 90;

const COUNTS = ['sent', 'delivered', 'reported', 'lost', 'doubled', 'calls'] as const;

/** Draws one row for each fault, and the sums. */
export function drawTable(results: readonly CaseResult[]): string {
	const table = new Table({
		head: ['Fault', 'What the user sees', 'HTTP', 'Tries', ...COUNTS, ''],
		colWidths: [45, 66, 6, 7, 6, 11, 10, 6, 9, 7, 6],
		wordWrap: true,
		style: { head: [], border: [] },
		// No line between the rows.
		chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
	});
	for (const { name, seen, status, callsPerReceipt, tally, misses } of results) {
		table.push([
			name,
			wordsOf(seen),
			status ?? '–',
			callsPerReceipt.map((calls) => Math.round(calls * 10) / 10).join('/'),
			...numbersOf(tally),
			misses.length === 0 ? 'ok' : 'MISS',
		]);
	}
	const all = sum(results.map(({ tally }) => tally));
	table.push([`Faults: ${results.length}`, '', '', '', ...numbersOf(all), '']);
	return table.toString();
}

function numbersOf(tally: Tally): readonly number[] {
	return COUNTS.map((count) => tally[count]);
}

/** The messages, each once, with the providers where they differ. */
function wordsOf(seen: CaseResult['seen']): string {
	const common = new Map<string, string[]>();
	for (const [message, providers] of seen) {
		const text = PROVIDERS.reduce((all, one) => all.split(one.displayName).join('…'), message);
		common.set(text, [...(common.get(text) ?? []), ...providers]);
	}
	if (common.size === 0) return '(no failure)';
	const isForAll = common.size === 1 && [...common.values()][0]?.length === PROVIDERS.length;
	return [...common]
		.map(([text, providers]) => {
			const short = text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
			return isForAll ? short : `${providers.join(', ')}: ${short}`;
		})
		.join('\n');
}
