import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Report } from '../pipeline/receipt';

type FailedReport = Extract<Report, { kind: 'failed' }>;

/**
 * Turns reports into n8n's output items, paired to their inputs.
 *
 * @throws NodeApiError or NodeOperationError for the first failed report, unless the node is set to continue
 */
export function toOutputItems(
	context: IExecuteFunctions,
	reports: readonly Report[],
	input: readonly INodeExecutionData[],
): INodeExecutionData[] {
	const failed = reports.filter((report) => report.kind === 'failed');
	const [first] = failed;
	if (first !== undefined && !context.continueOnFail()) {
		throw toError(context.getNode(), first, failed.length, reports.length);
	}
	const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
	return reports.map((report) => {
		const item = input[report.itemIndex];
		if (report.kind === 'failed') {
			const failedItem = toFailedItem(report);
			return hasErrorOutput ? forErrorOutput(failedItem, report, item) : failedItem;
		}
		const binary = report.keepsInput ? item?.binary : undefined;
		return {
			json: report.json as IDataObject,
			pairedItem: { item: report.itemIndex },
			...(binary === undefined ? {} : { binary }),
		};
	});
}

/** Exactly these keys: n8n recognises a failed item by them. */
function toFailedItem({ itemIndex, failure, details }: FailedReport): INodeExecutionData {
	return {
		json: {
			error: failure.message,
			message: failure.description,
			details: details as unknown as IDataObject,
		},
		pairedItem: { item: itemIndex },
	};
}

/**
 * Makes every version of n8n send a failed item to the error output. By its keys alone only the newest ones do: n8n 1 and
 * earlier n8n 2 treat an item with `details` as successful, unless it has an `error` beside its `json`.
 *
 * That `error` is not enumerable, so that copies do not have it: n8n puts a copy on the error output, and would replace
 * all fields of a copy with an `error`. It is writable, because n8n up to 1.120 clears it.
 *
 * Into the copy n8n puts the fields of the input that the item does not have. So the item gets those that contain a
 * secret, without it. Where the name of a field contains one, the item is paired by its plain number: n8n does not copy
 * it then, and it has only the two keys that every version recognises.
 */
function forErrorOutput(
	failedItem: INodeExecutionData,
	{ itemIndex, failure, input }: FailedReport,
	item: INodeExecutionData | undefined,
): INodeExecutionData {
	const given = item?.json ?? {};
	const { error, message } = failedItem.json;
	if (Object.keys(given).some((name) => !Object.prototype.hasOwnProperty.call(input, name))) {
		return { json: { error, message }, pairedItem: itemIndex };
	}
	const redacted = Object.entries(input).filter(([name, value]) => value !== given[name]);
	const json = { ...(Object.fromEntries(redacted) as IDataObject), ...failedItem.json };
	return Object.defineProperty({ ...failedItem, json }, 'error', {
		value: { message: failure.message },
		enumerable: false,
		writable: true,
	});
}

function toError(node: INode, report: FailedReport, failed: number, all: number): Error {
	const { failure, itemIndex, details } = report;
	const message = all > 1 ? `${failure.message} (${failed} of ${all} receipts)` : failure.message;
	const { description } = failure;
	// Only our own texts and facts: n8n stores everything that an error contains.
	const error =
		failure.kind === 'input'
			? new NodeOperationError(node, message, { itemIndex, description })
			: new NodeApiError(node, { message } as JsonObject, {
					message,
					description,
					itemIndex,
					httpCode: failure.httpCode ?? '',
				});
	// n8n would replace a message that happens to contain the name of a system error.
	error.message = message;
	error.description = description;
	error.messages = [];
	error.context.details = { ...details };
	return error;
}
