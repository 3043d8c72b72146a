import Table from 'cli-table3';

import type { KilledWorkerRun, WebhookAnswer } from './results.mts';

const ANSWERS: Readonly<Record<WebhookAnswer, string>> = {
	immediately: 'at once',
	whenDone: 'when done;\nsent again\nif it failed',
};

/** Draws what became of each load under which a worker was killed. */
export function drawKilledWorkers(runs: readonly KilledWorkerRun[]): string {
	const table = new Table({
		head: [
			'n8n',
			'Webhook\nanswers',
			'Marked',
			'Executions of the workers',
			'Inter-\nrupted',
			'Run\nagain',
			'Failed',
			'Webhooks\nsent again',
			'Receipts\nsent twice',
			'Settled\nafter',
			'',
		],
		style: { head: [], border: [], compact: false },
	});
	for (const { setup, answer, sight, misses } of runs) {
		table.push([
			setup.host.version,
			ANSWERS[answer],
			`${sight.marked} of ${sight.messages}`,
			sight.workers
				.map(({ name, started, wasKilled }) => `${name}: ${started}${wasKilled ? ', killed' : ''}`)
				.join('\n'),
			sight.interrupted,
			sight.ranAgain,
			sight.failed,
			sight.sentAgain,
			sight.markedTwice,
			`${sight.secondsToSettle} s`,
			misses.length === 0 ? 'ok' : misses.join('\n'),
		]);
	}
	return table.toString();
}
