import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { DEFAULT_OPTIONS } from '../description/optionsField';
import { isLocator } from '../description/providerFields';
import { InvalidInput, shown } from '../input/invalidInput';
import type { DeliverySettings } from '../pipeline/markRead';
import type { InputItem } from '../pipeline/item';
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
	const number = (name: NumericOption, label: string, range: Range) =>
		readNumber(options[name] ?? DEFAULT_OPTIONS[name], label, range);
	return {
		maxConcurrency: Math.floor(number('maxConcurrency', 'Max Concurrency', [1, 1000])),
		maxRetries: Math.floor(number('maxRetries', 'Max Retries', [0, 20])),
		maxWait: number('maxWait', 'Max Wait (Seconds)', [0, 3600]) * 1000,
		timeout: number('timeout', 'Timeout (Ms)', [1, 300_000]),
	};
}

type NumericOption = 'maxConcurrency' | 'maxRetries' | 'maxWait' | 'timeout';

/** Smallest and largest value; the panel holds typed values to the same, but not those of expressions. */
type Range = readonly [least: number, most: number];

function readNumber(value: unknown, label: string, [least, most]: Range): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && number >= least && number <= most) return number;
	throw new InvalidInput(
		`'${label}' is ${shown(value)}, but should be a number from ${least} to ${most}`,
		'Correct it under Options.',
	);
}

/** An expression may hand over the texts `true` and `false`. */
function readSwitch(value: unknown, label: string): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw new InvalidInput(
		`'${label}' is ${shown(value)}, but should be true or false`,
		'Correct the expression, or switch it by hand.',
	);
}

function readChoice<Choice extends string>(
	value: unknown,
	label: string,
	choices: readonly Choice[],
): Choice {
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== undefined) return choice;
	throw new InvalidInput(
		`'${label}' is ${shown(value)}, but should be one of ${choices.join(', ')}`,
		'Choose it from the list.',
	);
}

/** Reads all parameters of one item, as n8n resolves them for it. */
export function readInputItem(
	context: IExecuteFunctions,
	provider: Provider,
	json: IDataObject,
	index: number,
): InputItem {
	const options = context.getNodeParameter('options', index, {}) as IDataObject;
	const typingIndicator = context.getNodeParameter('typingIndicator', index, false);
	const given = { ...DEFAULT_OPTIONS, latestOnly: provider.latestOnlyDefault ?? false, ...options };
	const source = readChoice(context.getNodeParameter('source', index, 'webhook'), 'Message', [
		'webhook',
		'fields',
	]);
	return {
		index,
		json,
		operation: readOperation(context),
		source,
		fields: source === 'fields' ? readFields(context, provider, index) : {},
		typingIndicator: readSwitch(typingIndicator, 'Show Typing Indicator'),
		latestOnly: readSwitch(given.latestOnly, 'Only the Latest Message'),
		nonMessageEvents: readChoice(given.nonMessageEvents, 'Events Without a Message', [
			'drop',
			'pass',
			'error',
		]),
		includeInput: readSwitch(given.includeInput, 'Include Input Fields'),
		includeResponse: readSwitch(given.includeResponse, 'Include Response'),
	};
}

/** The operation of the node: the same for all items, since the dropdown takes no expression. */
export function readOperation(context: IExecuteFunctions): Operation {
	return context.getNodeParameter('operation', 0, 'markMessage') as Operation;
}

/** A hidden field (e.g. *Sender* in a direct chat) has no value. */
function readFields(context: IExecuteFunctions, provider: Provider, index: number): FieldValues {
	return Object.fromEntries(
		provider.fields.map(({ name }) => [
			name,
			context.getNodeParameter(name, index, null, { extractValue: isLocator(name) }),
		]),
	);
}
