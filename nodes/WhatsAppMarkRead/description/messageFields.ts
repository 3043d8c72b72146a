import type { INodeProperties } from 'n8n-workflow';

/** Where the ids come from. */
export const SOURCE_FIELD: INodeProperties = {
	displayName: 'Message',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Take From Incoming Webhook',
			value: 'webhook',
			description:
				'Read everything from the event that the provider sent. Nothing else to fill in.',
		},
		{
			name: 'Define Below',
			value: 'fields',
			description: 'Give the IDs yourself, e.g. from a database',
		},
	],
	default: 'webhook',
	description: 'Where the message to mark is taken from',
};

/** The typing indicator beside the receipt. */
export const TYPING_FIELD: INodeProperties = {
	displayName: 'Show Typing Indicator',
	name: 'typingIndicator',
	type: 'boolean',
	default: false,
	description:
		'Whether the sender sees that you are typing. Use it when an answer follows: it ends with your reply, or after about 25 seconds.',
	displayOptions: { show: { operation: ['markMessage'] } },
};
