import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { DEFAULT_OPTIONS } from '../description/optionsField';
import { InvalidInput, shown } from '../input/invalidInput';
import type { DeliverySettings } from '../pipeline/markRead';
import type { InputItem, NonMessageEvents, Source } from '../pipeline/item';
import type { FieldValues, Operation, Provider } from '../providers/provider';

/** The provider that the node is set to. */
export function readProvider(context: IExecuteFunctions, providers: readonly Provider[]): Provider {
	const id = context.getNodeParameter('provider', 0);
	const provider = providers.find((candidate) => candidate.id === id);
	if (provider !== undefined) return provider;
	throw new InvalidInput(
		`'Provider' is ${shown(id)}, which this node does not know`,
		`Choose one of ${providers.map(({ displayName }) => displayName).join(', ')}.`,
	);
}

/** How calls are made, for all items of an execution; `timeout` in milliseconds. */
export type RunSettings = DeliverySettings & { readonly timeout: number };

/** Reads the options that hold for the whole execution. */
export function readRunSettings(context: IExecuteFunctions): RunSettings {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const number = (name: NumericOption, label: string, minimum: number) =>
		readNumber(options[name] ?? DEFAULT_OPTIONS[name], label, minimum);
	return {
		maxConcurrency: Math.floor(number('maxConcurrency', 'Max Concurrency', 1)),
		maxRetries: Math.floor(number('maxRetries', 'Max Retries', 0)),
		maxWait: number('maxWait', 'Max Wait (Seconds)', 0) * 1000,
		timeout: number('timeout', 'Timeout (Ms)', 1),
	};
}

type NumericOption = 'maxConcurrency' | 'maxRetries' | 'maxWait' | 'timeout';

function readNumber(value: unknown, label: string, minimum: number): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number) && number >= minimum) return number;
	throw new InvalidInput(
		`'${label}' is ${shown(value)}, but should be a number of at least ${minimum}`,
		'Correct it under Options.',
	);
}

/** Reads all parameters of one item, as n8n resolves them for it. */
export function readInputItem(
	context: IExecuteFunctions,
	provider: Provider,
	json: IDataObject,
	index: number,
): InputItem {
	const source = context.getNodeParameter('source', index, 'webhook') as Source;
	const options = context.getNodeParameter('options', index, {}) as IDataObject;
	return {
		index,
		json,
		operation: readOperation(context),
		source,
		fields: source === 'fields' ? readFields(context, provider, index) : {},
		typingIndicator: context.getNodeParameter('typingIndicator', index, false) === true,
		latestOnly: (options.latestOnly ?? provider.latestOnlyDefault) === true,
		nonMessageEvents: (options.nonMessageEvents ??
			DEFAULT_OPTIONS.nonMessageEvents) as NonMessageEvents,
		includeInput: (options.includeInput ?? DEFAULT_OPTIONS.includeInput) === true,
		includeResponse: (options.includeResponse ?? DEFAULT_OPTIONS.includeResponse) === true,
	};
}

/** The operation of the node: the same for all items, since the dropdown takes no expression. */
export function readOperation(context: IExecuteFunctions): Operation {
	return context.getNodeParameter('operation', 0, 'markMessage') as Operation;
}

/** A hidden field (e.g. *Sender* in a direct chat) has no value. */
function readFields(context: IExecuteFunctions, provider: Provider, index: number): FieldValues {
	return Object.fromEntries(
		provider.fields.map(({ name, type }) => [
			name,
			context.getNodeParameter(name, index, null, { extractValue: type === 'resourceLocator' }),
		]),
	);
}
