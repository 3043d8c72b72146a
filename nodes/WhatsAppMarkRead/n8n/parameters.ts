import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { OPTIONS } from '../description/optionsField';
import { SOURCE_FIELD, TYPING_FIELD } from '../description/panelFields';
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
	const number = (option: NumberOption) =>
		readNumber(options[option.name] ?? option.default, option);
	return {
		maxConcurrency: Math.floor(number(OPTIONS.maxConcurrency)),
		maxRetries: Math.floor(number(OPTIONS.maxRetries)),
		maxWait: number(OPTIONS.maxWait) * 1000,
		timeout: number(OPTIONS.timeout),
	};
}

/** The panel holds typed values to the range, but not those of expressions. */
type NumberOption = (typeof OPTIONS)['maxConcurrency' | 'maxRetries' | 'maxWait' | 'timeout'];

function readNumber(value: unknown, { displayName, typeOptions }: NumberOption): number {
	const { minValue, maxValue } = typeOptions;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && number >= minValue && number <= maxValue) return number;
	throw new InvalidInput(
		`'${displayName}' is ${shown(value)}, but should be a number from ${minValue} to ${maxValue}`,
		'Correct it under Options.',
	);
}

/** An expression may return the texts `true` and `false`. */
function readSwitch(value: unknown, { displayName }: { readonly displayName: string }): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw new InvalidInput(
		`'${displayName}' is ${shown(value)}, but should be true or false`,
		'Correct the expression, or set the switch by hand.',
	);
}

function readChoice<Choice extends string>(
	value: unknown,
	dropdown: { readonly displayName: string; readonly options: ReadonlyArray<{ value: Choice }> },
): Choice {
	const choices = dropdown.options.map((option) => option.value);
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== undefined) return choice;
	throw new InvalidInput(
		`'${dropdown.displayName}' is ${shown(value)}, but should be one of ${choices.join(', ')}`,
		'Choose one from the list.',
	);
}

const DEFAULTS: IDataObject = Object.fromEntries(
	Object.values(OPTIONS).map((option) => [option.name, option.default]),
);

/** Reads all parameters of one item, as n8n resolves them for it. */
export function readInputItem(
	context: IExecuteFunctions,
	provider: Provider,
	json: IDataObject,
	index: number,
): InputItem {
	const options = context.getNodeParameter('options', index, {}) as IDataObject;
	const typingIndicator = context.getNodeParameter('typingIndicator', index, false);
	const given: IDataObject = {
		...DEFAULTS,
		latestOnly: provider.latestOnlyDefault ?? false,
		...options,
	};
	const source = readChoice(context.getNodeParameter('source', index, 'webhook'), SOURCE_FIELD);
	return {
		index,
		json,
		operation: readOperation(context),
		source,
		fields: source === 'fields' ? readFields(context, provider, index) : {},
		typingIndicator: readSwitch(typingIndicator, TYPING_FIELD),
		latestOnly: readSwitch(given.latestOnly, OPTIONS.latestOnly),
		nonMessageEvents: readChoice(given.nonMessageEvents, OPTIONS.nonMessageEvents),
		includeInput: readSwitch(given.includeInput, OPTIONS.includeInput),
		includeResponse: readSwitch(given.includeResponse, OPTIONS.includeResponse),
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
