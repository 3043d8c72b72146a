import type { INodeParameters } from 'n8n-workflow';

import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import {
	readInputItem,
	readOperation,
	readProvider,
	readRunSettings,
} from '../../../../nodes/WhatsAppMarkRead/n8n/parameters';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';
import { executeContext } from '../../../helpers/executeContext';
import { inputItem } from '../../../helpers/inputItems';
import { PLAIN } from '../../../helpers/plainNode';
import { providerFile } from '../../../helpers/providerFile';
import { providerWith } from '../../../helpers/providerWith';
import { refusalOf } from '../../../helpers/refusalOf';

function settings(options: INodeParameters) {
	return readRunSettings(executeContext({ parameters: { options } }));
}

function item(provider: string, parameters: INodeParameters = {}) {
	const context = executeContext({ provider, parameters });
	return readInputItem(context, readProvider(context, [...PROVIDERS, ...PLAIN]), {}, 0);
}

describe('The provider', () => {
	it.each(PROVIDERS)('may be $displayName', (provider) => {
		expect(readProvider(executeContext({ provider: provider.id }), PROVIDERS)).toBe(provider);
	});

	it('of a workflow that was written by hand may be unknown: those that are known are named', () => {
		const context = executeContext({ parameters: { provider: 'telegram' } });

		expect(refusalOf(() => readProvider(context, PROVIDERS))).toMatchObject({
			message: '\'Provider\' is "telegram", which this node does not know',
			advice: `Choose one of ${PROVIDERS.map(({ displayName }) => displayName).join(', ')}.`,
		});
	});
});

describe('The settings of a run', () => {
	it.each<[string, INodeParameters, object]>([
		[
			'are those of the panel when the user leaves the options alone, with times in milliseconds',
			{},
			{ maxConcurrency: 10, maxRetries: 3, maxWait: 120_000, timeout: 10_000 },
		],
		[
			'may be numbers in a text, as expressions give them',
			{ maxConcurrency: ' 5 ', maxWait: '1.5' },
			{ maxConcurrency: 5, maxWait: 1_500 },
		],
		[
			'are rounded down to whole requests and retries',
			{ maxConcurrency: 2.9, maxRetries: 1.9 },
			{ maxConcurrency: 2, maxRetries: 1 },
		],
	])('%s', (_, options, expected) => {
		expect(settings(options)).toMatchObject(expected);
	});

	it.each([
		['maxConcurrency', [1, 1000]],
		['maxRetries', [0, 20]],
		['maxWait', [0, 3600]],
		['timeout', [1, 300_000]],
	] as const)('keep %s within its range, including both ends', (name, [least, most]) => {
		for (const value of [least, most]) expect(() => settings({ [name]: value })).not.toThrow();
		for (const value of [least - 1, most + 1]) {
			expect(() => settings({ [name]: value })).toThrow(InvalidInput);
		}
	});

	it.each([[''], ['  '], ['soon'], [true], [[3]], [{ value: 3 }], [Number.NaN]])(
		'are refused when a number is %j',
		(value) => {
			expect(refusalOf(() => settings({ timeout: value as string }))).toMatchObject({
				message: expect.stringMatching(
					/^'Timeout \(Ms\)' is .*, but should be a number from 1 to 300000$/,
				) as string,
				advice: 'Correct it under Options.',
			});
		},
	);
});

describe('The parameters of an item', () => {
	it('are those of the panel when the user leaves everything alone', () => {
		expect(item('cloudApi')).toEqual(inputItem({ latestOnly: true }));
	});

	it.each(PROVIDERS)(
		"have the provider's default for Only the Latest Message: $displayName",
		({ id }) => {
			expect(item(id).latestOnly).toBe(providerFile(id, 'panel').latestOnly ?? false);
		},
	);

	it('hold the fields of the provider under "Define Below", the hidden ones without a value', () => {
		const fields = { chatId: '5511999999999', messageId: 'AAA1' };
		const withSender = providerWith(({ fields }) =>
			['messageId', 'sender'].every((name) => fields.some((field) => field.name === name)),
		);

		expect(item(withSender.id, { source: 'fields', ...fields })).toMatchObject({
			fields: { ...fields, sender: null },
		});
	});

	const phoneNumberId = { __rl: true, mode: 'list', value: '106540352242922' };
	it.each<[string, string, object, object]>([
		[
			'hold what was chosen from a list, without how it was chosen',
			'cloudApi',
			{ source: 'fields', messageId: 'wamid.ABC', phoneNumberId },
			{ fields: { phoneNumberId: '106540352242922' } },
		],
		[
			"may overrule the provider's default for Only the Latest Message",
			'cloudApi',
			{ options: { latestOnly: false } },
			{ latestOnly: false },
		],
		[
			'may be switches in a text, as expressions give them',
			'plain',
			{ typingIndicator: 'true', options: { includeInput: 'false' } },
			{ typingIndicator: true, includeInput: false },
		],
	])('%s', (_, provider, parameters, expected) => {
		expect(item(provider, parameters as INodeParameters)).toMatchObject(expected);
	});

	it('hold no fields when the message comes from the webhook', () => {
		expect(item('plain', { source: 'webhook', messageId: 'AAA1' }).fields).toEqual({});
	});

	it('are refused when the message comes from anywhere else', () => {
		expect(refusalOf(() => item('plain', { source: 'database' }))).toMatchObject({
			message: '\'Message\' is "database", but should be one of webhook, fields',
		});
	});

	it('have the operation that the node is set to', () => {
		const context = executeContext({ parameters: { operation: 'markChat' } });

		expect(readOperation(context)).toBe('markChat');
	});
});
