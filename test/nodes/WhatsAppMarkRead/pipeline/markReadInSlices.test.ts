import { Pace } from '../../../../nodes/WhatsAppMarkRead/pipeline/deliver/pace';
import type { InputItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/item';
import { markRead } from '../../../../nodes/WhatsAppMarkRead/pipeline/markRead';
import { sharesCalls } from '../../../../nodes/WhatsAppMarkRead/pipeline/plan';
import { inputItem, webhookItems } from '../../../helpers/inputItems';
import { PLAIN_CONNECTION, plainProvider } from '../../../helpers/plainProvider';
import { answer, VirtualOutside } from '../../../helpers/virtualOutside';

const oneByOne = plainProvider();
const inBatches = plainProvider({ idsPerCall: 'many' });
const latest = plainProvider({ latestOnlyDefault: true, typing: 'sameCall' });

/** Four items of one message each; the first and the last are the same message. */
const [first, second, third, again] = webhookItems([
	[{ id: 'A' }],
	[{ id: 'B' }],
	[{ id: 'C' }],
	[{ id: 'A' }],
]) as [InputItem, InputItem, InputItem, InputItem];

/** Hands out the slices and writes down how many requests had been made when each was asked for. */
async function* handOut(
	slices: ReadonlyArray<readonly InputItem[]>,
	outside: VirtualOutside,
	madeSoFar: number[],
): AsyncGenerator<readonly InputItem[]> {
	for (const slice of slices) {
		await Promise.resolve().then(() => Promise.resolve());
		madeSoFar.push(outside.requests.length);
		yield slice;
	}
}

async function run(
	provider: typeof oneByOne,
	slices: ReadonlyArray<readonly InputItem[]>,
	{ typingVaries = false } = {},
) {
	const outside = new VirtualOutside(() => answer(200));
	const madeSoFar: number[] = [];
	const { reports } = await outside.run(
		markRead(handOut(slices, outside, madeSoFar), {
			provider,
			providers: [provider],
			connection: PLAIN_CONNECTION,
			settings: { maxConcurrency: 10, maxRetries: 3, maxWait: 120_000 },
			typingVaries,
			pace: new Pace(),
			outside,
		}),
	);
	return { reports, madeSoFar, requests: outside.requests };
}

describe('Items that arrive slice by slice', () => {
	it('are under way before the next slice is there, when each message is a call of its own', async () => {
		const { madeSoFar } = await run(oneByOne, [[first, second], [third]]);
		expect(madeSoFar).toEqual([0, 2]);
	});

	it('give their receipts in the order of the input', async () => {
		const { reports } = await run(oneByOne, [[third, first], [again], [second]]);
		expect(reports.map(({ itemIndex }) => itemIndex)).toEqual([0, 1, 2, 3]);
	});

	it('cost one call for a message that is in two slices, and give each item its receipt', async () => {
		const { reports, requests } = await run(oneByOne, [
			[first, second],
			[third, again],
		]);
		expect(requests).toHaveLength(3);
		expect(reports.map(({ kind }) => kind)).toEqual(['receipt', 'receipt', 'receipt', 'receipt']);
	});

	it('cost one call for a message whose typing indicator only one of them asks for', async () => {
		const typing = { ...again, typingIndicator: true };

		const { reports, requests } = await run(latest, [[{ ...first, latestOnly: false }], [typing]], {
			typingVaries: true,
		});

		expect(requests.map(({ body }) => body.withTyping)).toEqual([true]);
		expect(
			reports.map((report) => report.kind === 'receipt' && report.json.typingIndicator),
		).toEqual([true, true]);
	});

	it('wait for all slices when their messages may share a call', async () => {
		const { madeSoFar, requests } = await run(inBatches, [[first, second], [third]]);
		expect(madeSoFar).toEqual([0, 0]);
		expect(requests).toHaveLength(1);
	});
});

describe('An item', () => {
	it.each([
		['its message is a call of its own', oneByOne, {}, false],
		['its ids may be batched', inBatches, {}, true],
		['only the latest message is marked', latest, { latestOnly: true }, true],
		['the user wants every message marked', latest, { latestOnly: false }, false],
		['its chat is not known', latest, { latestOnly: true, source: 'fields' }, false],
		['latest-only does not exist for the provider', oneByOne, { latestOnly: true }, false],
		[
			'a typing indicator follows the receipts of the chat',
			oneByOne,
			{ typingIndicator: true },
			true,
		],
		['it is about a whole chat', oneByOne, { operation: 'markChat' }, true],
	] as const)('shares calls with others or not: %s', (_, provider, parameters, shares) => {
		expect(sharesCalls(inputItem(parameters), provider, false)).toBe(shares);
	});

	it('may share the call of one that asks for the typing indicator, where that is the same call', () => {
		expect(sharesCalls(inputItem({ latestOnly: false }), latest, true)).toBe(true);
		expect(sharesCalls(inputItem({}), oneByOne, true)).toBe(false);
	});
});
