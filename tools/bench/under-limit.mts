import type { Comparison, Sample, SideResult } from './results.mts';
import { median, ratio } from './statistics.mts';
import { leastPossibleMs } from './target/limit-windows.mts';

/** Median of how much longer the runs took than the least possible; null without calls. */
export function medianOverLeast(
	comparison: Comparison,
	{ side, samples }: SideResult,
): number | null {
	const overs = samples.flatMap((sample) => {
		const least = leastMs(comparison, sample, side.concurrency ?? comparison.receipts);
		return least === null ? [] : [ratio(sample.nodeMs, least)];
	});
	return overs.length === 0 ? null : median(overs);
}

function leastMs(
	{ conditions, receipts }: Comparison,
	{ seen }: Sample,
	concurrency: number,
): number | null {
	const { limit: rateLimit, latencyMs } = conditions;
	if (rateLimit === null || seen.firstCallAt === null) return null;
	const { firstCallAt } = seen;
	return leastPossibleMs({
		calls: receipts,
		limit: rateLimit,
		firstCallAt,
		concurrency,
		latencyMs,
	});
}
