import type { INodeProperties } from 'n8n-workflow';

/**
 * The *Phone Number ID* of a provider that speaks Meta's format: chosen from the account's numbers, or typed.
 *
 * @param provider id of the provider it shows for
 * @param source where the list and the ID come from
 */
export function phoneNumberIdField(provider: string, source: string): INodeProperties {
	return {
		displayName: 'Phone Number ID',
		name: 'phoneNumberId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description: `Your WhatsApp number that received the message. Left empty, the one in the credential is used. ${source}`,
		displayOptions: { show: { provider: [provider], source: ['fields'] } },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a number…',
				typeOptions: { searchListMethod: 'searchAccounts', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 106540352242922',
				hint: "In the webhook it is 'phone_number_id' under 'metadata'",
				validation: [
					{
						type: 'regex',
						properties: {
							regex: '^\\s*\\d{6,20}\\s*$',
							errorMessage:
								'A phone number ID is 6 to 20 digits. It is not the phone number itself.',
						},
					},
				],
			},
		],
	};
}
