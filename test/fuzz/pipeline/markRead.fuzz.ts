import fc from 'fast-check';

import { asObject, property } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import type { InputItem } from '../../../nodes/WhatsAppMarkRead/pipeline/item';
import { readItem } from '../../../nodes/WhatsAppMarkRead/pipeline/read';
import type { Conversation } from '../../../nodes/WhatsAppMarkRead/pipeline/conversations';
import type { Report } from '../../../nodes/WhatsAppMarkRead/pipeline/receipt';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import type { Connection, Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { messagesOf, senderOf } from '../../helpers/receiptRequests';
import { credentialOf } from '../../helpers/credentials';
import { runExecution } from '../harness/execution';
import type { Execution } from '../harness/execution';
import { expectCleanPrototypes, frozen } from '../harness/untouched';
import { inputItems } from '../values/inputItems';
import { anyNetwork } from '../values/networks';
import { providerWith } from '../values/providers';

/** What must be reported, in this order; `null` in place of a conversation: the item as a whole. */
interface Due {
	readonly item: InputItem;
	readonly conversation: Conversation | null;
}

function reportsDue(
	items: readonly InputItem[],
	provider: Provider,
	connection: Connection,
): readonly Due[] {
	return items.flatMap((item): readonly Due[] => {
		const reading = readItem(item, provider, PROVIDERS, connection);
		if (reading.kind === 'conversations') {
			return reading.conversations.map((conversation) => ({ item, conversation }));
		}
		const isSilent = reading.kind === 'noMessage' && item.nonMessageEvents === 'drop';
		return isSilent ? [] : [{ item, conversation: null }];
	});
}

/** The receipt in an output item, which stands under a key of its own beside the input's fields. */
function receiptOf(json: JsonObject, { includeInput }: InputItem): JsonObject {
	return (includeInput ? asObject(property(json, 'readReceipt')) : json) ?? {};
}

function expectReceipt(
	receipt: JsonObject,
	{ item, conversation }: Due,
	{ acceptedIds }: Execution,
): void {
	expect(receipt.success).toBe(true);
	expect('error' in receipt).toBe(false);
	if (conversation === null) {
		expect(receipt).toMatchObject({ status: 'skipped', messageIds: [] });
		return;
	}
	const ids = messagesOf(conversation).map(({ id }) => id);
	expect(receipt).toMatchObject({ account: conversation.account, sender: senderOf(conversation) });
	expect(receipt.messageIds).toEqual(ids);
	expect(receipt.status).toBe(item.operation === 'markChatUnread' ? 'unread' : 'read');
	const { coveredBy } = receipt;
	const unsent = ids.filter((id) => !acceptedIds.has(id));
	if (coveredBy !== undefined) expect(acceptedIds.has(String(coveredBy))).toBe(true);
	// Only a newer message of the same chat may stand for one that was not sent.
	if (unsent.length > 0) expect(item.latestOnly && senderOf(conversation) === null).toBe(true);
	if (unsent.length > 0 && unsent.length === ids.length) expect(coveredBy).toBeDefined();
}

function idsOf({ messageIds }: JsonObject): readonly string[] {
	return messageIds as readonly string[];
}

/**
 * Ids that come up in one chat and with one setting of *Only the Latest Message*: one that was refused must not be
 * reported as marked. Others may be refused in one call, and marked along with a newer message in another.
 */
function idsAskedInOneWay(due: readonly Due[]): ReadonlySet<string> {
	const ways = new Map<string, Set<string>>();
	for (const { item, conversation } of due) {
		if (conversation === null) continue;
		const { account, chatId } = conversation;
		const way = JSON.stringify([account, chatId, senderOf(conversation), item.latestOnly]);
		for (const { id } of messagesOf(conversation))
			ways.set(id, (ways.get(id) ?? new Set()).add(way));
	}
	return new Set([...ways.keys()].filter((id) => ways.get(id)?.size === 1));
}

function expectFailure(
	{ failure, details }: Extract<Report, { kind: 'failed' }>,
	{ conversation }: Due,
): void {
	// The second is what the node says of a bug of its own.
	expect(['', 'The item could not be read']).not.toContain(failure.message);
	expect(failure.message.length).toBeLessThan(1_000);
	const ids = conversation === null ? [] : messagesOf(conversation).map(({ id }) => id);
	expect([...details.messageIds, ...details.markedIds].sort()).toEqual([...ids].sort());
	expect(details.account).toBe(conversation?.account ?? null);
	expect(details.chatId).toBe(conversation?.chatId ?? null);
	expect(failure.kind).toBe(conversation === null ? 'input' : 'provider');
}

describe('An execution', () => {
	const run = providerWith((provider) =>
		fc.record({
			items: inputItems(provider),
			settings: fc.record({
				maxConcurrency: fc.integer({ min: 1, max: 4 }),
				maxRetries: fc.integer({ min: 0, max: 3 }),
				maxWait: fc.constantFrom(0, 1_000, 120_000),
			}),
			network: anyNetwork(),
		}),
	);

	it('reports every item and conversation once and in order, whatever the network does', async () => {
		await fc.assert(
			fc.asyncProperty(run, async ({ provider, items, settings, network }) => {
				const connection = provider.connect(credentialOf(provider.id).data);
				const due = reportsDue(frozen(items), provider, connection);
				const execution = await runExecution(items, provider, connection, settings, network);

				expectCleanPrototypes();
				const { reports, outside } = execution;
				expect(reports.map(({ itemIndex }) => itemIndex)).toEqual(
					due.map(({ item }) => item.index),
				);
				expect(outside.mostInFlight).toBeLessThanOrEqual(settings.maxConcurrency);
				const askedInOneWay = idsAskedInOneWay(due);
				reports.forEach((report, position) => {
					const expected = due[position];
					if (expected === undefined) throw new Error('There are more reports than due');
					if (report.kind === 'failed') return expectFailure(report, expected);
					const receipt = receiptOf(report.json, expected.item);
					expectReceipt(receipt, expected, execution);
					const refused = idsOf(receipt).filter((id) => execution.failedIds.has(id));
					expect(refused.filter((id) => askedInOneWay.has(id))).toEqual([]);
				});
			}),
		);
	});

	it('that is cancelled at once starts no call later, and still reports everything', async () => {
		await fc.assert(
			fc.asyncProperty(run, async ({ provider, items, settings, network }) => {
				const connection = provider.connect(credentialOf(provider.id).data);
				const due = reportsDue(items, provider, connection);
				const cancelled = { ...network, cancelAt: 0 };
				const { reports, outside } = await runExecution(
					items,
					provider,
					connection,
					settings,
					cancelled,
				);
				// Only what began before time moved on.
				expect(outside.requests.every(({ start }) => start === 0)).toBe(true);
				expect(reports).toHaveLength(due.length);
			}),
		);
	});
});
