import type { INodeProperties } from 'n8n-workflow';

import type { FieldValues, Provider } from '../providers/provider';

/** What a shared field looks like, whichever provider takes it. */
type SharedField = Omit<INodeProperties, 'displayOptions'> & {
	/** When it shows, besides the provider and *Define Below*. */
	readonly shownFor?: Readonly<Record<string, string[]>>;
};

const ONE_MESSAGE = { operation: ['markMessage'] };

const FIELDS: Readonly<Record<keyof FieldValues, SharedField>> = {
	phoneNumberId: {
		displayName: 'Phone Number ID',
		name: 'phoneNumberId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Your WhatsApp number that received the message. If empty, the one in the credential is used.',
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
								'A phone number ID has 6 to 20 digits. It is not the phone number itself.',
						},
					},
				],
			},
		],
	},
	account: {
		displayName: 'Account',
		name: 'account',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Which of your linked numbers received the message. If empty, the one in the credential is used.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select one…',
				typeOptions: { searchListMethod: 'searchAccounts', searchable: true },
			},
			{ displayName: 'By Name', name: 'id', type: 'string', placeholder: 'e.g. support' },
		],
	},
	chatId: {
		displayName: 'Chat',
		name: 'chatId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 11 99999-9999',
		description: 'A phone number with country code, or a JID',
	},
	messageId: {
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		description: 'Separate several IDs by commas, or use an expression that returns a list',
		shownFor: ONE_MESSAGE,
	},
	messageIds: {
		displayName: 'Message IDs',
		name: 'messageIds',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Message ID' },
		required: true,
		default: [],
		description:
			'An entry may contain several IDs, separated by commas or as a list from an expression',
		shownFor: ONE_MESSAGE,
	},
	// It decides whether *Sender* shows. A display condition on the chat itself would hide *Sender* whenever the sample data
	// is a direct chat: n8n's editor resolves expressions before it decides.
	chatType: {
		displayName: 'Chat Type',
		name: 'chatType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Direct', value: 'direct', description: 'A chat with one person' },
			{
				name: 'Group',
				value: 'group',
				description:
					'A group, or a chat that can be either: the sender is then used for groups only',
			},
		],
		default: 'direct',
		description:
			'Whether the chat is with one person or a group. The JID of a group ends in @g.us.',
		shownFor: ONE_MESSAGE,
	},
	sender: {
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		description: 'The author of the group message',
		shownFor: { ...ONE_MESSAGE, chatType: ['group'] },
	},
};

/** The fields that show for a provider under *Define Below*, with its own placeholders and descriptions. */
export function providerFields({ id, fields }: Provider): INodeProperties[] {
	return fields.map(({ operations, ...own }) => {
		const { shownFor, ...shared } = FIELDS[own.name];
		const operation = operations === undefined ? {} : { operation: [...operations] };
		const displayOptions = {
			show: { provider: [id], source: ['fields'], ...shownFor, ...operation },
		};
		return { ...shared, ...own, displayOptions };
	});
}

/** Whether n8n wraps the values of a field in an object (*From List*, *By ID*). */
export function isLocator(name: keyof FieldValues): boolean {
	return FIELDS[name].type === 'resourceLocator';
}
