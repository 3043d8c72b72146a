import { countCalls, type CallLimit } from '../../../../tools/sandbox/index.mts';

/** Asks at these times, of a limit of 2 calls per 100 ms. */
function letThrough(kind: CallLimit['kind'], times: readonly number[]): readonly boolean[] {
	let time = 0;
	const isLetThrough = countCalls({ calls: 2, windowMs: 100, kind }, () => time);
	return times.map((at) => {
		time = at;
		return isLetThrough();
	});
}

describe('A limit that no header announces', () => {
	it('lets as many calls through as it says, in a window that the first one opens', () => {
		expect(letThrough('fixed', [50, 90, 100, 149, 150, 150, 150])).toEqual([
			true,
			true,
			false,
			false,
			true,
			true,
			false,
		]);
	});

	it('lets a call through as soon as another is a window ago, when the window slides', () => {
		expect(letThrough('sliding', [50, 90, 100, 149, 150, 150, 190])).toEqual([
			true,
			true,
			false,
			false,
			true,
			false,
			true,
		]);
	});
});
