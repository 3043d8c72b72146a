import { providerOf } from '../providers.js';
import type { ProviderId, Sandbox } from '../sandbox/index.mts';
import { messageIdPath, webhookPath } from '../../test/e2e/workflows/workflow.mts';
import { DEMO_EVENTS, UNKNOWN_MESSAGES, type DemoEvent, type UnknownMessage } from './events.mts';
import { describeNodeAnswer, readNodeAnswer } from './node-answer.mts';
import type { DemoRow } from './table.mts';
import { judge, type Expectation, type Observation } from './verdict.mts';

export interface DemoRun {
	readonly rows: readonly DemoRow[];
	/** Everything the node answered, as JSON text. */
	readonly answers: readonly string[];
}

/**
 * Lets the sandbox send each provider's events through n8n's real webhooks, asks it to mark a
 * message the provider does not know, and compares the node's output with the sandbox's memory.
 */
export async function runDemo(sandbox: Sandbox, n8nUrl: string): Promise<DemoRun> {
	const outcomes: Outcome[] = [];
	for (const event of DEMO_EVENTS) outcomes.push(await sendEvent(sandbox, n8nUrl, event));
	for (const unknown of UNKNOWN_MESSAGES) {
		outcomes.push(await askForUnknownMessage(sandbox, n8nUrl, unknown));
	}
	return {
		rows: outcomes.map(({ row }) => row),
		answers: outcomes.map(({ answer }) => answer),
	};
}

interface Outcome {
	readonly row: DemoRow;
	readonly answer: string;
}

async function sendEvent(sandbox: Sandbox, n8nUrl: string, event: DemoEvent): Promise<Outcome> {
	const { provider, kind, name, expected } = event;
	const callsBefore = sandbox.memory.requests.length;
	const { body, message } = await sandbox.sendWebhook({
		provider,
		kind,
		url: `${n8nUrl}/webhook/${webhookPath(provider)}`,
		text: `A ${name} of the demo`,
	});
	const messageId = message?.messageId ?? null;
	return outcome(provider, name, expected, body, {
		messageId,
		readInSandbox: messageId !== null && sandbox.memory.isRead(provider, messageId),
		callsToProvider: sandbox.memory.requests.length - callsBefore,
	});
}

async function askForUnknownMessage(
	sandbox: Sandbox,
	n8nUrl: string,
	{ provider, messageId }: UnknownMessage,
): Promise<Outcome> {
	const callsBefore = sandbox.memory.requests.length;
	const answer = await fetch(`${n8nUrl}/webhook/${messageIdPath(provider)}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ messageId }),
	});
	return outcome(provider, 'unknown message', 'error', await readBody(answer), {
		messageId,
		readInSandbox: sandbox.memory.isRead(provider, messageId),
		callsToProvider: sandbox.memory.requests.length - callsBefore,
	});
}

function outcome(
	provider: ProviderId,
	event: string,
	expected: Expectation,
	body: unknown,
	seen: Omit<Observation, 'items'>,
): Outcome {
	const items = readNodeAnswer(body);
	return {
		row: {
			provider: providerOf(provider).displayName,
			event,
			messageId: seen.messageId ?? '–',
			nodeSaid: describeNodeAnswer(items),
			sandboxSays: describeMemory(seen),
			verdict: judge(expected, { ...seen, items }),
		},
		answer: JSON.stringify(body),
	};
}

function describeMemory({ readInSandbox, callsToProvider }: Omit<Observation, 'items'>): string {
	if (readInSandbox) return 'read';
	return callsToProvider === 0 ? 'no call' : 'not read';
}

async function readBody(answer: Response): Promise<unknown> {
	const text = await answer.text();
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
