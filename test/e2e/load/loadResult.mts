import type { LoadResult, SideResult, Stretch } from '../../../e2e/load/results.mts';

const MEMORY = { heapMb: 200, residentMb: 500 };

/** A stretch in which all went well, or as told. */
export function stretch(changes: Partial<Stretch> = {}): Stretch {
	return {
		posted: 1200,
		answered: 1200,
		marked: 1200,
		succeeded: 1200,
		nodeMs: [4, 5, 6],
		untilMarkedMs: [40, 50, 60],
		worstDelayMs: 3,
		peakMb: 600,
		memory: MEMORY,
		...changes,
	};
}

/** A minute of load on both sides; of the node's stretches as told. */
export function loadResult(nodeStretches: readonly Stretch[]): LoadResult {
	const sideResult = (side: SideResult['side'], stretches: readonly Stretch[]): SideResult => ({
		side,
		memoryBefore: MEMORY,
		stretches,
	});
	return {
		seconds: 60,
		rate: 20,
		sides: [sideResult('httpRequest', [stretch(), stretch()]), sideResult('node', nodeStretches)],
	};
}
