import { cpuMilliseconds } from './cpuTime';

/** Less computing than this cannot be measured well. */
const LEAST_MILLISECONDS = 10;

/**
 * How often both sizes are measured at most, in turn; of each the least counts, which nothing else has disturbed. On a
 * busy machine a few runs are not enough for one to be left alone.
 */
const TRIES = 25;

/** How many times larger the larger input is. */
const FACTOR = 4;

/** Something to be done with an input of a given size, made ready before it is timed. */
export type Work = () => void | Promise<void>;

/**
 * How many times longer something takes with four times the input: 4 where time is linear, 16 where it is quadratic.
 * Two sizes are compared within one run, so that the speed of the machine does not matter.
 *
 * @param size of the larger input
 * @param most no more runs are made when it has turned out to be less
 */
export async function growthOf(
	workOfSize: (size: number) => Work,
	size: number,
	most: number,
): Promise<number> {
	const small = workOfSize(size / FACTOR);
	const large = workOfSize(size);
	let [shorter, longer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let tried = 0; tried < TRIES && !(longer / shorter < most); tried += 1) {
		shorter = Math.min(shorter, await millisecondsOf(small));
		longer = Math.min(longer, await millisecondsOf(large));
	}
	return longer / shorter;
}

async function millisecondsOf(work: Work): Promise<number> {
	const start = cpuMilliseconds();
	for (let times = 1; ; times += 1) {
		await work();
		const spent = cpuMilliseconds() - start;
		if (spent >= LEAST_MILLISECONDS) return spent / times;
	}
}
