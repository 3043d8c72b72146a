import type { Expectation, ExpectedMessage } from '../plans/plan.mts';
import type { SentOut } from '../outside/recorder.mts';
import type { WebhookAnswer } from '../stage/entrance.mts';
import type { Execution } from '../stage/executions.mts';

/** What was seen of one occasion. */
export interface Observation {
	readonly messages: ReadonlyArray<{ readonly messageId: string; readonly read: boolean }>;
	/** How many calls the provider's API got. */
	readonly calls: number;
	readonly sent: readonly SentOut[];
	readonly answer: WebhookAnswer;
	readonly execution: Execution;
}

/**
 * Compares what was seen with what was to be seen.
 * @returns one sentence per miss; none when all went as expected
 */
export function judge(expected: Expectation, seen: Observation): readonly string[] {
	return [
		...missedExecution(expected, seen),
		...missedMarks(expected, seen),
		...missedAnswer(expected, seen),
		...missedMessages(expected, seen),
	];
}

function missedExecution({ lastNode }: Expectation, { execution }: Observation): readonly string[] {
	if (execution.status !== 'success') return [`the execution ended with "${execution.status}"`];
	if (execution.lastNode === lastNode) return [];
	return [`the execution ended at "${execution.lastNode}" instead of "${lastNode}"`];
}

function missedMarks({ marked, calls }: Expectation, seen: Observation): readonly string[] {
	const misses = seen.messages
		.filter(({ read }) => read !== (marked === 'read'))
		.map(({ messageId }) => `${messageId} is not ${marked}`);
	if (calls === undefined || calls === seen.calls) return misses;
	return [...misses, `${seen.calls} calls to the provider instead of ${calls}`];
}

function missedAnswer({ answer }: Expectation, seen: Observation): readonly string[] {
	const { status, body } = seen.answer;
	if (answer === undefined) {
		return status >= 200 && status < 300 ? [] : [`the webhook was answered with HTTP ${status}`];
	}
	const fits = status === answer.status && (answer.body === undefined || body === answer.body);
	return fits ? [] : [`the webhook was answered with HTTP ${status} "${body.slice(0, 80)}"`];
}

function missedMessages({ sent }: Expectation, seen: Observation): readonly string[] {
	const left = [...seen.sent];
	const misses: string[] = [];
	for (const message of sent) {
		const position = left.findIndex((candidate) => isTheSame(message, candidate));
		if (position === -1) misses.push(`nothing with ${message.text} went to ${message.host}`);
		else left.splice(position, 1);
	}
	return [
		...misses,
		...left.map(({ host, path }) => `something unexpected went to ${host}${path}`),
		...seen.sent
			.filter(({ authorized }) => authorized === false)
			.map(({ host }) => `the credential did not come along to ${host}`),
	];
}

function isTheSame({ host, path, text }: ExpectedMessage, seen: SentOut): boolean {
	return seen.host === host && seen.path === path && JSON.stringify(seen.body).includes(text);
}
