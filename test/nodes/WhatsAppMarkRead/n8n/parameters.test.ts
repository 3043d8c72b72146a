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
	it('are those of the panel when the user leaves the options alone, with times in milliseconds', () => {
		expect(settings({})).toEqual({
			maxConcurrency: 10,
			maxRetries: 3,
			maxWait: 120_000,
			timeout: 10_000,
		});
	});

	it('may be numbers in a text, as expressions give them', () => {
		expect(settings({ maxConcurrency: ' 5 ', maxWait: '1.5' })).toMatchObject({
			maxConcurrency: 5,
			maxWait: 1_500,
		});
	});

	it('are rounded down to whole requests and retries', () => {
		expect(settings({ maxConcurrency: 2.9, maxRetries: 1.9 })).toMatchObject({
			maxConcurrency: 2,
			maxRetries: 1,
		});
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
		expect(item('cloudApi')).toEqual({
			index: 0,
			json: {},
			operation: 'markMessage',
			source: 'webhook',
			fields: {},
			typingIndicator: false,
			latestOnly: true,
			nonMessageEvents: 'drop',
			includeInput: false,
			includeResponse: false,
		});
	});

	it.each(PROVIDERS)(
		"have the provider's default for Only the Latest Message: $displayName",
		({ id }) => {
			expect(item(id).latestOnly).toBe(providerFile(id, 'panel').latestOnly ?? false);
		},
	);

	it("may overrule the provider's default for Only the Latest Message", () => {
		expect(item('cloudApi', { options: { latestOnly: false } }).latestOnly).toBe(false);
	});

	it('hold the fields of the provider under "Define Below", the hidden ones without a value', () => {
		const parameters = { source: 'fields', chatId: '5511999999999', messageId: 'AAA1' };
		const withSender = providerWith(({ fields }) =>
			['messageId', 'sender'].every((name) => fields.some((field) => field.name === name)),
		);

		expect(item(withSender.id, parameters).fields).toMatchObject({
			chatId: '5511999999999',
			messageId: 'AAA1',
			sender: null,
		});
	});

	it('hold what was chosen from a list, without how it was chosen', () => {
		const phoneNumberId = { __rl: true, mode: 'list', value: '106540352242922' };
		const parameters = { source: 'fields', messageId: 'wamid.ABC', phoneNumberId };

		expect(item('cloudApi', parameters).fields).toMatchObject({
			phoneNumberId: '106540352242922',
		});
	});

	it('hold no fields when the message comes from the webhook', () => {
		expect(item('plain', { source: 'webhook', messageId: 'AAA1' }).fields).toEqual({});
	});

	it('may be switches in a text, as expressions give them', () => {
		const parameters = { typingIndicator: 'true', options: { includeInput: 'false' } };

		expect(item('plain', parameters as unknown as INodeParameters)).toMatchObject({
			typingIndicator: true,
			includeInput: false,
		});
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
