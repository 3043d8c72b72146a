import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { InvalidInput } from '../input/invalidInput';
import { paceOf } from '../pipeline/deliver/paces';
import { inputFailure, type Failure } from '../pipeline/failure';
import type { InputItem } from '../pipeline/item';
import { redactorFor } from '../pipeline/itemSecrets';
import { markRead } from '../pipeline/markRead';
import { reportInputFailure } from '../pipeline/report';
import type { Report } from '../pipeline/receipt';
import type { Provider } from '../providers/provider';
import { outsideOf } from './outside';
import { toOutputItems } from './outputItems';
import { readInputItem, readOperation, readProvider, readRunSettings } from './parameters';

/**
 * Runs the node: reads n8n's items and parameters, runs the pipeline, and returns the reports as items.
 *
 * @throws NodeApiError or NodeOperationError for the first failed item, unless the node is set to continue
 */
export async function execute(
	context: IExecuteFunctions,
	providers: readonly Provider[],
): Promise<INodeExecutionData[]> {
	const input = context.getInputData();
	const provider = await attempt(() => readProvider(context, providers));
	if (provider.kind === 'failed') {
		const { message, description } = provider.failure;
		throw new NodeOperationError(context.getNode(), message, { description });
	}
	const reports = await runPipeline(context, provider.value, providers, input);
	return toOutputItems(context, reports, input);
}

/**
 * How long items are read without a break, in milliseconds: n8n does nothing else meanwhile, and responses wait. An
 * expression takes about half a millisecond, so this is about five items, or hundreds without expressions.
 */
const SLICE_MS = 5;

async function runPipeline(
	context: IExecuteFunctions,
	provider: Provider,
	providers: readonly Provider[],
	input: readonly INodeExecutionData[],
): Promise<readonly Report[]> {
	const setup = await attempt(async () => {
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
	const failed: Report[] = [];
	const secrets = setup.kind === 'failed' ? [] : setup.value.connection.secrets;
	const fail = (index: number, failure: Failure) => {
		const json = input[index]?.json ?? {};
		const hide = redactorFor(json, providers, secrets);
		const item = { index, json, operation: readOperation(context) };
		failed.push(reportInputFailure(item, provider, failure, hide));
	};
	const slices = readInSlices(context, provider, input, fail);
	if (setup.kind === 'failed') {
		for await (const items of slices) items.forEach(({ index }) => fail(index, setup.failure));
		return inOrder(failed);
	}
	const { reports, warnings } = await markRead(slices, { provider, providers, ...setup.value });
	for (const message of warnings) {
		// n8n before 1.81 has no hints; the receipts do not depend on them.
		context.addExecutionHints?.({ message, type: 'warning', location: 'outputPane' });
	}
	return inOrder([...reports, ...failed]);
}

/** n8n stores it as text that begins with `=`. */
function isExpression(parameter: unknown): boolean {
	return typeof parameter === 'string' && parameter.startsWith('=');
}

function inOrder(reports: readonly Report[]): readonly Report[] {
	return [...reports].sort((one, other) => one.itemIndex - other.itemIndex);
}

/** Reads the parameters of the items; those that n8n cannot resolve fail at once. */
async function* readInSlices(
	context: IExecuteFunctions,
	provider: Provider,
	input: readonly INodeExecutionData[],
	fail: (index: number, failure: Failure) => void,
): AsyncGenerator<readonly InputItem[]> {
	let slice: InputItem[] = [];
	let started = Date.now();
	for (const [index, { json }] of input.entries()) {
		const item = await attempt(() => readInputItem(context, provider, json, index));
		if (item.kind === 'failed') fail(index, item.failure);
		else slice.push(item.value);
		if (Date.now() - started < SLICE_MS) continue;
		yield slice;
		// Lets the calls of the slice start, and responses arrive.
		await sleep(0);
		slice = [];
		started = Date.now();
	}
	yield slice;
}

/** What was read, or why it could not be. */
type Attempt<Value> =
	| { readonly kind: 'read'; readonly value: Value }
	| { readonly kind: 'failed'; readonly failure: Failure };

async function attempt<Value>(read: () => Value | Promise<Value>): Promise<Attempt<Value>> {
	try {
		return { kind: 'read', value: await read() };
	} catch (error) {
		return { kind: 'failed', failure: toFailure(error) };
	}
}

/** Input that cannot be used, or an error of n8n itself: an expression or a credential that it cannot resolve. */
function toFailure(error: unknown): Failure {
	if (error instanceof InvalidInput) return inputFailure(error.message, error.advice);
	const { message, description } = error as { message?: string; description?: string | null };
	return inputFailure(
		message ?? String(error),
		description ?? 'Check the fields and the credential of this node.',
	);
}
