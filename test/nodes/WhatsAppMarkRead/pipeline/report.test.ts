import type { CallOutcome } from '../../../../nodes/WhatsAppMarkRead/pipeline/deliver/deliver';
import { inputFailure } from '../../../../nodes/WhatsAppMarkRead/pipeline/failure';
import type { Failure } from '../../../../nodes/WhatsAppMarkRead/pipeline/failure';
import type { InputItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/item';
import { redactor } from '../../../../nodes/WhatsAppMarkRead/pipeline/redact';
import {
	reportReceipt,
	reportInputFailure,
	reportSkipped,
} from '../../../../nodes/WhatsAppMarkRead/pipeline/report';
import type { Acceptance } from '../../../../nodes/WhatsAppMarkRead/providers/calls';
import { markCall } from '../../../helpers/deliveryContext';
import { inputItem } from '../../../helpers/inputItems';
import { plainProvider } from '../../../helpers/plainProvider';
import { receiptRequest } from '../../../helpers/receiptRequests';
import type { AskedFor } from '../../../helpers/receiptRequests';

const plain = plainProvider();

interface Given {
	readonly item?: Partial<InputItem>;
	readonly request?: AskedFor;
	/** The call of each message, by its position among the outcomes. */
	readonly callIndexes?: readonly number[];
	readonly typingCallIndex?: number | null;
	readonly outcomes?: readonly CallOutcome[];
	readonly secrets?: readonly string[];
}

/** The report of the message `A`, which was marked with one call, unless said otherwise. */
function report({
	item,
	request = { ids: ['A'] },
	callIndexes = [0],
	typingCallIndex = null,
	outcomes = [accepted(['A'])],
	secrets = [],
}: Given = {}) {
	const receipt = { request: receiptRequest(request), callIndexes, typingCallIndex };
	return reportReceipt(inputItem(item), plain, receipt, outcomes, redactor(secrets));
}

/** The output item of a receipt. */
function json(given: Given = {}) {
	const made = report(given).report;
	if (made.kind === 'failed') throw new Error(made.failure.message);
	return made.json;
}

function failed(given: Given) {
	const made = report(given).report;
	if (made.kind !== 'failed') throw new Error('The receipt did not fail');
	return made;
}

function accepted(
	messageIds: readonly string[],
	acceptance: Partial<Acceptance> = {},
	response: unknown = { ok: true },
	withTyping = false,
): CallOutcome {
	const nothing = { chatId: null, requestId: null, warning: null };
	const call = { ...markCall('A'), messageIds, withTyping };
	return {
		result: { kind: 'accepted', ...nothing, ...acceptance, call, response },
		badIds: new Map(),
	};
}

function failure(facts: Partial<Failure> = {}): Failure {
	return {
		kind: 'provider',
		message: 'Plain refused',
		description: 'Do something.',
		httpCode: '400',
		code: 'never',
		providerMessage: 'Nope',
		requestId: 'r9',
		attempts: 1,
		...facts,
	};
}

function notAccepted(facts: Partial<Failure> = {}): CallOutcome {
	return {
		result: { kind: 'failed', failure: failure(facts), isBadMessageId: false },
		badIds: new Map(),
	};
}

/** Messages that one call stood for. */
function inOneCall(ids: readonly string[], outcome: CallOutcome): Given {
	return { request: { ids }, callIndexes: ids.map(() => 0), outcomes: [outcome] };
}

/** Messages `A`, `B`, … with a call for each. */
function oneByOne(...outcomes: readonly CallOutcome[]): Given {
	const ids = ['A', 'B', 'C'].slice(0, outcomes.length);
	return { request: { ids }, callIndexes: ids.map((_, index) => index), outcomes };
}

/** An outcome in which `B` was marked after `C` was refused as a bad id. */
const insteadOfC: CallOutcome = {
	...accepted(['B']),
	badIds: new Map([['C', failure({ code: 'badId' })]]),
};

/** All of a receipt's keys. There is none named `error`, which n8n takes for a failure. */
const RECEIPT = {
	success: true,
	status: 'read',
	provider: 'plain',
	operation: 'markMessage',
	account: 'support',
	chatId: 'anna',
	sender: null,
	messageIds: ['A'],
	typingIndicator: false,
	requestId: null,
};

/** All facts of an item that failed before any call. */
const NOTHING_TRIED = {
	provider: 'plain',
	operation: 'markMessage',
	account: null,
	chatId: null,
	sender: null,
	messageIds: [],
	markedIds: [],
	httpCode: null,
	code: null,
	providerMessage: null,
	requestId: null,
	attempts: 0,
};

describe('The report of a message that was marked', () => {
	const typingAsked = { typingIndicator: true, ids: ['A'] };
	const item = { includeResponse: true };

	it('has every key, with null for what is unknown, and no other unless asked for', () => {
		expect(json({ request: { chatId: null, ids: ['A'] } })).toStrictEqual({
			...RECEIPT,
			chatId: null,
		});
	});

	it('does not name a newer message when one of its own was sent', () => {
		const given = {
			request: { ids: ['A', 'C'] },
			callIndexes: [0, 0],
			outcomes: [accepted(['C'])],
		};

		expect(json(given)).toStrictEqual({ ...RECEIPT, messageIds: ['A', 'C'] });
	});

	it.each<[string, Given, object]>([
		['names the chat as it was sent when the provider does not say', {}, { chatId: 'anna' }],
		[
			'names the author in a group',
			{ request: { chatId: '120363@g.us', sender: 'bob', ids: ['A'] } },
			{ chatId: '120363@g.us', sender: 'bob' },
		],
		[
			'names the chat as the provider resolved it',
			oneByOne(accepted(['A']), accepted(['B'], { chatId: 'anna@lid' })),
			{ chatId: 'anna@lid' },
		],
		[
			'names the first request id of several calls',
			oneByOne(accepted(['A'], { requestId: 'r1' }), accepted(['B'], { requestId: 'r2' })),
			{ requestId: 'r1' },
		],
		[
			'lists all messages of the item and no other, in their order',
			inOneCall(['B', 'A'], accepted(['A', 'X', 'B'])),
			{ messageIds: ['B', 'A'] },
		],
		[
			'holds no secret that the provider tells as a chat or a request id',
			{
				outcomes: [accepted(['A'], { chatId: 'of dummy-1', requestId: 'dummy-1' })],
				secrets: ['dummy-1'],
			},
			{ chatId: 'of [redacted]', requestId: '[redacted]' },
		],
		[
			'names the newer message that stood for it',
			inOneCall(['A', 'B'], accepted(['C'])),
			{ status: 'read', messageIds: ['A', 'B'], coveredBy: 'C' },
		],
		[
			'is not touched by the refusal of a newer message',
			{ outcomes: [insteadOfC] },
			{ messageIds: ['A'], coveredBy: 'B' },
		],
		[
			'says that the typing indicator was shown when its call was accepted',
			{ request: typingAsked, typingCallIndex: 1, outcomes: [accepted(['A']), accepted([])] },
			{ typingIndicator: true },
		],
		[
			"says that it was shown when another item asked for it in this message's own call",
			{ outcomes: [accepted(['A'], {}, {}, true)] },
			{ typingIndicator: true },
		],
		[
			'says that it was not shown on an older message for which that call stood',
			{ request: { ids: ['older'] }, outcomes: [accepted(['A'], {}, {}, true)] },
			{ typingIndicator: false, coveredBy: 'A' },
		],
		[
			"has the provider's response as it came",
			{ item, ...inOneCall(['A', 'B'], accepted(['A', 'B'], {}, { ids: ['A', 'B'] })) },
			{ response: { ids: ['A', 'B'] } },
		],
		[
			'has a list of responses when several calls were made',
			{ item, ...oneByOne(accepted(['A'], {}, { n: 1 }), accepted(['B'], {}, { n: 2 })) },
			{ response: [{ n: 1 }, { n: 2 }] },
		],
		[
			'does not have the response about the typing indicator',
			{
				item,
				request: typingAsked,
				typingCallIndex: 1,
				outcomes: [accepted(['A'], {}, 'receipt'), accepted([], {}, 'typing')],
			},
			{ response: 'receipt' },
		],
		[
			'holds no secret of the response',
			{
				item,
				outcomes: [accepted(['A'], {}, { you: 'sent dummy-1' })],
				secrets: ['dummy-1'],
			},
			{ response: { you: 'sent [redacted]' } },
		],
	])('%s', (_, given, expected) => {
		expect(json(given)).toMatchObject(expected);
	});

	it('belongs to its input item', () => {
		expect(report({ item: { index: 7 } }).report).toMatchObject({ kind: 'receipt', itemIndex: 7 });
	});

	it("comes with the provider's warning", () => {
		const outcomes = [accepted(['A'], { warning: 'Nothing was marked' })];

		expect(report({ outcomes }).warnings).toEqual(['Nothing was marked']);
	});

	it('comes with a warning when it is not known in which chat to show the typing indicator', () => {
		const { warnings } = report({ request: { ...typingAsked, chatId: null } });

		expect(warnings).toEqual([expect.stringContaining('does not say in which chat')]);
		expect(report({ request: { ids: ['A'], chatId: null } }).warnings).toEqual([]);
	});

	it('comes with a warning, and is no failure, when the call for the typing indicator failed', () => {
		const { report: made, warnings } = report({
			request: typingAsked,
			typingCallIndex: 1,
			outcomes: [accepted(['A']), notAccepted({ message: 'Plain is busy' })],
		});

		expect(made).toMatchObject({ kind: 'receipt', json: { typingIndicator: false } });
		expect(warnings).toEqual([
			'The message was marked as read, but the typing indicator was not shown: Plain is busy.',
		]);
	});
});

describe('The report of a whole chat', () => {
	it.each([
		['markChat', 'read'],
		['markChatUnread', 'unread'],
	] as const)('says for %s that it is %s', (operation, status) => {
		expect(json({ request: { operation }, outcomes: [accepted([])] })).toEqual({
			...RECEIPT,
			operation,
			status,
			messageIds: [],
		});
	});

	it('fails without ids', () => {
		const { details } = failed({ request: { operation: 'markChat' }, outcomes: [notAccepted()] });

		expect(details).toMatchObject({ operation: 'markChat', messageIds: [], markedIds: [] });
	});
});

describe("The input's fields in the report", () => {
	const input = { body: { text: 'hello' }, readReceipt: 'old', token: 'dummy-1' };
	const given: Given = { item: { includeInput: true, json: input }, secrets: ['dummy-1'] };

	it('stay beside the receipt, which goes under readReceipt, and are not changed in the input', () => {
		expect(json(given)).toEqual({
			body: { text: 'hello' },
			token: '[redacted]',
			readReceipt: RECEIPT,
		});
		expect(input).toEqual({ body: { text: 'hello' }, readReceipt: 'old', token: 'dummy-1' });
	});

	it.each([
		['error', { error: 'x' }, { inputError: 'x' }],
		[
			'error and inputError',
			{ error: 'x', inputError: 'y' },
			{ inputError2: 'x', inputError: 'y' },
		],
		[
			'$error',
			{ $error: 'x', $json: 'y', error: null },
			{ inputError: 'x', $json: 'y', inputError2: null },
		],
	])('are renamed where n8n would take the item for a failed one: %s', (_, fields, renamed) => {
		const item = { includeInput: true, json: { before: 1, ...fields, after: { error: 1 } } };

		const { readReceipt, ...rest } = json({ ...given, item });

		expect(rest).toEqual({ before: 1, ...renamed, after: { error: 1 } });
		expect(readReceipt).toMatchObject({ status: 'read' });
	});
});

describe('The report of an event without a message', () => {
	const skipped = (item: Partial<InputItem>, secrets: readonly string[] = []) =>
		reportSkipped(inputItem(item), plain, 'a delivery status', redactor(secrets));

	it('says what the event is, with every key', () => {
		const nobody = { account: null, chatId: null, messageIds: [] };

		expect(skipped({ index: 3 })).toEqual({
			kind: 'receipt',
			keepsInput: false,
			itemIndex: 3,
			json: { ...RECEIPT, ...nobody, status: 'skipped', reason: 'a delivery status' },
		});
	});

	it("keeps the input's fields when asked to, without secrets", () => {
		const json = { token: 'dummy-1', error: 'x' };

		expect(skipped({ includeInput: true, json }, ['dummy-1'])).toMatchObject({
			json: { token: '[redacted]', inputError: 'x', readReceipt: { status: 'skipped' } },
		});
	});
});

describe('The report of a message that was not marked', () => {
	it('gives workflows the facts, with every key', () => {
		const made = failed({
			item: { index: 4, json: { text: 'my dummy-1' } },
			request: { sender: 'bob', ids: ['A'] },
			outcomes: [notAccepted({ attempts: 4 })],
			secrets: ['dummy-1'],
		});

		expect(made).toEqual({
			kind: 'failed',
			itemIndex: 4,
			failure: failure({ attempts: 4 }),
			details: {
				...NOTHING_TRIED,
				account: 'support',
				chatId: 'anna',
				sender: 'bob',
				messageIds: ['A'],
				httpCode: '400',
				code: 'never',
				providerMessage: 'Nope',
				requestId: 'r9',
				attempts: 4,
			},
			input: { text: 'my [redacted]' },
		});
	});

	it.each<[string, Given, object]>([
		[
			'tells the ids that were not marked from those that were',
			oneByOne(accepted(['A']), notAccepted(), accepted(['C'])),
			{ details: { messageIds: ['B'], markedIds: ['A', 'C'] } },
		],
		[
			'tells the first of several failures',
			oneByOne(notAccepted({ message: 'first' }), notAccepted({ message: 'second' })),
			{ failure: { message: 'first' } },
		],
		[
			'fails only the id that was refused when an older one stood for the chat',
			inOneCall(['A', 'B', 'C'], insteadOfC),
			{ details: { code: 'badId', messageIds: ['C'], markedIds: ['A', 'B'] } },
		],
	])('%s', (_, given, expected) => {
		expect(failed(given)).toMatchObject(expected);
	});

	it('holds no secret', () => {
		const told = {
			message: 'dummy-1',
			description: 'about dummy-1',
			providerMessage: 'you sent dummy-1',
			requestId: 'dummy-1',
			code: 'dummy-1',
		};

		const made = failed({ outcomes: [notAccepted(told)], secrets: ['dummy-1'] });

		expect(JSON.stringify(made)).not.toContain('dummy-1');
		expect(made.failure.providerMessage).toBe('you sent [redacted]');
	});

	it('has no warnings', () => {
		const given = oneByOne(accepted(['A'], { warning: 'Look here' }), notAccepted());

		expect(report(given).warnings).toEqual([]);
	});
});

it('The report of an item that failed before any call has every key and no secret', () => {
	const item = { index: 2, operation: 'markChat', json: { text: 'my dummy-1' } } as const;
	const cause = inputFailure('got dummy-1', 'not dummy-1');

	expect(reportInputFailure(item, plain, cause, redactor(['dummy-1']))).toEqual({
		kind: 'failed',
		itemIndex: 2,
		failure: inputFailure('got [redacted]', 'not [redacted]'),
		details: { ...NOTHING_TRIED, operation: 'markChat' },
		input: { text: 'my [redacted]' },
	});
});
