import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Provider } from '../providers/provider';

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
