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
	readonly request: AskedFor;
	/** The call of each message, by its position among the outcomes. */
	readonly callIndexes: readonly number[];
	readonly typingCallIndex?: number;
	readonly outcomes: readonly CallOutcome[];
	readonly secrets?: readonly string[];
}

function report({ item, request, callIndexes, typingCallIndex, outcomes, secrets }: Given) {
	return reportReceipt(
		inputItem(item),
		plain,
		{
			request: receiptRequest(request),
			callIndexes,
			typingCallIndex: typingCallIndex ?? null,
		},
		outcomes,
		redactor(secrets ?? []),
	);
}

/** The output item of a receipt. */
function json(given: Given) {
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
	return {
		result: {
			kind: 'accepted',
			...nothing,
			...acceptance,
			call: { ...markCall('A'), messageIds, withTyping },
			response,
		},
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

describe('The report of a message that was marked', () => {
	it('has every key, with null for what is unknown', () => {
		expect(
			json({
				request: { account: 'support', chatId: null, ids: ['A'] },
				callIndexes: [0],
				outcomes: [accepted(['A'])],
			}),
		).toEqual({
			success: true,
			status: 'read',
			provider: 'plain',
			operation: 'markMessage',
			account: 'support',
			chatId: null,
			sender: null,
			messageIds: ['A'],
			typingIndicator: false,
			requestId: null,
		});
	});

	it('names the author in a group', () => {
		expect(
			json({
				request: { chatId: '120363@g.us', sender: 'bob', ids: ['A'] },
				callIndexes: [0],
				outcomes: [accepted(['A'])],
			}),
		).toMatchObject({ chatId: '120363@g.us', sender: 'bob' });
	});

	it('names the chat as the provider resolved it', () => {
		expect(
			json({
				request: { ids: ['A', 'B'] },
				callIndexes: [0, 1],
				outcomes: [accepted(['A']), accepted(['B'], { chatId: 'anna@lid' })],
			}),
		).toMatchObject({ chatId: 'anna@lid' });
	});

	it('names the chat as it was sent when the provider does not say', () => {
		expect(
			json({ request: { ids: ['A'] }, callIndexes: [0], outcomes: [accepted(['A'])] }),
		).toMatchObject({ chatId: 'anna' });
	});

	it('names the first request id of several calls', () => {
		expect(
			json({
				request: { ids: ['A', 'B'] },
				callIndexes: [0, 1],
				outcomes: [accepted(['A'], { requestId: 'r1' }), accepted(['B'], { requestId: 'r2' })],
			}),
		).toMatchObject({ requestId: 'r1' });
	});

	it('lists all messages of the item and no other, in their order', () => {
		expect(
			json({
				request: { ids: ['B', 'A'] },
				callIndexes: [0, 0],
				outcomes: [accepted(['A', 'X', 'B'])],
			}),
		).toMatchObject({ messageIds: ['B', 'A'] });
	});

	it('holds no secret that the provider tells as a chat or a request id', () => {
		expect(
			json({
				request: { ids: ['A'] },
				callIndexes: [0],
				outcomes: [accepted(['A'], { chatId: 'of dummy-1', requestId: 'dummy-1' })],
				secrets: ['dummy-1'],
			}),
		).toMatchObject({ chatId: 'of [redacted]', requestId: '[redacted]' });
	});

	it('has no key named error, which n8n takes for a failure', () => {
		expect(
			json({ request: { ids: ['A'] }, callIndexes: [0], outcomes: [accepted(['A'])] }),
		).not.toHaveProperty('error');
	});

	it('belongs to its input item', () => {
		const { report: made } = report({
			item: { index: 7 },
			request: { ids: ['A'] },
			callIndexes: [0],
			outcomes: [accepted(['A'])],
		});

		expect(made).toMatchObject({ kind: 'receipt', itemIndex: 7 });
	});

	it("hands on the provider's warning", () => {
		const { warnings } = report({
			request: { ids: ['A'] },
			callIndexes: [0],
			outcomes: [accepted(['A'], { warning: 'Nothing was marked' })],
		});

		expect(warnings).toEqual(['Nothing was marked']);
	});
});

describe('The report of a message that a newer one stood for', () => {
	it('names the newer one', () => {
		expect(
			json({ request: { ids: ['A', 'B'] }, callIndexes: [0, 0], outcomes: [accepted(['C'])] }),
		).toMatchObject({ status: 'read', messageIds: ['A', 'B'], coveredBy: 'C' });
	});

	it('names nothing when one of its own was sent', () => {
		expect(
			json({ request: { ids: ['A', 'C'] }, callIndexes: [0, 0], outcomes: [accepted(['C'])] }),
		).not.toHaveProperty('coveredBy');
	});
});

describe('The report of a whole chat', () => {
	it.each([
		['markChat', 'read'],
		['markChatUnread', 'unread'],
	] as const)('says for %s that it is %s', (operation, status) => {
		expect(json({ request: { operation }, callIndexes: [0], outcomes: [accepted([])] })).toEqual({
			success: true,
			status,
			provider: 'plain',
			operation,
			account: 'support',
			chatId: 'anna',
			sender: null,
			messageIds: [],
			typingIndicator: false,
			requestId: null,
		});
	});

	it('fails without ids', () => {
		const { details } = failed({
			request: { operation: 'markChat' },
			callIndexes: [0],
			outcomes: [notAccepted()],
		});

		expect(details).toMatchObject({ operation: 'markChat', messageIds: [], markedIds: [] });
	});
});

describe('The typing indicator in the report', () => {
	const request = { typingIndicator: true, ids: ['A'] };

	it('was shown when its call was accepted', () => {
		expect(
			json({
				request,
				callIndexes: [0],
				typingCallIndex: 1,
				outcomes: [accepted(['A']), accepted([])],
			}),
		).toMatchObject({ typingIndicator: true });
	});

	it("was shown when another item asked for it in this message's own call", () => {
		const shown = accepted(['A'], {}, {}, true);

		const receipt = (id: string) =>
			json({ request: { ids: [id] }, callIndexes: [0], outcomes: [shown] });

		expect(receipt('A')).toMatchObject({ typingIndicator: true });
		expect(receipt('older')).toMatchObject({ typingIndicator: false, coveredBy: 'A' });
	});

	it('is a warning, and no failure, when its call failed', () => {
		const { report: made, warnings } = report({
			request,
			callIndexes: [0],
			typingCallIndex: 1,
			outcomes: [accepted(['A']), notAccepted({ message: 'Plain is busy' })],
		});

		expect(made).toMatchObject({ kind: 'receipt', json: { typingIndicator: false } });
		expect(warnings).toEqual([
			'The message was marked as read, but the typing indicator was not shown: Plain is busy.',
		]);
	});

	it('does not put its answer into the response', () => {
		expect(
			json({
				item: { includeResponse: true },
				request,
				callIndexes: [0],
				typingCallIndex: 1,
				outcomes: [accepted(['A'], {}, 'receipt'), accepted([], {}, 'typing')],
			}),
		).toMatchObject({ response: 'receipt' });
	});
});

describe("The provider's response in the report", () => {
	it('is left out unless asked for', () => {
		expect(
			json({ request: { ids: ['A'] }, callIndexes: [0], outcomes: [accepted(['A'])] }),
		).not.toHaveProperty('response');
	});

	it('is the answer as it came', () => {
		expect(
			json({
				item: { includeResponse: true },
				request: { ids: ['A', 'B'] },
				callIndexes: [0, 0],
				outcomes: [accepted(['A', 'B'], {}, { ids: ['A', 'B'] })],
			}),
		).toMatchObject({ response: { ids: ['A', 'B'] } });
	});

	it('is a list when several calls were made', () => {
		expect(
			json({
				item: { includeResponse: true },
				request: { ids: ['A', 'B'] },
				callIndexes: [0, 1],
				outcomes: [accepted(['A'], {}, { n: 1 }), accepted(['B'], {}, { n: 2 })],
			}),
		).toMatchObject({ response: [{ n: 1 }, { n: 2 }] });
	});

	it('holds no secret', () => {
		expect(
			json({
				item: { includeResponse: true },
				request: { ids: ['A'] },
				callIndexes: [0],
				outcomes: [accepted(['A'], {}, { you: 'sent dummy-1' })],
				secrets: ['dummy-1'],
			}),
		).toMatchObject({ response: { you: 'sent [redacted]' } });
	});
});

describe("The input's fields in the report", () => {
	const input = { body: { text: 'hello' }, readReceipt: 'old', token: 'dummy-1' };
	const given: Given = {
		item: { includeInput: true, json: input },
		request: { ids: ['A'] },
		callIndexes: [0],
		outcomes: [accepted(['A'])],
		secrets: ['dummy-1'],
	};

	it('stay beside the receipt, which goes under readReceipt', () => {
		expect(json(given)).toEqual({
			body: { text: 'hello' },
			token: '[redacted]',
			readReceipt: {
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
			},
		});
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

	it('are not changed in the input itself', () => {
		json(given);

		expect(input).toEqual({ body: { text: 'hello' }, readReceipt: 'old', token: 'dummy-1' });
	});
});

describe('The report of an event without a message', () => {
	const skipped = (item: Partial<InputItem>, secrets: readonly string[] = []) =>
		reportSkipped(inputItem(item), plain, 'a delivery status', redactor(secrets));

	it('says what the event is, with every key', () => {
		expect(skipped({ index: 3 })).toEqual({
			kind: 'receipt',
			keepsInput: false,
			itemIndex: 3,
			json: {
				success: true,
				status: 'skipped',
				provider: 'plain',
				operation: 'markMessage',
				account: null,
				chatId: null,
				sender: null,
				messageIds: [],
				typingIndicator: false,
				requestId: null,
				reason: 'a delivery status',
			},
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
			callIndexes: [0],
			outcomes: [notAccepted({ attempts: 4 })],
			secrets: ['dummy-1'],
		});

		expect(made).toEqual({
			kind: 'failed',
			itemIndex: 4,
			failure: failure({ attempts: 4 }),
			details: {
				provider: 'plain',
				operation: 'markMessage',
				account: 'support',
				chatId: 'anna',
				sender: 'bob',
				messageIds: ['A'],
				markedIds: [],
				httpCode: '400',
				code: 'never',
				providerMessage: 'Nope',
				requestId: 'r9',
				attempts: 4,
			},
			input: { text: 'my [redacted]' },
		});
	});

	it('tells the ids that were not marked from those that were', () => {
		const { details } = failed({
			request: { ids: ['A', 'B', 'C'] },
			callIndexes: [0, 1, 2],
			outcomes: [accepted(['A']), notAccepted(), accepted(['C'])],
		});

		expect(details).toMatchObject({ messageIds: ['B'], markedIds: ['A', 'C'] });
	});

	it('tells the first of several failures', () => {
		const { failure: told } = failed({
			request: { ids: ['A', 'B'] },
			callIndexes: [0, 1],
			outcomes: [notAccepted({ message: 'first' }), notAccepted({ message: 'second' })],
		});

		expect(told.message).toBe('first');
	});

	it('fails only the id that was refused when an older one stood for the chat', () => {
		const outcome: CallOutcome = {
			...accepted(['B']),
			badIds: new Map([['C', failure({ code: 'badId' })]]),
		};

		const { details } = failed({
			request: { ids: ['A', 'B', 'C'] },
			callIndexes: [0, 0, 0],
			outcomes: [outcome],
		});

		expect(details).toMatchObject({
			code: 'badId',
			messageIds: ['C'],
			markedIds: ['A', 'B'],
		});
	});

	it('leaves a receipt alone whose newer message was refused', () => {
		const outcome: CallOutcome = {
			...accepted(['B']),
			badIds: new Map([['C', failure()]]),
		};

		expect(json({ request: { ids: ['A'] }, callIndexes: [0], outcomes: [outcome] })).toMatchObject({
			messageIds: ['A'],
			coveredBy: 'B',
		});
	});

	it('holds no secret', () => {
		const made = failed({
			request: { ids: ['A'] },
			callIndexes: [0],
			outcomes: [
				notAccepted({
					message: 'dummy-1',
					description: 'about dummy-1',
					providerMessage: 'you sent dummy-1',
					requestId: 'dummy-1',
					code: 'dummy-1',
				}),
			],
			secrets: ['dummy-1'],
		});

		expect(JSON.stringify(made)).not.toContain('dummy-1');
		expect(made.failure.providerMessage).toBe('you sent [redacted]');
	});

	it('has no warnings', () => {
		const { warnings } = report({
			request: { ids: ['A', 'B'] },
			callIndexes: [0, 1],
			outcomes: [accepted(['A'], { warning: 'Look here' }), notAccepted()],
		});

		expect(warnings).toEqual([]);
	});
});

describe('The report of an item that failed before any call', () => {
	it('gives workflows the facts, with every key', () => {
		expect(
			reportInputFailure(
				{ index: 2, operation: 'markChat', json: { text: 'my dummy-1' } },
				plain,
				inputFailure("'Chat' is empty", 'Fill it in.'),
				redactor(['dummy-1']),
			),
		).toEqual({
			kind: 'failed',
			itemIndex: 2,
			failure: inputFailure("'Chat' is empty", 'Fill it in.'),
			details: {
				provider: 'plain',
				operation: 'markChat',
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
			},
			input: { text: 'my [redacted]' },
		});
	});

	it('holds no secret', () => {
		const failed = inputFailure('got dummy-1', 'not dummy-1');
		const made = reportInputFailure(inputItem(), plain, failed, redactor(['dummy-1']));

		expect(made).toMatchObject({
			failure: { message: 'got [redacted]', description: 'not [redacted]' },
		});
	});
});
