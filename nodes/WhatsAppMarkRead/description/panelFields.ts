import type {
	INodeCredentialDescription,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Operation, Provider } from '../providers/provider';

const PROVIDER: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
	description:
		'The service that delivers your WhatsApp messages, and posts them to your Webhook node',
};

/** The *Provider* dropdown. It takes no expression: n8n decides by its raw value which credentials and fields to show. */
export function providerField(providers: readonly Provider[]): INodeProperties {
	const options = providers.map(({ id, displayName, description }) => ({
		name: displayName,
		value: id,
		description,
	}));
	return { ...PROVIDER, options, default: options[0]?.value ?? '' };
}

/** What n8n's search finds a provider by: its name, also with a space for a dash or a dot, since n8n does not skip them. */
export function searchNames({ displayName }: Provider): readonly string[] {
	return [...new Set([displayName, displayName.replace(/[-.]/g, ' ')])];
}

/** Where n8n's editor shows the credential: after the provider, on which it depends. */
export const CREDENTIAL_PLACE: INodeProperties = {
	displayName: 'Credentials',
	name: 'credentials',
	type: 'credentials',
	default: '',
};

/**
 * One credential type per provider, shown for it alone.
 *
 * The condition is written `/provider`, from the root of the parameters: with a plain `provider` n8n's editor mistakes the
 * dropdown for a choice of authentication, and hides it (seen in n8n 2.41).
 */
export function providerCredentials(providers: readonly Provider[]): INodeCredentialDescription[] {
	return providers.map(({ id, credentialType }) => ({
		name: credentialType,
		required: true,
		displayOptions: { show: { '/provider': [id] } },
	}));
}

/** The operations as users know them from WhatsApp: "Mark as read", "Mark as unread". */
const OPERATIONS: Readonly<Record<Operation, INodePropertyOptions>> = {
	markMessage: {
		name: 'Mark Message as Read',
		value: 'markMessage',
		description: 'Turn the ticks of received messages blue for their sender',
		action: 'Mark message as read',
	},
	markChat: {
		name: 'Mark Chat as Read',
		value: 'markChat',
		description: 'Mark all messages of a chat as read, and clear its unread count',
		action: 'Mark chat as read',
	},
	markChatUnread: {
		name: 'Mark Chat as Unread',
		value: 'markChatUnread',
		description: 'Show a chat as unread in your WhatsApp, so that somebody comes back to it',
		action: 'Mark chat as unread',
	},
};

/** Short forms, for the line under the node on the canvas. */
const OPERATION_SUBTITLES: Readonly<Record<Operation, string>> = {
	markMessage: 'Mark message',
	markChat: 'Mark chat',
	markChatUnread: 'Mark chat unread',
};

/** The *Operation* dropdown: one for each set of operations that providers have in common. */
export function operationFields(providers: readonly Provider[]): INodeProperties[] {
	const sets = new Map<string, Provider[]>();
	for (const provider of providers) {
		const key = provider.operations.join();
		sets.set(key, [...(sets.get(key) ?? []), provider]);
	}
	return [...sets.values()].map((alike) => ({
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { provider: alike.map(({ id }) => id) } },
		options: (alike[0]?.operations ?? []).map((operation) => OPERATIONS[operation]),
		default: 'markMessage',
	}));
}

/** The line under the node on the canvas, e.g. `Mark message: WhatsApp Cloud API`, as an n8n expression. */
export function subtitle(providers: readonly Provider[]): string {
	const names = Object.fromEntries(providers.map(({ id, displayName }) => [id, displayName]));
	return `={{ (${JSON.stringify(OPERATION_SUBTITLES)})[$parameter["operation"]] + ": " + (${JSON.stringify(names)})[$parameter["provider"]] }}`;
}

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
} as const satisfies INodeProperties;

/** *Show Typing Indicator*, for the providers that have one. */
export function typingField(providers: readonly Provider[]): INodeProperties {
	const provider = providers.filter(({ typing }) => typing !== 'none').map(({ id }) => id);
	return { ...TYPING_FIELD, displayOptions: { show: { provider, operation: ['markMessage'] } } };
}
