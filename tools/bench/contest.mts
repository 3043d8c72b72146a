import { alternate } from './alternate.mts';
import type { Lab } from './lab.mts';
import { WARM_UP_RECEIPTS, type Contest } from './plan.mts';
import type { Comparison, Sample } from './results.mts';
import { sideLabel, type Side } from './sides.mts';

/**
 * Runs one contest.
 * @param tell receives how far it is
 */
export async function holdContest(
	lab: Lab,
	contest: Contest,
	tell: (news: string) => void,
): Promise<Comparison> {
	const { subject, receipts, conditions, sides, runs, n8n } = contest;
	const items = JSON.stringify(contest.items(receipts));
	const warmUpItems = JSON.stringify(contest.items(Math.min(receipts, WARM_UP_RECEIPTS)));

	const run = async (side: Side): Promise<Sample> => {
		if (n8n === 'renewed') {
			tell(`${sideLabel(side)}: a new n8n, then ${count(WARM_UP_RECEIPTS)} to warm up`);
			await lab.renewN8n();
			await lab.run(side, warmUpItems, conditions);
		}
		const sample = await lab.run(side, items, conditions);
		tell(`${sideLabel(side)}: ${count(sample.nodeMs)} ms`);
		return sample;
	};
	const warmUp = n8n === 'shared' ? 'withWarmUp' : 'warmedUpByRun';
	const results = await alternate(sides, { runs, warmUp }, run);
	return { subject, receipts, conditions, results };
}

function count(value: number): string {
	return value.toLocaleString('en');
}
