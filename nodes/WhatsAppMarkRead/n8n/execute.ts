import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { InvalidInput } from '../input/invalidInput';
import { paceOf } from '../pipeline/deliver/pace';
import { inputFailure, unsent } from '../pipeline/failure';
import type { Failure } from '../pipeline/failure';
import type { InputItem } from '../pipeline/item';
import { redactorFor } from '../pipeline/itemSecrets';
import { markReadInSlices } from '../pipeline/markRead';
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
	const reports = await runPipeline(context, provider, providers, input);
	return toOutputItems(context, reports, input);
}

/**
 * How long items are read at a stretch, milliseconds: n8n does nothing else meanwhile, and answers wait. Expressions
 * take about half a millisecond each, so that this is some five items, or hundreds without any.
 */
const SLICE_MS = 5;

async function runPipeline(
	context: IExecuteFunctions,
	provider: Provider,
	providers: readonly Provider[],
	input: readonly INodeExecutionData[],
): Promise<readonly Report[]> {
	const setup = await attemptAsync(async () => {
		const settings = readRunSettings(context);
		const credential = await context.getCredentials(provider.credentialType, 0);
		const connection = provider.connect(credential);
		const authentication = { credentialType: provider.credentialType, credential };
		return {
			connection,
			settings,
			typingVaries: isExpression(context.getNode().parameters.typingIndicator),
			pace: paceOf([provider.id, connection.apiUrl, ...connection.secrets]),
			outside: outsideOf(context, authentication, settings.timeout),
		};
	});
	const refusals: Report[] = [];
	const secrets = isFailure(setup) ? [] : setup.connection.secrets;
	const refuse = (index: number, failure: Failure) => {
		const json = input[index]?.json ?? {};
		const hide = redactorFor(json, providers, secrets);
		const item = { index, json, operation: readOperation(context) };
		refusals.push(reportRefusedInput(item, provider, failure, hide));
	};
	const slices = readInSlices(context, provider, input, refuse);
	if (isFailure(setup)) {
		for await (const items of slices) items.forEach(({ index }) => refuse(index, setup));
		return inOrder(refusals);
	}
	const { reports, warnings } = await markReadInSlices(slices, { provider, providers, ...setup });
	for (const message of warnings) {
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
	return inOrder([...reports, ...refusals]);
}

/** As n8n stores it: a text that begins with `=`. */
function isExpression(parameter: unknown): boolean {
	return typeof parameter === 'string' && parameter.startsWith('=');
}

function inOrder(reports: readonly Report[]): readonly Report[] {
	return [...reports].sort((one, other) => one.itemIndex - other.itemIndex);
}

/** Reads the parameters of the items; those that n8n cannot resolve are refused at once. */
async function* readInSlices(
	context: IExecuteFunctions,
	provider: Provider,
	input: readonly INodeExecutionData[],
	refuse: (index: number, failure: Failure) => void,
): AsyncGenerator<readonly InputItem[]> {
	let slice: InputItem[] = [];
	let started = Date.now();
	for (const [index, { json }] of input.entries()) {
		const item = attempt(() => readInputItem(context, provider, json, index));
		if (isFailure(item)) refuse(index, item);
		else slice.push(item);
		if (Date.now() - started < SLICE_MS) continue;
		yield slice;
		// Lets the calls of the slice start, and answers come in.
		await sleep(0);
		slice = [];
		started = Date.now();
	}
	yield slice;
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
