/** One item of the node's output, as far as the demo reads it. */
export interface NodeItem {
	readonly success?: boolean;
	readonly status?: string;
	readonly provider?: string;
	readonly messageIds?: readonly string[];
	readonly reason?: string;
	readonly error?: string;
	readonly message?: string;
	readonly details?: unknown;
}

/**
 * Reads what the webhook answered: the node's output items, or whatever n8n says when a workflow
 * fails, which then counts as one item.
 */
export function readNodeAnswer(body: unknown): NodeItem[] {
	const items: unknown[] = Array.isArray(body) ? body : [body];
	return items.map((item) =>
		typeof item === 'object' && item !== null ? item : { error: `no item: ${String(item)}` },
	);
}

/** The node's output in the words of a table cell. */
export function describeNodeAnswer(items: readonly NodeItem[]): string {
	if (items.length === 0) return 'nothing';
	return items.map(describeItem).join('\n');
}

function describeItem(item: NodeItem): string {
	if (item.error !== undefined) return `error: ${bothTexts(item.error, item.message ?? '')}`;
	if (item.status === 'skipped') return `skipped: ${item.reason ?? 'no reason given'}`;
	return item.status ?? item.message ?? JSON.stringify(item);
}

/** An error and, on a new line, its explanation; one of them when it contains the other. */
function bothTexts(error: string, message: string): string {
	if (error.includes(message)) return error;
	return message.includes(error) ? message : `${error}\n${message}`;
}
