/** What one side yielded in its counted runs. */
export interface Alternated<Side, Sample> {
	readonly side: Side;
	readonly samples: readonly Sample[];
}

export interface Rounds {
	/** Counted runs of each side. */
	readonly runs: number;
	/** Whether a round that is not counted comes first, or each run warms itself up. */
	readonly warmUp: 'withWarmUp' | 'warmedUpByRun';
}

/**
 * Runs the sides in turns (A B C A B C …), so that whatever else the machine does meets all of
 * them.
 */
export async function alternate<Side, Sample>(
	sides: readonly Side[],
	{ runs, warmUp }: Rounds,
	run: (side: Side) => Promise<Sample>,
): Promise<ReadonlyArray<Alternated<Side, Sample>>> {
	if (warmUp === 'withWarmUp') for (const side of sides) await run(side);
	const results = sides.map((side) => ({ side, samples: [] as Sample[] }));
	for (let round = 0; round < runs; round += 1) {
		for (const { side, samples } of results) samples.push(await run(side));
	}
	return results;
}
