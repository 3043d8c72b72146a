import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { InvalidInput } from '../input/invalidInput';
import { paceOf } from '../pipeline/deliver/pace';
import { inputFailure, unsent } from '../pipeline/failure';
import type { Failure } from '../pipeline/failure';
import type { InputItem } from '../pipeline/item';
import { markRead } from '../pipeline/markRead';
import { reportRefusedInput } from '../pipeline/report';
import type { Report } from '../pipeline/receipt';
import type { Provider } from '../providers/provider';
import { outsideOf } from './outside';
import { toOutputItems } from './outputItems';
import { readInputItem, readOperation, readProvider, readRunSettings } from './parameters';

/**
 * Runs the node: reads what n8n hands over, sends it down the pipeline, and hands the reports back.
 *
 * @throws NodeApiError or NodeOperationError for the first failed item, unless the node is set to continue
 */
export async function execute(
	context: IExecuteFunctions,
	providers: readonly Provider[],
): Promise<INodeExecutionData[]> {
	const input = context.getInputData();
	const provider = attempt(() => readProvider(context, providers));
	if (isFailure(provider)) {
		const { message, description } = provider;
		throw new NodeOperationError(context.getNode(), message, { description });
	}
	const read = input.map(({ json }, index) =>
		attempt(() => readInputItem(context, provider, json, index)),
	);
	const items = read.filter((item): item is InputItem => !isFailure(item));
	const reports = [
		...(await runPipeline(context, provider, providers, items)),
		...read.flatMap((failure, index) =>
			isFailure(failure) ? [refused(context, provider, index, failure)] : [],
		),
	].sort((a, b) => a.itemIndex - b.itemIndex);
	return toOutputItems(context, reports, input);
}

async function runPipeline(
	context: IExecuteFunctions,
	provider: Provider,
	providers: readonly Provider[],
	items: readonly InputItem[],
): Promise<readonly Report[]> {
	const setup = await attemptAsync(async () => {
		const settings = readRunSettings(context);
		const credential = await context.getCredentials(provider.credentialType, 0);
		const connection = provider.connect(credential);
		const authentication = { credentialType: provider.credentialType, credential };
		return {
			connection,
			settings,
			pace: paceOf([provider.id, connection.apiUrl, ...connection.secrets]),
			outside: outsideOf(context, authentication, settings.timeout),
		};
	});
	if (isFailure(setup)) {
		return items.map(({ index }) => refused(context, provider, index, setup));
	}
	const { reports, warnings } = await markRead(items, { provider, providers, ...setup });
	for (const message of warnings) {
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
	return reports;
}

function refused(
	context: IExecuteFunctions,
	provider: Provider,
	index: number,
	failure: Failure,
): Report {
	return reportRefusedInput({ index, operation: readOperation(context) }, provider, failure, []);
}

function isFailure(value: object): value is Failure {
	return 'attempts' in value;
}

function attempt<Value>(read: () => Value): Value | Failure {
	try {
		return read();
	} catch (error) {
		return explained(error);
	}
}

async function attemptAsync<Value>(read: () => Promise<Value>): Promise<Value | Failure> {
	try {
		return await read();
	} catch (error) {
		return explained(error);
	}
}

/** Input that cannot be used, or n8n's own words: an expression or a credential it could not resolve. */
function explained(error: unknown): Failure {
	if (error instanceof InvalidInput) return inputFailure(error);
	const { message, description } = error as { message?: string; description?: string | null };
	return unsent(
		message ?? String(error),
		description ?? 'Check the fields and the credential of this node.',
	);
}
