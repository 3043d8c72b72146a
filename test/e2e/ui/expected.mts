import { PROVIDER_IDS } from '../../../tools/providers.js';
import { underTest } from '../providers/index.mts';
import { OPERATION_NAMES, type ProviderUnderTest } from '../providers/provider.mts';

/** The keys of a receipt, in the order of the package's public interface. */
export const RECEIPT_KEYS = [
	'success',
	'status',
	'provider',
	'operation',
	'account',
	'chatId',
	'sender',
	'messageIds',
	'typingIndicator',
	'requestId',
] as const;

/** What n8n shows when the Cloud API does not accept the token: what happened, and what to do. */
export const TOKEN_REFUSED = {
	message: 'The access token is not valid or has expired',
	description: ['Create a permanent token', 'put it into the credential', 'HTTP 401'],
} as const;

/** A setting of the panel, and what then stands in it. What is particular to a provider, it says itself. */
export interface ExpectedPanel {
	readonly provider: string;
	readonly operation: (typeof OPERATION_NAMES)[keyof typeof OPERATION_NAMES];
	readonly source: 'Take From Incoming Webhook' | 'Define Below';
	/** Set where the field *Chat Type* is there; first of all it is Direct. */
	readonly chatType?: 'Group';
	/** The labels from top to bottom. */
	readonly labels: readonly string[];
}

const WEBHOOK = 'Take From Incoming Webhook';
const BELOW = 'Define Below';
const TYPING = 'Show Typing Indicator';

/** What the providers call the field for the account; it shows for whole chats too. */
const ACCOUNT_LABELS = ['Instance', 'Session', 'Device'];

export const EXPECTED_PANELS: readonly ExpectedPanel[] = PROVIDER_IDS.map(underTest).flatMap(
	({ label, credential, operations, messageFields, typingCalls }) => {
		const withFields = (fields: readonly string[]) => ({
			provider: label,
			labels: [
				'Provider',
				`Credential for ${credential.displayName}`,
				'Operation',
				'Message',
				...fields,
				'Options',
			],
		});
		const typing = typingCalls === null ? [] : [TYPING];
		const account = messageFields.filter((field) => ACCOUNT_LABELS.includes(field));
		return operations.flatMap((id): readonly ExpectedPanel[] => {
			const operation = OPERATION_NAMES[id];
			if (id !== 'markMessage') {
				return [
					{ ...withFields([]), operation, source: WEBHOOK },
					{ ...withFields([...account, 'Chat']), operation, source: BELOW },
				];
			}
			const ofGroup = withFields([...messageFields, 'Sender', ...typing]);
			return [
				{ ...withFields(typing), operation, source: WEBHOOK },
				{ ...withFields([...messageFields, ...typing]), operation, source: BELOW },
				...(messageFields.includes('Chat Type')
					? [{ ...ofGroup, operation, source: BELOW, chatType: 'Group' } as const]
					: []),
			];
		});
	},
);

/** n8n adds this to the operations of every node whose credential can sign any call. */
const BY_N8N = 'Custom API Call';

/** What the *Operation* dropdown offers. */
export function expectedOperations({ operations }: ProviderUnderTest): readonly string[] {
	return [...operations.map((operation) => OPERATION_NAMES[operation]), BY_N8N];
}

/** What *Add option* offers. */
export interface ExpectedOptions extends Pick<ExpectedPanel, 'provider' | 'source'> {
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

export const EXPECTED_OPTIONS: readonly ExpectedOptions[] = PROVIDER_IDS.map(underTest).flatMap(
	({ label: provider, latestOnly }): readonly ExpectedOptions[] => [
		{
			provider,
			source: WEBHOOK,
			options: [EVENTS, ...ALWAYS, ...(latestOnly ? [LATEST] : []), TIMEOUT],
		},
		{ provider, source: BELOW, options: [...ALWAYS, TIMEOUT] },
	],
);
