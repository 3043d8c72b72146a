import type { INodePropertyModeValidation } from 'n8n-workflow';

import { phoneNumberIdField } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/phoneNumberIdField';

describe('The field "Phone Number ID"', () => {
	const field = phoneNumberIdField('kirim', 'The list shows the connected numbers.');

	it('is chosen from a list, or typed', () => {
		expect(field.name).toBe('phoneNumberId');
		expect(field.type).toBe('resourceLocator');
		expect(field.modes?.map(({ name }) => name)).toEqual(['list', 'id']);
	});

	it('shows for its provider, under "Define Below"', () => {
		expect(field.displayOptions).toEqual({ show: { provider: ['kirim'], source: ['fields'] } });
	});

	it.each([
		['106540352242922', true],
		[' 106540352242922 ', true],
		['+15550783881', false],
		['12345', false],
		['123456789012345678901', false],
	])('takes %j for an id: %s', (typed, isTaken) => {
		const [validation] = field.modes?.[1]?.validation ?? [];
		expect(validation).toMatchObject({ type: 'regex' });
		const { regex } = (validation as INodePropertyModeValidation).properties as { regex: string };
		expect(new RegExp(regex).test(typed)).toBe(isTaken);
	});
});
