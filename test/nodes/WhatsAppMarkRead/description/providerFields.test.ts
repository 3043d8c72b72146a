import type { INodePropertyModeValidation } from 'n8n-workflow';

import { providerFields } from '../../../../nodes/WhatsAppMarkRead/description/providerFields';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';
import type { ProviderField } from '../../../../nodes/WhatsAppMarkRead/providers/provider';
import { plainProvider } from '../../../helpers/plainProvider';

function fieldOf(field: ProviderField) {
	const [built] = providerFields(plainProvider({ fields: [field] }));
	if (built === undefined) throw new TypeError('There is no field');
	return built;
}

describe('The fields of a provider under "Define Below"', () => {
	it('show for it alone', () => {
		for (const provider of PROVIDERS) {
			for (const { displayOptions } of providerFields(provider)) {
				expect(displayOptions?.show).toMatchObject({ provider: [provider.id], source: ['fields'] });
			}
		}
	});

	it('show for the operations that need them: a message id for single messages, a sender in groups', () => {
		expect(fieldOf({ name: 'chatId' }).displayOptions?.show).not.toHaveProperty('operation');
		expect(fieldOf({ name: 'messageId' }).displayOptions?.show?.operation).toEqual(['markMessage']);
		expect(fieldOf({ name: 'chatType' }).displayOptions?.show).not.toHaveProperty('chatType');
		expect(fieldOf({ name: 'sender' }).displayOptions?.show?.chatType).toEqual(['group']);
	});

	it('show for fewer operations where the provider says so', () => {
		const built = fieldOf({ name: 'chatId', operations: ['markChat'] });

		expect(built.displayOptions?.show?.operation).toEqual(['markChat']);
		expect(built).not.toHaveProperty('operations');
	});

	it('have the texts of the provider where it has its own, else the shared ones', () => {
		const own = { name: 'chatId', placeholder: 'e.g. anna', description: 'Who it is' } as const;

		expect(fieldOf(own)).toMatchObject({ displayName: 'Chat', ...own });
		expect(fieldOf({ name: 'chatId' }).placeholder).toBe('e.g. +55 11 99999-9999');
	});

	it('start with a direct chat', () => {
		expect(fieldOf({ name: 'chatType' }).default).toBe('direct');
	});
});

describe('The field "Phone Number ID"', () => {
	const field = fieldOf({ name: 'phoneNumberId' });

	it('is chosen from a list, or typed', () => {
		expect(field.type).toBe('resourceLocator');
		expect(field.modes?.map(({ name }) => name)).toEqual(['list', 'id']);
	});

	it.each([
		['106540352242922', true],
		[' 106540352242922 ', true],
		['+15550783881', false],
		['12345', false],
		['123456789012345678901', false],
	])('accepts %j as an ID: %s', (typed, isAccepted) => {
		const [validation] = field.modes?.[1]?.validation ?? [];
		expect(validation).toMatchObject({ type: 'regex' });
		const { regex } = (validation as INodePropertyModeValidation).properties as { regex: string };
		expect(new RegExp(regex).test(typed)).toBe(isAccepted);
	});
});

describe('The field for the account', () => {
	it('has the name that the provider has for it', () => {
		expect(fieldOf({ name: 'account' }).displayName).toBe('Account');
		expect(fieldOf({ name: 'account', displayName: 'Session' })).toMatchObject({
			displayName: 'Session',
			name: 'account',
		});
	});

	it('is chosen from a list, or typed, for every operation', () => {
		const field = fieldOf({ name: 'account' });
		expect(field.modes?.map(({ name }) => name)).toEqual(['list', 'id']);
		expect(field.displayOptions?.show).not.toHaveProperty('operation');
	});
});
