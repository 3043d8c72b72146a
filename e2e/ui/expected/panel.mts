/**
 * What the node's panel must show, written down from the package's public interface and not read
 * from the node: whoever changes a label or a condition there changes it here as well.
 */

export const PROVIDER_LABELS = ['WhatsApp Cloud API', 'Kirim.chat', 'RyzeAPI', 'Wawp'] as const;
export type ProviderLabel = (typeof PROVIDER_LABELS)[number];

export const OPERATION_LABELS = [
	'Mark Message as Read',
	'Mark Chat as Read',
	'Mark Chat as Unread',
] as const;
export type OperationLabel = (typeof OPERATION_LABELS)[number];

export const SOURCE_LABELS = ['Take From Incoming Webhook', 'Define Below'] as const;
export type SourceLabel = (typeof SOURCE_LABELS)[number];

/** A setting of the panel, and the fields between *Message* and *Options* that belong to it. */
export interface ExpectedPanel {
	readonly provider: ProviderLabel;
	readonly operation: OperationLabel;
	readonly source: SourceLabel;
	/** Set where the field *Chat Type* is there; first of all it is Direct. */
	readonly chatType?: 'Group';
	readonly fields: readonly string[];
}

const MESSAGE = 'Mark Message as Read';
const CHAT = 'Mark Chat as Read';
const UNREAD = 'Mark Chat as Unread';
const WEBHOOK = 'Take From Incoming Webhook';
const BELOW = 'Define Below';
const TYPING = 'Show Typing Indicator';

export const EXPECTED_PANELS: readonly ExpectedPanel[] = [
	{
		provider: 'WhatsApp Cloud API',
		operation: MESSAGE,
		source: WEBHOOK,
		fields: [TYPING],
	},
	{
		provider: 'WhatsApp Cloud API',
		operation: MESSAGE,
		source: BELOW,
		fields: ['Phone Number ID', 'Message ID', TYPING],
	},
	{
		provider: 'Kirim.chat',
		operation: MESSAGE,
		source: WEBHOOK,
		fields: [TYPING],
	},
	{
		provider: 'Kirim.chat',
		operation: MESSAGE,
		source: BELOW,
		fields: ['Phone Number ID', 'Message ID', TYPING],
	},
	{
		provider: 'RyzeAPI',
		operation: MESSAGE,
		source: WEBHOOK,
		fields: [TYPING],
	},
	{
		provider: 'RyzeAPI',
		operation: MESSAGE,
		source: BELOW,
		fields: ['Chat', 'Message ID', 'Chat Type', TYPING],
	},
	{
		provider: 'RyzeAPI',
		operation: MESSAGE,
		source: BELOW,
		chatType: 'Group',
		fields: ['Chat', 'Message ID', 'Chat Type', 'Sender', TYPING],
	},
	{ provider: 'RyzeAPI', operation: CHAT, source: WEBHOOK, fields: [] },
	{ provider: 'RyzeAPI', operation: CHAT, source: BELOW, fields: ['Chat'] },
	{ provider: 'RyzeAPI', operation: UNREAD, source: WEBHOOK, fields: [] },
	{ provider: 'RyzeAPI', operation: UNREAD, source: BELOW, fields: ['Chat'] },
	{
		provider: 'Wawp',
		operation: MESSAGE,
		source: WEBHOOK,
		fields: [TYPING],
	},
	{
		provider: 'Wawp',
		operation: MESSAGE,
		source: BELOW,
		fields: ['Chat', 'Message IDs', 'Chat Type', TYPING],
	},
	{
		provider: 'Wawp',
		operation: MESSAGE,
		source: BELOW,
		chatType: 'Group',
		fields: ['Chat', 'Message IDs', 'Chat Type', 'Sender', TYPING],
	},
	{ provider: 'Wawp', operation: CHAT, source: WEBHOOK, fields: [] },
	{ provider: 'Wawp', operation: CHAT, source: BELOW, fields: ['Chat'] },
	{ provider: 'Wawp', operation: UNREAD, source: WEBHOOK, fields: [] },
	{ provider: 'Wawp', operation: UNREAD, source: BELOW, fields: ['Chat'] },
];

/** What stands above and below those fields, whatever is chosen. */
export function wholePanel({ provider, fields }: ExpectedPanel): string[] {
	return ['Provider', CREDENTIAL_LABELS[provider], 'Operation', 'Message', ...fields, 'Options'];
}

const CREDENTIAL_LABELS: Readonly<Record<ProviderLabel, string>> = {
	'WhatsApp Cloud API': 'Credential for WhatsApp Mark Read: Cloud API',
	'Kirim.chat': 'Credential for WhatsApp Mark Read: Kirim.chat API',
	RyzeAPI: 'Credential for WhatsApp Mark Read: RyzeAPI API',
	Wawp: 'Credential for WhatsApp Mark Read: Wawp API',
};

/** n8n adds this to the operations of every node whose credential can sign any call. */
const BY_N8N = 'Custom API Call';

/** What the *Operation* dropdown offers. */
export const EXPECTED_OPERATIONS: Readonly<Record<ProviderLabel, readonly string[]>> = {
	'WhatsApp Cloud API': [MESSAGE, BY_N8N],
	'Kirim.chat': [MESSAGE, BY_N8N],
	RyzeAPI: [MESSAGE, CHAT, UNREAD, BY_N8N],
	Wawp: [MESSAGE, CHAT, UNREAD, BY_N8N],
};

/** What *Add option* offers. */
export interface ExpectedOptions {
	readonly provider: ProviderLabel;
	readonly source: SourceLabel;
	readonly options: readonly string[];
}

/** What has an effect always, alphabetical like the panel's list. */
const ALWAYS = [
	'Include Input Fields',
	'Include Response',
	'Max Concurrency',
	'Max Retries',
	'Max Wait (Seconds)',
] as const;
const EVENTS = 'Events Without a Message';
const LATEST = 'Only the Latest Message';
const TIMEOUT = 'Timeout (Ms)';

export const EXPECTED_OPTIONS: readonly ExpectedOptions[] = [
	{
		provider: 'WhatsApp Cloud API',
		source: WEBHOOK,
		options: [EVENTS, ...ALWAYS, LATEST, TIMEOUT],
	},
	{ provider: 'WhatsApp Cloud API', source: BELOW, options: [...ALWAYS, TIMEOUT] },
	{ provider: 'Kirim.chat', source: WEBHOOK, options: [EVENTS, ...ALWAYS, LATEST, TIMEOUT] },
	{ provider: 'Kirim.chat', source: BELOW, options: [...ALWAYS, TIMEOUT] },
	{ provider: 'RyzeAPI', source: WEBHOOK, options: [EVENTS, ...ALWAYS, TIMEOUT] },
	{ provider: 'RyzeAPI', source: BELOW, options: [...ALWAYS, TIMEOUT] },
	{ provider: 'Wawp', source: WEBHOOK, options: [EVENTS, ...ALWAYS, TIMEOUT] },
	{ provider: 'Wawp', source: BELOW, options: [...ALWAYS, TIMEOUT] },
];
