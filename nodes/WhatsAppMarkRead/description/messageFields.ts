import type { INodeProperties } from 'n8n-workflow';

/** Where the ids come from. */
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
				'The IDs are read from what the provider posted to the Webhook node. Nothing else to fill in.',
		},
		{
			name: 'Define Below',
			value: 'fields',
			description: 'You fill in the IDs, e.g. from a database or a spreadsheet',
		},
	],
	default: 'webhook',
	description: 'Where the node learns which message or chat to mark',
} as const satisfies INodeProperties;

/** The typing indicator beside the receipt. */
export const TYPING_FIELD = {
	displayName: 'Show Typing Indicator',
	name: 'typingIndicator',
	type: 'boolean',
	default: false,
	description:
		'Whether the sender sees that you are typing. Use it when a reply follows: it ends with the reply, or by itself after a while (25 seconds on the Cloud API).',
	displayOptions: { show: { operation: ['markMessage'] } },
} as const satisfies INodeProperties;
