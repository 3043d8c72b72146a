import type { Lab } from './case.mts';
import type { Checks } from './checks.mts';

/** One item of the node's output. */
export type Item = Readonly<Record<string, unknown>>;

/** What every receipt holds, whichever the provider. */
const RECEIPT_KEYS = [
	'account',
	'chatId',
	'messageIds',
	'operation',
	'provider',
	'requestId',
	'sender',
	'status',
	'success',
	'typingIndicator',
];

const SECONDS_TO_ANSWER = 45;

/**
 * A webhook that n8n left without an answer.
 *
 * In queue mode n8n does so now and then when a worker is faster than the main instance: the news
 * that an execution has ended comes before the main instance listens for it.
 */
export class Unanswered extends Error {
	override readonly name = 'Unanswered';
}

/**
 * Posts to a workflow's webhook and returns the items it answers with.
 * @throws Unanswered when no answer comes; Error when it is no list of items.
 */
export async function post(lab: Lab, path: string, body: object): Promise<readonly Item[]> {
	const answer = await fetch(`${lab.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000),
	}).catch((error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Unanswered(`the webhook was not answered: ${reason}`);
	});
	const text = await answer.text();
	lab.answers.push(text);
	if (!answer.ok) throw new Error(`the webhook answered HTTP ${answer.status}: ${text}`);
	const items = JSON.parse(text) as unknown;
	if (!Array.isArray(items)) throw new Error(`the webhook answered no list of items: ${text}`);
	return items as Item[];
}

/** A receipt in the one form all providers share, with the given values. */
export function expectReceipt(checks: Checks, item: Item | undefined, values: Item): void {
	if (item === undefined) {
		checks.same('the receipt', item, values);
		return;
	}
	const missing = RECEIPT_KEYS.filter((key) => !Object.hasOwn(item, key));
	checks.same('keys the receipt lacks', missing, []);
	for (const [key, value] of Object.entries(values)) checks.same(key, item[key], value);
}
