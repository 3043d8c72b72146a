import {
	judgeUnannounced,
	judgeUnannouncedTime,
	unannouncedTable,
} from '../../../../e2e/bench/unannounced/report.mts';
import { figuresOf, type UnannouncedResult } from '../../../../e2e/bench/unannounced/scene.mts';
import { sample } from '../comparisons.mts';

const run = (ms: number, calls: number, delivered: number) => ({
	ms,
	seen: sample({ nodeMs: ms, calls, delivered }).seen,
});

const ONE_EXECUTION = { provider: 'cloudApi', executions: 1, receiptsEach: 60 } as const;
const DONE: UnannouncedResult = {
	scene: ONE_EXECUTION,
	runs: [run(60_000, 64, 60), run(70_000, 66, 60), run(65_000, 65, 60)],
};
const LOST: UnannouncedResult = {
	scene: { provider: 'cloudApi', executions: 40, receiptsEach: 1 },
	runs: [run(25_100, 40, 40), run(54_000, 160, 27)],
};

describe('A rate limit without headers', () => {
	it('is told by the worst of the calls and the losses, and the median time', () => {
		expect(figuresOf(DONE)).toMatchObject({ lost: 0, calls: 66, callsPerReceipt: 1.1, ms: 65_000 });
		expect(figuresOf(LOST)).toMatchObject({ lost: 13, calls: 160, callsPerReceipt: 4 });
	});

	it('takes at least the whole windows before the last, and the calls of the last', () => {
		expect(figuresOf(DONE).leastMs).toBe(2 * 25_000 + 2 * 50);
		expect(figuresOf(LOST).leastMs).toBe(25_000 + 50);
	});

	it('is kept when nothing is lost and few calls are refused', () => {
		expect(judgeUnannounced([DONE]).every(({ isKept }) => isKept)).toBe(true);
		expect(judgeUnannouncedTime([DONE])).toMatchObject([{ measured: '1.30 ×', isKept: true }]);
	});

	it('is missed when receipts are lost or calls wasted, and then has no time', () => {
		const verdicts = [...judgeUnannounced([LOST]), ...judgeUnannouncedTime([LOST])];
		expect(verdicts).toMatchObject([
			{ measured: '13 lost', isKept: false },
			{ measured: '4.00', isKept: false },
			{ measured: 'not done', isKept: false },
		]);
	});

	it('has a row for each scene', () => {
		const { head, rows } = unannouncedTable([DONE, LOST]);
		expect(rows).toHaveLength(2);
		expect(rows.map((row) => row.length)).toEqual([head.length, head.length]);
		expect(rows[1]).toContain('40 executions of 1 message');
	});
});
