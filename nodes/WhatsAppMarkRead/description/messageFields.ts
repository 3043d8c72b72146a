import type { INodeProperties } from 'n8n-workflow';

export const SOURCE_FIELD = {
	displayName: 'Message',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Take From Incoming Webhook',
			value: 'webhook',
			description:
				'The IDs are read from the event that the Webhook node received. Nothing else to fill in.',
		},
		{
			name: 'Define Below',
			value: 'fields',
			description: 'Enter the IDs yourself, e.g. from a database or a spreadsheet',
		},
	],
	default: 'webhook',
	description: 'Where the IDs of the message or chat come from',
} as const satisfies INodeProperties;

export const TYPING_FIELD = {
	displayName: 'Show Typing Indicator',
	name: 'typingIndicator',
	type: 'boolean',
	default: false,
	description:
		'Whether the sender sees that you are typing. Use it when a reply follows: the indicator disappears with the reply, or after a while (25 seconds on the Cloud API).',
	displayOptions: { show: { operation: ['markMessage'] } },
} as const satisfies INodeProperties;
