import type { WebhookReading } from '../messages';
import { shown } from '../../input/invalidInput';
import { objectAt, property, textAt, unixSecondsAt } from '../../input/untrustedJson';
import type { JsonObject } from '../../input/untrustedJson';

/** Events of Example Gateway that hold no message to mark. */
const OTHER_EVENTS: ReadonlySet<string> = new Set(['message.status', 'line.state']);

/** Reads `{type, line, message: {id, chat, from_me, kind, sent_at}}`, or `null` when it is not Example Gateway's. */
export function readExampleGatewayWebhook(payload: JsonObject): WebhookReading | null {
	const type = textAt(payload, 'type');
	const line = textAt(payload, 'line');
	if (type === null || line === null) return null;
	if (OTHER_EVENTS.has(type)) return skip(`an event ${shown(type)}`);
	const message = objectAt(payload, 'message');
	if (type !== 'message.received' || message === null) return null;

	if (property(message, 'from_me') === true) return skip('a message you sent yourself');
	if (textAt(message, 'kind') === 'reaction') return skip('a reaction');
	const id = textAt(message, 'id');
	if (id === null) return { messages: [], skipped: [], unreadable: ['a message without an ID'] };
	const received = {
		id,
		account: line,
		chatId: textAt(message, 'chat'),
		sender: null,
		isGroup: false,
		timestamp: unixSecondsAt(message, 'sent_at'),
	};
	return { messages: [received], skipped: [], unreadable: [] };
}

function skip(reason: string): WebhookReading {
	return { messages: [], skipped: [reason], unreadable: [] };
}
