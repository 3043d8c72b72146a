/** What the ticks say, for those who do not see them or their colour. */
export const TICK_WORDS = {
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	failed: 'Not delivered',
};

/** What a phone says while its provider fails. */
export const TROUBLE_WORDS = {
	throttled: 'responds “too many requests” (429) to every call',
	disconnected: 'has lost its connection to WhatsApp',
	badToken: 'does not accept the token',
};

/** A message in a few words. */
export function messageWords({ kind, content, text }) {
	if (kind === 'reaction') return 'Reaction 👍';
	if (kind === 'status') return 'Delivery status';
	if (kind === 'revoke') return 'Message deleted';
	if (content === 'voice') return 'Voice note';
	return content === 'photo' ? `Photo: ${text}` : `“${text}”`;
}

/**
 * What came of a webhook, from n8n's response: the node's output items, or n8n's own message.
 *
 * @returns {{tone: 'waiting'|'good'|'neutral'|'bad', lines: string[]}}
 */
export function outcomeWords(webhook) {
	const { outcome } = webhook;
	if (outcome === null) return { tone: 'waiting', lines: ['Waiting for n8n’s response…'] };
	if ('failure' in outcome) return { tone: 'bad', lines: [outcome.failure] };
	const items = Array.isArray(outcome.body) ? outcome.body : [outcome.body];
	const readings = items.map(readItem);
	const worst = ['bad', 'neutral', 'good'].find((tone) =>
		readings.some((reading) => reading.tone === tone),
	);
	const isRefused = outcome.status < 200 || outcome.status > 299;
	return {
		tone: isRefused ? 'bad' : (worst ?? 'neutral'),
		lines:
			readings.length > 0 ? readings.map(({ line }) => line) : ['The workflow returned no items'],
	};
}

/** Whether n8n accepted the webhook but the node could not mark the message. */
export function isRefusedByProvider(webhook) {
	return (
		webhook.outcome !== null &&
		!('failure' in webhook.outcome) &&
		outcomeWords(webhook).tone === 'bad'
	);
}

/** The text of a provider's error; `null` when it has none. */
export function errorText(response) {
	const words = [
		response?.error?.message,
		response?.message,
		response?.error,
		response?.exception?.message,
	];
	return words.find((text) => typeof text === 'string') ?? null;
}

function readItem(item) {
	if (typeof item !== 'object' || item === null) {
		return { tone: 'neutral', line: String(item || 'An empty response') };
	}
	if (item.error !== undefined) return { tone: 'bad', line: bothTexts(item) };
	if (item.status === 'skipped') {
		return { tone: 'neutral', line: `Skipped: ${item.reason ?? 'nothing to mark'}` };
	}
	if (item.success === true) return { tone: 'good', line: successLine(item) };
	const words = [item.message, item.hint].filter((text) => typeof text === 'string');
	return { tone: 'neutral', line: words.join(' ') || 'A response without a message: see below' };
}

function successLine({ status, messageIds, coveredBy, typingIndicator }) {
	const count =
		Array.isArray(messageIds) && messageIds.length > 1 ? ` ${messageIds.length} messages` : '';
	const covered = coveredBy ? ', by a newer message of the chat' : '';
	const typing = typingIndicator ? ', typing shown' : '';
	return `Marked${count} as ${status}${covered}${typing}`;
}

function bothTexts({ error, message }) {
	const texts = [error, message].filter((text) => typeof text === 'string');
	const [longest = 'An error without a message'] = texts.sort((a, b) => b.length - a.length);
	return texts.every((text) => longest.includes(text)) ? longest : texts.reverse().join('. ');
}
