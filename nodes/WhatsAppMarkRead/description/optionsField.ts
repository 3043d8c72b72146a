import type { INodeProperties } from 'n8n-workflow';

import type { Provider } from '../providers/provider';

/**
 * The options, alphabetical by label as n8n asks for: the panel shows them, and `n8n/parameters.ts` reads them with the
 * same label, default and range.
 */
export const OPTIONS = {
	nonMessageEvents: {
		displayName: 'Events Without a Message',
		name: 'nonMessageEvents',
		type: 'options',
		options: [
			{
				name: 'Drop',
				value: 'drop',
				description: 'No output: the next nodes do not run for such an event',
			},
			{
				name: 'Pass On',
				value: 'pass',
				description: 'The event comes out as an item with the status "skipped" and the reason',
			},
			{
				name: 'Fail',
				value: 'error',
				description:
					"The event is an error. 'On Error' in the Settings tab decides what happens next.",
			},
		],
		default: 'drop',
		description:
			'What to do with events that contain no message to mark, such as delivery statuses, reactions, edits and messages you sent',
		displayOptions: { show: { '/source': ['webhook'] } },
	},
	includeInput: {
		displayName: 'Include Input Fields',
		name: 'includeInput',
		type: 'boolean',
		default: false,
		description:
			"Whether the incoming fields, such as the text of the message, stay in the output. The receipt is then under 'readReceipt', and an incoming field 'error' is renamed to 'inputError'.",
	},
	includeResponse: {
		displayName: 'Include Response',
		name: 'includeResponse',
		type: 'boolean',
		default: false,
		description: "Whether the provider's raw response is added to the output, under 'response'",
	},
	maxConcurrency: {
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 10,
		description:
			'How many requests may run at the same time. Lower it if the provider reports too many requests.',
	},
	maxRetries: {
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20 },
		default: 3,
		description:
			'How often a request is retried if the provider cannot be reached or is temporarily unavailable. Permanent errors are never retried.',
	},
	maxWait: {
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: 120,
		description: 'How many seconds one execution may wait in total for rate limits of the provider',
	},
	latestOnly: {
		displayName: 'Only the Latest Message',
		name: 'latestOnly',
		type: 'boolean',
		default: true,
		description:
			'Whether several messages of a chat get one read receipt, for the newest message: WhatsApp then marks the earlier ones as read too. In groups each message gets its own read receipt.',
	},
	timeout: {
		displayName: 'Timeout (Ms)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 300_000 },
		default: 10000,
		description:
			'How long to wait for the response to one request, in milliseconds (1000 = one second)',
	},
} as const satisfies Readonly<Record<string, INodeProperties>>;

/** The *Options* collection. */
export function optionsField(providers: readonly Provider[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: Object.values(OPTIONS).flatMap((option) =>
			option.name === 'latestOnly' ? providers.flatMap(latestOnlyOption) : [option],
		),
	};
}

/** *Only the Latest Message*, with the default of the provider; absent where it would have no effect. */
function latestOnlyOption({ id, latestOnlyDefault }: Provider): INodeProperties[] {
	if (latestOnlyDefault === null) return [];
	const displayOptions = { show: { '/provider': [id], '/source': ['webhook'] } };
	return [{ ...OPTIONS.latestOnly, default: latestOnlyDefault, displayOptions }];
}
