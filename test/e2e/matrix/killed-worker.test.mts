import { judge, type KilledWorkerSight } from '../../../e2e/matrix/killed-worker/results.mts';
import { readWorkerLog, underWay } from '../../../e2e/matrix/killed-worker/worker-log.mts';
import { N8N_1, N8N_2 } from '../../../e2e/host/versions.mts';

const LOG = `n8n worker is now ready
Worker started execution 7 (job 3)
Worker started execution 8 (job 4)
Worker finished execution 7 (job 3)
`;

describe('the log of a worker', () => {
	it('tells which executions it began and which it ended', () => {
		const log = readWorkerLog(LOG);

		expect([...log.started]).toEqual(['7', '8']);
		expect(underWay(log)).toEqual(['8']);
	});
});

const sight: KilledWorkerSight = {
	messages: 500,
	marked: 500,
	workers: [
		{ name: 'worker 1', started: 110, finished: 101, wasKilled: true },
		{ name: 'worker 2', started: 399, finished: 399, wasKilled: false },
	],
	interrupted: 9,
	ranAgain: 9,
	failed: 0,
	sentAgain: 0,
	markedTwice: 4,
	secondsToSettle: 40,
};
const fiveUnread = { ...sight, marked: 495, ranAgain: 0, failed: 9 };
const n8n1 = { host: N8N_1, mode: 'queue' } as const;
const n8n2 = { host: N8N_2, mode: 'queue' } as const;

describe('the verdict on a load under which a worker was killed', () => {
	it('takes receipts that were sent twice: nobody sees them twice', () => {
		expect(judge(n8n1, 'immediately', sight)).toEqual([]);
		expect(judge(n8n2, 'whenDone', sight)).toEqual([]);
	});

	it('wants every message marked where n8n runs the executions again', () => {
		expect(judge(n8n1, 'immediately', fiveUnread)).toEqual(['5 messages were not marked']);
	});

	it('wants every message marked where the provider sends again what failed', () => {
		expect(judge(n8n2, 'whenDone', fiveUnread)).toEqual(['5 messages were not marked']);
	});

	it('wants a failed execution for each unread message where neither happens', () => {
		expect(judge(n8n2, 'immediately', fiveUnread)).toEqual([]);
		expect(judge(n8n2, 'immediately', { ...fiveUnread, failed: 4 })).toEqual([
			'5 messages were not marked, but only 4 executions failed',
		]);
	});

	it('proves nothing when the killed worker was idle, or the other one was', () => {
		const idle = sight.workers.map((worker) => ({ ...worker, started: 0 }));
		expect(judge(n8n1, 'immediately', { ...sight, interrupted: 0 })).toHaveLength(1);
		expect(judge(n8n1, 'immediately', { ...sight, workers: idle })).toHaveLength(2);
	});
});
