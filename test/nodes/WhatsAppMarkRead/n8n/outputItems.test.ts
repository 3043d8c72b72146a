import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

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
	return {
		kind: 'failed',
		itemIndex,
		failure,
		details: {
			provider: 'plain',
			operation: 'markMessage',
			account: 'support',
			chatId: 'anna',
			sender: null,
			messageIds: [`ID${itemIndex}`],
			markedIds: [],
			httpCode,
			code,
			providerMessage,
			requestId,
			attempts,
		},
		input: {},
	};
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
	it('is paired with its input item, also when one becomes several or none', () => {
		const reports = [receipt(0), receipt(2), receipt(2)];

		expect(continued(reports).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 2 },
		]);
	});

	it('keeps the files of its input item beside the fields of it', () => {
		const json = { text: 'hello', readReceipt: { success: true } };

		expect(continued([receipt(0, json)], [{ json: {}, binary: FILE }])).toEqual([
			{ json, pairedItem: { item: 0 }, binary: FILE },
		]);
	});

	it('has no files without the fields', () => {
		const [item] = continued([receipt(0)], [{ json: {}, binary: FILE }]);

		expect(item).not.toHaveProperty('binary');
	});

	it('has no files when its input item has none', () => {
		const [item] = continued([receipt(0, { readReceipt: {} })], [{ json: {} }]);

		expect(item).not.toHaveProperty('binary');
	});
});

describe('A failed item', () => {
	it('has the message, the advice and the facts, by the keys that n8n knows', () => {
		expect(continued([failed(0)], [{ json: {} }])).toEqual([
			{
				json: {
					error: 'Plain did not find this instance',
					message: "Check 'Instance' in the credential.",
					details: expect.objectContaining({ httpCode: '404', messageIds: ['ID0'] }) as object,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('stands among the others in its place', () => {
		const output = continued([receipt(0), failed(1), receipt(2)], [{ json: {} }, { json: {} }]);

		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
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

	it('is a NodeApiError with the status when the provider returned an error', () => {
		const error = stopped([failed(0)]);

		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			httpCode: '404',
			description: "Check 'Instance' in the credential.",
		});
	});

	it('has no status when there was no response', () => {
		expect(stopped([failed(0, { ...REFUSED, httpCode: null })])).toMatchObject({ httpCode: null });
	});

	it('is a NodeOperationError when the input could not be used', () => {
		const error = stopped([failed(0, inputFailure("'Chat' is empty", 'Fill it in.'))]);

		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: "'Chat' is empty", description: 'Fill it in.' });
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
