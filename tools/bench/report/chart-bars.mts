import {
	findComparison,
	leastDelivered,
	medianMs,
	type Comparison,
	type SideResult,
} from '../results.mts';
import { sideLabel } from '../sides.mts';
import { floorMs } from '../statistics.mts';
import type { Bar, BarGroup } from './chart.mts';

/** What the README shows: the time of 1,000 receipts, and what a rate limit leaves of 300. */
export function chartGroups(comparisons: readonly Comparison[]): readonly BarGroup[] {
	const time = findComparison(comparisons, {
		subject: 'receipts',
		receipts: 1000,
		latencyMs: 50,
	});
	const limit = findComparison(comparisons, { subject: 'limit' });
	return [
		...(time === undefined ? [] : [timeGroup(time)]),
		...(limit === undefined ? [] : [limitGroup(limit)]),
	];
}

function timeGroup({ results, receipts, conditions }: Comparison): BarGroup {
	const floor = floorMs(receipts, 50, conditions.latencyMs);
	return {
		title: '1,000 receipts, every answer after 50 ms (shorter is better)',
		bars: [
			{
				label: 'The least possible, 50 at a time',
				value: floor,
				text: seconds(floor),
				tone: 'bound',
			},
			...results
				.filter(({ side }) => side.kind !== 'nodeWithFields' && side.concurrency !== 10)
				.map((result) => timeBar(result))
				.sort((a, b) => a.value - b.value),
		],
	};
}

function timeBar(result: SideResult): Bar {
	const time = medianMs(result);
	return { label: sideLabel(result.side), value: time, text: seconds(time), tone: toneOf(result) };
}

function limitGroup({ results, receipts }: Comparison): BarGroup {
	return {
		title: `${receipts} receipts, 100 calls allowed per 5 s: delivered (longer is better)`,
		bars: results.map((result) => {
			const delivered = leastDelivered(result);
			return {
				label: sideLabel(result.side),
				value: delivered,
				text: `${delivered} of ${receipts}`,
				tone: toneOf(result),
			};
		}),
	};
}

function toneOf({ side }: SideResult): Bar['tone'] {
	return side.kind === 'node' ? 'own' : 'other';
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
