import type { Sandbox } from '../../../../tools/sandbox/index.mts';
import type { NamedWorker } from '../../bring-up.mts';
import type { N8nApi } from '../../host/api.mts';
import { HOST_VERSIONS } from '../../host/versions.mts';
import { deliver, planLoad, type PlannedWebhook, type ResponseMode } from '../load.mts';
import { expect, test } from '../test.mts';

const MINUTE = 60_000;
const MESSAGES = 500;
/** The worker is killed when it has begun this many executions of the load. */
const KILL_AFTER = 100;

const ANSWERS: ReadonlyArray<{ readonly when: string; readonly responseMode: ResponseMode }> = [
	{ when: 'answered immediately', responseMode: 'onReceived' },
	{ when: 'answered when done and sent again when that failed', responseMode: 'lastNode' },
];

for (const { when, responseMode } of ANSWERS) {
	test(`killed worker · ${MESSAGES} webhooks, ${when}: no message is lost in silence`, async ({
		running,
		sandbox,
		messages,
		major,
	}) => {
		test.setTimeout(15 * MINUTE);
		const webhooks = await planLoad(running, messages, responseMode, MESSAGES);
		const workers = running.workers.map(watchFromNow);
		const [victim, ...others] = workers;
		if (victim === undefined) throw new Error('There is no worker to kill.');
		const failedBefore = await countExecutions(running.api, ['error', 'crashed']);
		const callsBefore = sandbox.memory.requests.length;

		const delivered = deliver(sandbox, webhooks);
		const isInTheMiddle = () => victim.started().size >= KILL_AFTER && victim.underWay().length > 0;
		await expect.poll(isInTheMiddle, { intervals: [20], timeout: 3 * MINUTE }).toBe(true);
		await victim.worker.program.kill();
		const killedAt = Date.now();
		const interrupted = victim.underWay();
		const sentAgain = await delivered;
		const unfinished = async () => await countExecutions(running.api, ['new', 'running']);
		await expect.poll(unfinished, { intervals: [1000], timeout: 4 * MINUTE }).toBe(0);

		const countUnread = () =>
			webhooks.filter(({ provider, messageId }) => !sandbox.memory.isRead(provider, messageId))
				.length;
		const host = HOST_VERSIONS.find((version) => version.major === major);
		const isTriedAgain =
			responseMode === 'lastNode' || host?.executionsOfKilledWorkers === 'runAgain';
		if (isTriedAgain) {
			// n8n may list nothing as unfinished between taking in a webhook and listing its execution.
			await expect.poll(countUnread, { intervals: [1000], timeout: 4 * MINUTE }).toBe(0);
		}
		const unread = countUnread();
		const failed = (await countExecutions(running.api, ['error', 'crashed'])) - failedBefore;
		const seen = {
			marked: MESSAGES - unread,
			executions: workers.map(({ worker, started }) => `${worker.name}: ${started().size}`),
			interrupted: interrupted.length,
			ranAgain: interrupted.filter((id) => others.some(({ started }) => started().has(id))).length,
			failed,
			webhooksSentAgain: sentAgain,
			receiptsSentTwice: countMarkedTwice(sandbox, webhooks, callsBefore),
			settledAfterSeconds: Math.round((Date.now() - killedAt) / 1000),
		};
		test.info().annotations.push({ type: 'seen', description: JSON.stringify(seen) });
		console.log(JSON.stringify(seen));

		expect(interrupted, 'the killed worker was in the middle of something').not.toEqual([]);
		for (const { worker, started } of workers) {
			expect(started().size, `${worker.name} ran executions`).toBeGreaterThan(0);
		}
		if (!isTriedAgain) {
			// n8n has answered already and does not try again: it must list what it lost as failed.
			expect(unread, 'unread messages, each with a failed execution').toBeLessThanOrEqual(failed);
		}
		await running.replaceWorker(victim.worker);
	});
}

/** What a worker runs from now on, as it says in its log. */
function watchFromNow(worker: NamedWorker) {
	const { length } = worker.program.output();
	const executions = (verb: 'started' | 'finished'): Set<string> => {
		const lines = worker.program
			.output()
			.slice(length)
			.matchAll(new RegExp(`Worker ${verb} execution (\\S+)`, 'g'));
		return new Set([...lines].map(([, id]) => id ?? ''));
	};
	const started = () => executions('started');
	const underWay = () => {
		const finished = executions('finished');
		return [...started()].filter((id) => !finished.has(id));
	};
	return { worker, started, underWay };
}

async function countExecutions(api: N8nApi, status: readonly string[]): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ status }));
	return ((await api.read(`executions?limit=1&filter=${filter}`)) as { count: number }).count;
}

/** Messages named in more than one call: a receipt may be sent again, nobody sees it twice. */
function countMarkedTwice(
	{ memory }: Sandbox,
	webhooks: readonly PlannedWebhook[],
	callsBefore: number,
): number {
	const bodies = memory.requests.slice(callsBefore).map(({ body }) => JSON.stringify(body));
	return webhooks.filter(
		({ messageId }) => bodies.filter((body) => body.includes(messageId)).length > 1,
	).length;
}
