import type { INodeProperties } from 'n8n-workflow';

import type { Provider } from '../providers/provider';

/** Values of the options that the user leaves alone: the same as the literal defaults below, which n8n's lint wants to see. */
export const DEFAULT_OPTIONS = {
	includeInput: false,
	includeResponse: false,
	nonMessageEvents: 'drop',
	maxConcurrency: 10,
	maxRetries: 3,
	/** Milliseconds for one request. */
	timeout: 10_000,
	/** Seconds spent waiting for rate limits in one execution. */
	maxWait: 120,
} as const;

/** The *Options* collection, alphabetical as n8n asks for. */
export function optionsField(providers: readonly Provider[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Events Without a Message',
				name: 'nonMessageEvents',
				type: 'options',
				options: [
					{
						name: 'Drop',
						value: 'drop',
						description: 'Such an event leaves the node without an output item',
					},
					{
						name: 'Pass On',
						value: 'pass',
						description: 'Such an event comes out with the status "skipped" and the reason',
					},
					{ name: 'Refuse', value: 'error', description: 'Such an event counts as a failed item' },
				],
				default: 'drop',
				description:
					'What becomes of delivery statuses, reactions, edits, your own messages and other events that hold nothing to mark',
				displayOptions: { show: { '/source': ['webhook'] } },
			},
			{
				displayName: 'Include Input Fields',
				name: 'includeInput',
				type: 'boolean',
				default: false,
				description:
					"Whether the fields of the input item stay in the output. The receipt then goes under 'readReceipt'.",
			},
			{
				displayName: 'Include Response',
				name: 'includeResponse',
				type: 'boolean',
				default: false,
				description: "Whether the provider's raw answer is added under 'response'",
			},
			{
				displayName: 'Max Concurrency',
				name: 'maxConcurrency',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 10,
				description: 'How many requests may be under way at the same time',
			},
			{
				displayName: 'Max Retries',
				name: 'maxRetries',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 20 },
				default: 3,
				description:
					'How often a request is made again after temporary trouble. What the provider refuses for good is never tried again.',
			},
			{
				displayName: 'Max Wait (Seconds)',
				name: 'maxWait',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 3600 },
				default: 120,
				description: "How long one execution may wait for the provider's rate limit, all in all",
			},
			...providers.flatMap(latestOnlyOption),
			{
				displayName: 'Timeout (Ms)',
				name: 'timeout',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 300_000 },
				default: 10000,
				description: 'How long to wait for the answer to one request',
			},
		],
	};
}

const LATEST_ONLY: INodeProperties = {
	displayName: 'Only the Latest Message',
	name: 'latestOnly',
	type: 'boolean',
	default: true,
	description:
		'Whether one call per chat is made, for the newest message. WhatsApp marks the earlier ones of the chat with it. Not in groups, and only when the message comes from a webhook.',
};

/** *Only the Latest Message*, with the default of the provider; absent where it would have no effect. */
function latestOnlyOption({ id, latestOnlyDefault }: Provider): INodeProperties[] {
	if (latestOnlyDefault === null) return [];
	const displayOptions = { show: { '/provider': [id], '/source': ['webhook'] } };
	return [{ ...LATEST_ONLY, default: latestOnlyDefault, displayOptions }];
}
