import type { ReportTable } from '../../report/tables.mts';
import { spreadOf } from '../percentiles.mts';
import { stretchName } from '../promises.mts';
import type { LoadResult, SideResult, Stretch } from '../results.mts';
import { SIDE_LABELS } from '../sides.mts';

/** The tables of the report. */
export function loadTables({ sides }: LoadResult): readonly ReportTable[] {
	// The node first: it is what the page is about.
	const ordered = [...sides].reverse();
	return [
		{
			title: 'Receipts',
			head: ['Who', 'Stretch', 'Webhooks', 'Taken', 'Executions that ended well', 'Marked', 'Lost'],
			rows: rows(ordered, ({ posted, answered, succeeded, marked }) =>
				[posted, answered, succeeded, marked, posted - marked].map(count),
			),
		},
		timesTable('Time of the node', ordered, ({ nodeMs }) => nodeMs),
		timesTable(
			'From posting the webhook until its message is marked',
			ordered,
			({ untilMarkedMs }) => untilMarkedMs,
		),
		{
			title: "Memory of n8n's process",
			head: ['Who', 'When', 'In use', 'Resident', 'Highest resident'],
			rows: ordered.flatMap(memoryRows),
		},
	];
}

function timesTable(
	title: string,
	sides: readonly SideResult[],
	timesOf: (stretch: Stretch) => readonly number[],
): ReportTable {
	return {
		title,
		head: ['Who', 'Stretch', 'p50', 'p95', 'p99', 'Highest'],
		rows: rows(sides, (stretch) => {
			const times = timesOf(stretch);
			if (times.length === 0) return ['–', '–', '–', '–'];
			const { p50, p95, p99, max } = spreadOf(times);
			return [p50, p95, p99, max].map((ms) => `${count(ms)} ms`);
		}),
	};
}

function rows(
	sides: readonly SideResult[],
	cells: (stretch: Stretch) => readonly string[],
): ReadonlyArray<readonly string[]> {
	return sides.flatMap(({ side, stretches }) =>
		stretches.map((stretch, position) => [
			SIDE_LABELS[side],
			stretchName(position),
			...cells(stretch),
		]),
	);
}

function memoryRows({
	side,
	memoryBefore,
	stretches,
}: SideResult): ReadonlyArray<readonly string[]> {
	const measured = [
		{ when: 'Warmed up', memory: memoryBefore, peakMb: null },
		...stretches.map(({ memory, peakMb }, position) => ({
			when: `After the ${stretchName(position).toLowerCase()}`,
			memory,
			peakMb,
		})),
	];
	return measured.map(({ when, memory, peakMb }) => [
		SIDE_LABELS[side],
		when,
		`${memory.heapMb.toFixed(1)} MB`,
		`${memory.residentMb.toFixed(0)} MB`,
		peakMb === null ? '–' : `${peakMb.toFixed(0)} MB`,
	]);
}

function count(value: number): string {
	return value.toLocaleString('en');
}
