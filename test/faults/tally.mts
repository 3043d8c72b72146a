import type { ProviderId, RecordedRequest, Sandbox } from '../../tools/sandbox/index.mts';
import type { Execution, OutputItem, Waiting } from './markItems.mts';

/** What became of receipts, counted at the node's output and in the sandbox's memory. */
export interface Tally {
	readonly sent: number;
	/** A success item, and the sandbox remembers the message as read. */
	readonly delivered: number;
	/** A failed item that names the message and explains what happened. */
	readonly reported: number;
	/** Neither: no item, an item without an explanation, or a success that never happened. */
	readonly lost: number;
	/** More than one item, or called again after a success had been answered. */
	readonly doubled: number;
	readonly calls: number;
}

/**
 * Counts what became of every message.
 *
 * @param sandbox `null`: the calls went nowhere, so that none can have been delivered
 */
export function tally(
	provider: ProviderId,
	waiting: readonly Waiting[],
	{ items }: Execution,
	sandbox: Sandbox | null,
): Tally {
	const byInput = new Map<number, OutputItem[]>();
	for (const item of items) byInput.set(item.input, [...(byInput.get(item.input) ?? []), item]);
	const requests = (sandbox?.memory.requests ?? []).filter((call) => call.provider === provider);
	const answered = countSuccesses(requests);

	const fates = waiting.map(({ messageId }, input) => {
		const [item, ...others] = byInput.get(input) ?? [];
		const isDoubled = others.length > 0 || (answered.get(messageId) ?? 0) > 1;
		const isRead = sandbox?.memory.isRead(provider, messageId) === true;
		return { fate: fateOf(item, messageId, isRead), isDoubled };
	});
	const strangers = items.filter(({ input }) => waiting[input] === undefined);
	const count = (fate: Fate) => fates.filter((message) => message.fate === fate).length;
	return {
		sent: waiting.length,
		delivered: count('delivered'),
		reported: count('reported'),
		lost: count('lost'),
		doubled: fates.filter(({ isDoubled }) => isDoubled).length + strangers.length,
		calls: sandbox === null ? attemptsOf(items) : requests.length,
	};
}

/** The calls that the failed items say were made for them. */
export function attemptsOf(items: readonly OutputItem[]): number {
	return items.reduce((total, { json }) => total + Number(detailsOf(json).attempts ?? 0), 0);
}

export function detailsOf(json: OutputItem['json']): Readonly<Record<string, unknown>> {
	return (json.details ?? {}) as Readonly<Record<string, unknown>>;
}

type Fate = 'delivered' | 'reported' | 'lost';

function fateOf(item: OutputItem | undefined, messageId: string, isRead: boolean): Fate {
	if (item === undefined) return 'lost';
	const receipt = (item.json.readReceipt ?? item.json) as Readonly<Record<string, unknown>>;
	if (receipt.success === true) {
		return isRead && isListed(receipt.messageIds, messageId) ? 'delivered' : 'lost';
	}
	const { error, message } = item.json;
	const isExplained = [error, message].every(
		(text) => typeof text === 'string' && text.length > 10,
	);
	const hasOurKeys = Object.keys(item.json).sort().join() === 'details,error,message';
	const names = isListed(detailsOf(item.json).messageIds, messageId);
	return isExplained && hasOurKeys && names ? 'reported' : 'lost';
}

/** How often the provider itself answered for a message that it was marked. */
function countSuccesses(requests: readonly RecordedRequest[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const request of requests) {
		const { fault, status } = request;
		if (fault !== null || status < 200 || status > 299) continue;
		for (const id of idsOf(request)) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}

/** The ids in the body, or the one with which the path ends. */
function idsOf({ path, body }: RecordedRequest): readonly string[] {
	const { messageId, message_id: wamid, messageIds } = (body ?? {}) as Record<string, unknown>;
	const last = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
	return [messageId, wamid, messageIds, last].flat().filter((id) => typeof id === 'string');
}

function isListed(list: unknown, id: string): boolean {
	return Array.isArray(list) && list.includes(id);
}
