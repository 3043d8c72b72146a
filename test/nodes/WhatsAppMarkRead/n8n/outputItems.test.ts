import type {
	IDataObject,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { JsonObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { toOutputItems } from '../../../../nodes/WhatsAppMarkRead/n8n/outputItems';
import { inputFailure } from '../../../../nodes/WhatsAppMarkRead/pipeline/failure';
import type { Failure } from '../../../../nodes/WhatsAppMarkRead/pipeline/failure';
import type { Report } from '../../../../nodes/WhatsAppMarkRead/pipeline/receipt';
import { executeContext } from '../../../helpers/executeContext';

type FailedReport = Extract<Report, { kind: 'failed' }>;

const FILE = { picture: { data: '', mimeType: 'image/png' } };

function receipt(itemIndex: number, json: object = { success: true }): Report {
	return { kind: 'receipt', itemIndex, json: { ...json }, keepsInput: 'readReceipt' in json };
}

const REFUSED: Failure = {
	...inputFailure('Plain did not find this instance', "Check 'Instance' in the credential."),
	kind: 'provider',
	httpCode: '404',
	attempts: 1,
};

function failed(itemIndex: number, failure: Failure = REFUSED): FailedReport {
	const { httpCode, code, providerMessage, requestId, attempts } = failure;
	const told = { httpCode, code, providerMessage, requestId, attempts };
	const chat = { account: 'support', chatId: 'anna', sender: null };
	const ids = { messageIds: [`ID${itemIndex}`], markedIds: [] };
	const details = {
		provider: 'plain',
		operation: 'markMessage',
		...chat,
		...ids,
		...told,
	} as const;
	return { kind: 'failed', itemIndex, failure, details, input: {} };
}

/** The output of a node that goes on after failures. */
function continued(
	reports: readonly Report[],
	input: readonly INodeExecutionData[] = [],
): INodeExecutionData[] {
	return toOutputItems(executeContext({ onError: 'continueRegularOutput' }), reports, input);
}

/** The error of a node that stops at the first failure. */
function stopped(reports: readonly Report[]): NodeApiError | NodeOperationError {
	try {
		toOutputItems(executeContext(), reports, []);
	} catch (error) {
		return error as NodeApiError | NodeOperationError;
	}
	throw new TypeError('Nothing was thrown');
}

describe('An output item', () => {
	const withFields = { text: 'hello', readReceipt: { success: true } };

	it('is paired with its input item, also when one becomes several or none', () => {
		const pairs = continued([receipt(0), receipt(2), receipt(2)]).map((item) => item.pairedItem);

		expect(pairs).toEqual([{ item: 0 }, { item: 2 }, { item: 2 }]);
	});

	it('keeps the files of its input item beside the fields of it', () => {
		expect(continued([receipt(0, withFields)], [{ json: {}, binary: FILE }])).toEqual([
			{ json: withFields, pairedItem: { item: 0 }, binary: FILE },
		]);
	});

	it.each([
		['without the fields', receipt(0), { json: {}, binary: FILE }],
		['when its input item has none', receipt(0, withFields), { json: {} }],
	])('has no files %s', (_, report, input) => {
		expect(continued([report], [input])[0]).not.toHaveProperty('binary');
	});

	it('that failed has message, advice and facts by the keys that n8n knows, in its place', () => {
		const input = [{ json: {} }, { json: {} }, { json: {} }];

		expect(continued([receipt(0), failed(1), receipt(2)], input)).toEqual([
			{ json: { success: true }, pairedItem: { item: 0 } },
			{
				json: {
					error: 'Plain did not find this instance',
					message: "Check 'Instance' in the credential.",
					details: expect.objectContaining({ httpCode: '404', messageIds: ['ID1'] }) as object,
				},
				pairedItem: { item: 1 },
			},
			{ json: { success: true }, pairedItem: { item: 2 } },
		]);
	});
});

describe('A failed item on its way to the error output', () => {
	/** @param input the fields of the input without their secrets */
	const toErrorOutput = (json: IDataObject, input: JsonObject = json) =>
		toOutputItems(
			executeContext({ onError: 'continueErrorOutput' }),
			[{ ...failed(0), input }, receipt(0)],
			[{ json }],
		);

	it('shows n8n 1 its error beside its fields, which stay; copies of it do not', () => {
		const [item] = toErrorOutput({});

		expect(item?.error).toEqual({ message: 'Plain did not find this instance' });
		expect(Object.keys(item?.json ?? {})).toEqual(['error', 'message', 'details']);
		expect({ ...item }).not.toHaveProperty('error');
	});

	it('lets n8n up to 1.120 clear its error', () => {
		const [item] = toErrorOutput({});

		expect(Object.assign(item ?? {}, { error: undefined })).toHaveProperty('json.details');
	});

	it('has the fields that hold a secret without it: n8n copies those that it does not have', () => {
		const same = { order: 7 };
		const [item] = toErrorOutput({ same, hook: 'my dummy-live' }, { same, hook: 'my [redacted]' });

		expect(Object.keys(item?.json ?? {})).toEqual(['hook', 'error', 'message', 'details']);
		expect(item?.json.hook).toBe('my [redacted]');
		expect(item?.pairedItem).toEqual({ item: 0 });
	});

	it('keeps its own text where the input has a field of the same name', () => {
		const [item] = toErrorOutput({ error: 'dummy-live' }, { error: '[redacted]' });

		expect(item?.json.error).toBe('Plain did not find this instance');
	});

	it('is not to be copied where the name of a field holds a secret, and has the two keys that every n8n knows', () => {
		const [item] = toErrorOutput({ 'dummy-live': 1 }, { '[redacted]': 1 });

		expect(item).toEqual({
			json: {
				error: 'Plain did not find this instance',
				message: "Check 'Instance' in the credential.",
			},
			pairedItem: 0,
		});
	});

	it('leaves the others as they are', () => {
		expect(toErrorOutput({})[1]).not.toHaveProperty('error');
	});
});

describe('The error of a node that stops at failures', () => {
	it('is about the first of them, and counts them', () => {
		const second = { ...REFUSED, message: 'The connection to Plain was lost' };

		const error = stopped([receipt(0), failed(1), failed(2, second), receipt(3)]);

		expect(error.message).toBe('Plain did not find this instance (2 of 4 receipts)');
		expect(error.context).toMatchObject({ itemIndex: 1, details: { messageIds: ['ID1'] } });
	});

	it('counts nothing when there is one receipt only', () => {
		expect(stopped([failed(0)]).message).toBe('Plain did not find this instance');
	});

	it.each<[string, Failure, object]>([
		[
			'is a NodeApiError with the status when the provider returned an error',
			REFUSED,
			{ name: 'NodeApiError', httpCode: '404', description: REFUSED.description },
		],
		[
			'has no status when there was no response',
			{ ...REFUSED, httpCode: null },
			{ name: 'NodeApiError', httpCode: null },
		],
		[
			'is a NodeOperationError when the input could not be used',
			inputFailure("'Chat' is empty", 'Fill it in.'),
			{ name: 'NodeOperationError', message: "'Chat' is empty", description: 'Fill it in.' },
		],
	])('%s', (_, failure, expected) => {
		expect(stopped([failed(0, failure)])).toMatchObject(expected);
	});

	it.each(['ECONNREFUSED', 'ENOENT', 'EPERM'])(
		'keeps a text that n8n mistakes for a system error: %s',
		(code) => {
			const error = stopped([failed(0, { ...REFUSED, message: `The server said ${code}` })]);

			expect(error).toMatchObject({ message: `The server said ${code}`, messages: [] });
		},
	);

	it('is none when nothing failed', () => {
		expect(toOutputItems(executeContext(), [receipt(0)], [{ json: {} }])).toHaveLength(1);
	});
});
