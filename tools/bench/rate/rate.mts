import { count, milliseconds } from '../measurement.mts';
import type { Measured, Measurement, ReportTable, Verdict } from '../measurement.mts';
import { RATE_SIDES } from '../sides.mts';
import { percentile } from '../statistics.mts';
import { runSide, type Rate, type RateResult, type Stretch } from './stretch.mts';

const RATES: Readonly<Record<'whole' | 'quick', Rate>> = {
	whole: { rate: 20, seconds: 60, warmUpSeconds: 10, settleSeconds: 5 },
	quick: { rate: 20, seconds: 4, warmUpSeconds: 2, settleSeconds: 1 },
};

/** The heap in use varies by some MB from one look to the next; 5 MB are 4 kB for each execution of a minute. */
const MOST_GROWTH_MB = 5;

const STRETCHES = ['First stretch', 'Second stretch'];

/** Messages at a steady rate, each an execution of its own. */
export const rate: Measurement = {
	name: 'rate',
	kind: 'rate',
	about: '20 messages a second for a minute, twice, beside the HTTP Request node',
	async measure(lab, extent, tell): Promise<Measured> {
		const results: RateResult[] = [];
		for (const side of RATE_SIDES) results.push(await runSide(lab, side, RATES[extent], tell));
		// The node first: it is what the page is about.
		const ordered = results.reverse();
		const worstDelayMs = Math.max(
			...ordered.flatMap(({ stretches }) => stretches.map((stretch) => stretch.worstDelayMs)),
		);
		return {
			tables: tablesOf(ordered),
			verdicts: judge(ordered),
			note: `The latest webhook went out ${milliseconds(worstDelayMs)} after its time.`,
		};
	},
};

function judge([node, httpRequest]: readonly RateResult[]): readonly Verdict[] {
	if (node === undefined || httpRequest === undefined) throw new RangeError('A side is missing');
	const [ours, theirs] = [heapGrowthMb(node), heapGrowthMb(httpRequest)];
	return [
		...node.stretches.flatMap(({ posted, answered, succeeded, untilMarkedMs }, position) => [
			{
				promise: `${STRETCHES[position]}: no receipt is lost`,
				measured: `${count(untilMarkedMs.length)} of ${count(posted)} marked`,
				isKept: untilMarkedMs.length === posted,
				weight: 'must' as const,
			},
			{
				promise: `${STRETCHES[position]}: n8n takes every webhook, and every execution ends well`,
				measured: `${count(answered)} taken, ${count(succeeded)} ended well`,
				isKept: answered === posted && succeeded === posted,
				weight: 'must' as const,
			},
		]),
		{
			promise: `Memory in use after the second stretch against the first: at most ${MOST_GROWTH_MB} MB more than with HTTP Request`,
			measured: `${signed(ours)} MB, HTTP Request ${signed(theirs)} MB`,
			isKept: ours <= Math.max(0, theirs) + MOST_GROWTH_MB,
			weight: 'must',
		},
	];
}

/** How much more memory was in use after the second stretch than after the first, MB. */
function heapGrowthMb({ stretches: [first, second] }: RateResult): number {
	if (first === undefined || second === undefined) throw new RangeError('A stretch is missing');
	return second.memory.heapMb - first.memory.heapMb;
}

function tablesOf(results: readonly RateResult[]): readonly ReportTable[] {
	const timesTable = (title: string, timesOf: (stretch: Stretch) => readonly number[]) => ({
		title,
		head: ['Who', 'Stretch', 'p50', 'p95', 'p99', 'Highest'],
		rows: rowsOf(results, (stretch) => {
			const times = timesOf(stretch);
			return [50, 95, 99, 100].map((percent) =>
				times.length === 0 ? '–' : milliseconds(percentile(times, percent)),
			);
		}),
	});
	return [
		{
			title: 'Receipts',
			head: ['Who', 'Stretch', 'Webhooks', 'Taken', 'Executions that ended well', 'Marked', 'Lost'],
			rows: rowsOf(results, ({ posted, answered, succeeded, untilMarkedMs: { length: marked } }) =>
				[posted, answered, succeeded, marked, posted - marked].map(count),
			),
		},
		timesTable('Time of the node', ({ nodeMs }) => nodeMs),
		timesTable(
			'From posting the webhook until its message is marked',
			({ untilMarkedMs }) => untilMarkedMs,
		),
		{
			title: "Memory of n8n's process",
			head: ['Who', 'When', 'In use', 'Resident', 'Highest resident'],
			rows: results.flatMap(memoryRows),
		},
	];
}

function rowsOf(results: readonly RateResult[], cells: (stretch: Stretch) => readonly string[]) {
	return results.flatMap((result) =>
		result.stretches.map((stretch, position) => [
			labelOf(result),
			STRETCHES[position] ?? '',
			...cells(stretch),
		]),
	);
}

function memoryRows(result: RateResult): ReadonlyArray<readonly string[]> {
	const moments = [
		{ when: 'Warmed up', memory: result.memoryBefore, peakMb: null },
		...result.stretches.map(({ memory, peakMb }, position) => ({
			when: `After the ${STRETCHES[position]?.toLowerCase()}`,
			memory,
			peakMb,
		})),
	];
	return moments.map(({ when, memory, peakMb }) => [
		labelOf(result),
		when,
		`${memory.heapMb.toFixed(1)} MB`,
		`${memory.residentMb.toFixed(0)} MB`,
		peakMb === null ? '–' : `${peakMb.toFixed(0)} MB`,
	]);
}

function labelOf({ side }: RateResult): string {
	return side.kind === 'node' ? 'WhatsApp Mark Read' : 'HTTP Request, stored credential';
}

function signed(value: number): string {
	return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}
