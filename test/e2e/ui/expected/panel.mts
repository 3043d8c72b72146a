import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { OPERATION_NAMES, type ProviderUnderTest } from '../../providers/provider.mts';

/** What the node's panel must show: what is particular to a provider, it says itself. */
const PROVIDERS = PROVIDER_IDS.map(underTest);

export type OperationLabel = (typeof OPERATION_NAMES)[keyof typeof OPERATION_NAMES];
export type SourceLabel = 'Take From Incoming Webhook' | 'Define Below';

/** A setting of the panel, and the fields between *Message* and *Options* that belong to it. */
export interface ExpectedPanel {
	readonly provider: string;
	/** What the credential is called. */
	readonly credential: string;
	readonly operation: OperationLabel;
	readonly source: SourceLabel;
	/** Set where the field *Chat Type* is there; first of all it is Direct. */
	readonly chatType?: 'Group';
	readonly fields: readonly string[];
}

const WEBHOOK = 'Take From Incoming Webhook';
const BELOW = 'Define Below';
const TYPING = 'Show Typing Indicator';

export const EXPECTED_PANELS: readonly ExpectedPanel[] = PROVIDERS.flatMap(panelsOf);

function panelsOf(expected: ProviderUnderTest): readonly ExpectedPanel[] {
	const { label, credential, operations, messageFields } = expected;
	const hasGroups = messageFields.includes('Chat Type');
	return operations.flatMap((operation) => {
		const panel = {
			provider: label,
			credential: credential.displayName,
			operation: OPERATION_NAMES[operation],
		};
		if (operation !== 'markMessage') {
			return [
				{ ...panel, source: WEBHOOK, fields: [] },
				{ ...panel, source: BELOW, fields: ['Chat'] },
			];
		}
		const group = {
			...panel,
			source: BELOW,
			chatType: 'Group',
			fields: [...messageFields, 'Sender', TYPING],
		} as const;
		return [
			{ ...panel, source: WEBHOOK, fields: [TYPING] },
			{ ...panel, source: BELOW, fields: [...messageFields, TYPING] },
			...(hasGroups ? [group] : []),
		];
	});
}

/** What stands above and below those fields, whatever is chosen. */
export function wholePanel({
	credential,
	fields,
}: Pick<ExpectedPanel, 'credential' | 'fields'>): string[] {
	return ['Provider', `Credential for ${credential}`, 'Operation', 'Message', ...fields, 'Options'];
}

/** n8n adds this to the operations of every node whose credential can sign any call. */
const BY_N8N = 'Custom API Call';

/** What the *Operation* dropdown offers. */
export function expectedOperations({ operations }: ProviderUnderTest): readonly string[] {
	return [...operations.map((operation) => OPERATION_NAMES[operation]), BY_N8N];
}

/** What *Add option* offers. */
export interface ExpectedOptions {
	readonly provider: string;
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

export const EXPECTED_OPTIONS: readonly ExpectedOptions[] = PROVIDERS.flatMap(
	({ label, latestOnly }): readonly ExpectedOptions[] => [
		{
			provider: label,
			source: WEBHOOK,
			options: [EVENTS, ...ALWAYS, ...(latestOnly ? [LATEST] : []), TIMEOUT],
		},
		{ provider: label, source: BELOW, options: [...ALWAYS, TIMEOUT] },
	],
);
