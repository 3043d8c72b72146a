/** The part of Stryker's JSON report that is used here (mutation-testing-elements' schema). */
export interface StrykerReport {
	readonly files: Readonly<
		Record<string, { readonly mutants: ReadonlyArray<{ readonly status: string }> }>
	>;
}

/** What became of the mutants of one part. */
export interface PartScore {
	readonly name: string;
	/** A test failed. */
	readonly killed: number;
	/** The tests did not end any more. */
	readonly timedOut: number;
	readonly survived: number;
	/** No test runs the code at all; counts as survived. */
	readonly notCovered: number;
	/** The mutant does not compile or cannot be run; counts for nothing. */
	readonly invalid: number;
}

/** Counts the mutants of a report by what became of them. */
export function countMutants(name: string, report: StrykerReport): PartScore {
	const statuses = Object.values(report.files).flatMap(({ mutants }) =>
		mutants.map(({ status }) => status),
	);
	const count = (...wanted: readonly string[]): number =>
		statuses.filter((status) => wanted.includes(status)).length;
	return {
		name,
		killed: count('Killed'),
		timedOut: count('Timeout'),
		survived: count('Survived'),
		notCovered: count('NoCoverage'),
		invalid: count('CompileError', 'RuntimeError', 'Ignored'),
	};
}

/** All parts together. */
export function totalOf(scores: readonly PartScore[]): PartScore {
	const sum = (pick: (score: PartScore) => number): number =>
		scores.reduce((total, score) => total + pick(score), 0);
	return {
		name: 'All',
		killed: sum(({ killed }) => killed),
		timedOut: sum(({ timedOut }) => timedOut),
		survived: sum(({ survived }) => survived),
		notCovered: sum(({ notCovered }) => notCovered),
		invalid: sum(({ invalid }) => invalid),
	};
}

/** Percent of the mutants that were noticed; 0 when there were none. */
export function scoreOf({ killed, timedOut, survived, notCovered }: PartScore): number {
	const all = killed + timedOut + survived + notCovered;
	return all === 0 ? 0 : ((killed + timedOut) / all) * 100;
}
