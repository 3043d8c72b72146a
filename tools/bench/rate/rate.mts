import { count, megabytes, milliseconds, must } from '../measurement.mts';
import type { Measured, Measurement, ReportTable, Verdict } from '../measurement.mts';
import { RATE_SIDES } from '../sides.mts';
import { percentile } from '../statistics.mts';
import { runSide, type Rate, type RateResult } from './stretch.mts';

const RATES: Readonly<Record<'whole' | 'quick', Rate>> = {
	whole: { rate: 20, seconds: 60, warmUpSeconds: 10, settleSeconds: 5 },
	quick: { rate: 20, seconds: 3, warmUpSeconds: 2, settleSeconds: 1 },
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
	const receipts = node.stretches.map(({ posted, untilMarkedMs: { length: marked } }, position) => {
		const promise = `${STRETCHES[position]}: no receipt is lost`;
		return must(promise, `${count(marked)} of ${count(posted)} marked`, marked === posted);
	});
	const executions = node.stretches.map(({ posted, answered, succeeded }, position) => {
		const promise = `${STRETCHES[position]}: n8n takes every webhook, and every execution ends well`;
		const measured = `${count(answered)} taken, ${count(succeeded)} ended well`;
		return must(promise, measured, answered === posted && succeeded === posted);
	});
	const memory = must(
		`Memory in use after the second stretch against the first: at most ${MOST_GROWTH_MB} MB more than with HTTP Request`,
		`${signed(ours)} MB, HTTP Request ${signed(theirs)} MB`,
		ours <= Math.max(0, theirs) + MOST_GROWTH_MB,
	);
	return [...receipts, ...executions, memory];
}

/** How much more memory was in use after the second stretch than after the first, MB. */
function heapGrowthMb({ stretches: [first, second] }: RateResult): number {
	if (first === undefined || second === undefined) throw new RangeError('A stretch is missing');
	return second.memory.heapMb - first.memory.heapMb;
}

function tablesOf(results: readonly RateResult[]): readonly ReportTable[] {
	const stretches = results.flatMap((result) =>
		result.stretches.map((stretch, position) => ({
			...stretch,
			who: { Who: labelOf(result), Stretch: STRETCHES[position] ?? '' },
		})),
	);
	const spread = (values: readonly number[]) => {
		const rank = (percent: number) =>
			values.length === 0 ? '–' : milliseconds(percentile(values, percent));
		return { p50: rank(50), p95: rank(95), p99: rank(99), Highest: rank(100) };
	};
	return [
		{
			title: 'Receipts',
			rows: stretches.map(({ who, posted, answered, succeeded, untilMarkedMs }) => ({
				...who,
				Webhooks: count(posted),
				Taken: count(answered),
				'Executions that ended well': count(succeeded),
				Marked: count(untilMarkedMs.length),
				Lost: count(posted - untilMarkedMs.length),
			})),
		},
		{
			title: 'Time of the node',
			rows: stretches.map(({ who, nodeMs }) => ({ ...who, ...spread(nodeMs) })),
		},
		{
			title: 'From posting the webhook until its message is marked',
			rows: stretches.map(({ who, untilMarkedMs }) => ({ ...who, ...spread(untilMarkedMs) })),
		},
		{ title: "Memory of n8n's process", rows: results.flatMap(memoryRows) },
	];
}

function memoryRows(result: RateResult) {
	const moments = [
		{ when: 'Warmed up', memory: result.memoryBefore, peakMb: null },
		...result.stretches.map(({ memory, peakMb }, position) => ({
			when: `After the ${STRETCHES[position]?.toLowerCase()}`,
			memory,
			peakMb,
		})),
	];
	return moments.map(({ when, memory, peakMb }) => ({
		Who: labelOf(result),
		When: when,
		'In use': `${memory.heapMb.toFixed(1)} MB`,
		Resident: megabytes(memory.residentMb),
		'Highest resident': megabytes(peakMb),
	}));
}

function labelOf({ side }: RateResult): string {
	return side.kind === 'node' ? 'WhatsApp Mark Read' : 'HTTP Request, stored credential';
}

function signed(value: number): string {
	return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}
