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
 * Turns reports into what n8n takes: output items, paired to their inputs.
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

/** Exactly these keys: by them n8n knows a failed item. */
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
 * Makes every n8n send a failed item to the error output. By its keys alone only the newest ones do: n8n 1 and earlier
 * n8n 2 take an item with `details` for a good one, unless it has an `error` beside its `json`.
 *
 * That `error` is hidden from copies: n8n puts a copy on the error output, and where the copy showed an `error`, n8n
 * would replace all its fields.
 *
 * Into the copy n8n puts the fields of the input that the item does not have. So the item gets those that hold a
 * secret, without it. Where the very name of a field holds one, the item is paired by its bare number: n8n does not
 * copy it then, so that it has to do with the two keys that every n8n knows.
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
	});
}

function toError(node: INode, report: FailedReport, failed: number, all: number): Error {
	const { failure, itemIndex, details } = report;
	const message = all > 1 ? `${failure.message} (${failed} of ${all} receipts)` : failure.message;
	const { description } = failure;
	// Only our own words and facts go in: n8n stores what an error holds.
	const error =
		failure.kind === 'input'
			? new NodeOperationError(node, message, { itemIndex, description })
			: new NodeApiError(node, { message } as JsonObject, {
					message,
					description,
					itemIndex,
					httpCode: failure.httpCode ?? '',
				});
	// n8n replaces messages that happen to contain the name of a system error; these were chosen on purpose.
	error.message = message;
	error.description = description;
	error.messages = [];
	error.context.details = { ...details };
	return error;
}
