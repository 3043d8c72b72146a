import { InvalidInput, shown } from '../../input/invalidInput';
import {
	asObject,
	messageIdAt,
	objectAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { formatJid, onPersonServer, parseJid } from '../../whatsapp/jid';
import { toBareId } from '../../whatsapp/messageId';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { notAnEvolutionId, OTHER_WAYS } from './fields';

/** Beside event, instance and data, which others have too, every event has one of these. */
const ENVELOPE = ['server_url', 'apikey', 'date_time', 'destination'];

/** Events that hold no message to mark; the words of their names are separated by dots here. */
const OTHER_EVENTS =
	/^(messages\.(update|edited|delete|set)|messaging\.history|send\.message|(application|chats|connection|contacts|creds|groups?|instance|labels|logout|presence|qrcode|remove|status|typebot)\.|call\b|error\b)/;

/** Values of `messageType` that stand for a change of another message. */
const NOT_A_MESSAGE: Readonly<Record<string, string>> = {
	reactionMessage: 'a reaction',
	encReactionMessage: 'a reaction',
	pollUpdateMessage: 'a vote in a poll',
	protocolMessage: 'an edit or a deletion of an earlier message',
	editedMessage: 'an edit of an earlier message',
};

/** The keys of a message's `key` that may hold the phone number of the chat, by the version of the server. */
const PHONE_KEYS = ['remoteJid', 'remoteJidAlt', 'senderPn'] as const;

/**
 * The live key of the instance (`apikey`), and in the event `error` that of the whole server (`api_key`); also found when a
 * workflow passes on only a part.
 */
export function evolutionWebhookSecrets(object: JsonObject): readonly unknown[] {
	return [property(object, 'apikey'), property(object, 'api_key')];
}

/**
 * Reads `{event, instance, data, …}`, or returns `null` when it is not Evolution API's (docs/providers/evolution.md, "Webhook").
 * `server_url` and `destination` are untrusted and never read; `sender` is the account itself.
 *
 * @throws InvalidInput when no message of it can be marked, and for an event with an unknown name, which may hold one
 */
export function readEvolutionWebhook(payload: JsonObject): WebhookReading | null {
	const event = textAt(payload, 'event');
	const data = property(payload, 'data');
	if (event === null || (asObject(data) === null && !Array.isArray(data))) return null;
	const name = event.toLowerCase().replace(/[_-]/g, '.');
	if (!isEnvelope(payload, name)) return null;
	if (name === 'messages.upsert') {
		const messages = Array.isArray(data) ? (data as unknown[]) : [data];
		return readMessages(messages, textAt(payload, 'instance'));
	}
	if (OTHER_EVENTS.test(name)) return skip(`an event ${shown(event)}`);
	throw new InvalidInput(
		`This node does not know the Evolution API event ${shown(event)}`,
		'Remove the event from the webhook of the instance, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

/** The event `error` is the server's own: it names no instance. */
function isEnvelope(payload: JsonObject, name: string): boolean {
	const has = (key: string) => property(payload, key) !== undefined;
	if (name === 'error' && has('api_key')) return has('server_url');
	return typeof property(payload, 'instance') === 'string' && ENVELOPE.some(has);
}

/** `data` is one message, or a list of them: those that can be marked are, whatever the others are. */
function readMessages(messages: readonly unknown[], account: string | null): WebhookReading {
	const readings = messages.map((message) => readMessage(asObject(message) ?? {}, account));
	const inbound = readings.flatMap((reading) => reading.messages);
	const [problem] = readings.flatMap((reading) => reading.problem ?? []);
	if (problem !== undefined && inbound.length === 0) throw problem;
	return {
		messages: inbound,
		skipped: readings.flatMap(({ skipped }) => skipped),
		unreadable: readings.flatMap((reading) => reading.unreadable),
	};
}

/** The reading of one message; `problem` says why it cannot be marked, and what to do. */
type MessageReading = WebhookReading & { readonly problem?: InvalidInput };

function readMessage(data: JsonObject, account: string | null): MessageReading {
	const key = objectAt(data, 'key');
	const remoteJid = textAt(key, 'remoteJid');
	const reason = whyNotInbound(data, remoteJid);
	if (reason !== null) return skip(reason);
	const givenId = messageIdAt(key, 'id');
	if (givenId === null) return unreadable('a message without an ID');
	const id = toBareId(givenId);
	const chatId = phoneAddressOf(key);
	if (id === null) return unmarkable(notAnEvolutionId(givenId, 'The webhook'));
	if (chatId === null) return unmarkable(whyNotMarkable(remoteJid));
	const timestamp = unixSecondsAt(data, 'messageTimestamp');
	return found({ id, account, chatId, sender: null, isGroup: false, timestamp });
}

function unmarkable(problem: InvalidInput): MessageReading {
	return { ...unreadable(problem.message), problem };
}

function whyNotInbound(data: JsonObject, remoteJid: string | null): string | null {
	if (property(property(data, 'key'), 'fromMe') === true) return 'a message you sent yourself';
	const server = parseJid(remoteJid ?? '')?.server;
	if (server === 'broadcast') return 'a status update (story)';
	if (server === 'newsletter') return 'a message of a channel (newsletter)';
	return textAt(NOT_A_MESSAGE, textAt(data, 'messageType') ?? '');
}

/**
 * The address of the chat by phone number. Servers before 2.4 report success for a LID but mark nothing, and where a message has
 * its phone number differs from version to version; a group has none.
 */
function phoneAddressOf(key: JsonObject | null): string | null {
	if (parseJid(textAt(key, 'remoteJid') ?? '')?.server === 'g.us') return null;
	for (const name of PHONE_KEYS) {
		const jid = parseJid(textAt(key, name) ?? '');
		const person = jid === null ? null : onPersonServer(jid, 's.whatsapp.net');
		if (person?.server === 's.whatsapp.net') return formatJid(person);
	}
	return null;
}

function whyNotMarkable(remoteJid: string | null): InvalidInput {
	const chat = parseJid(remoteJid ?? '');
	if (chat?.server === 'g.us') {
		return new InvalidInput(
			'The Evolution API webhook holds a message of a group, which Evolution API cannot mark',
			`Its server leaves out the author, and WhatsApp ignores such a read receipt. Filter groups out with an IF node before this node. ${OTHER_WAYS}`,
		);
	}
	if (chat?.server === 'lid') {
		return new InvalidInput(
			'The Evolution API webhook names the sender of the message by LID alone',
			`The server would report success and mark nothing. Update it: from 2.3.7 on it names the phone number too, and from 2.4 on it marks LIDs. ${OTHER_WAYS}`,
		);
	}
	return new InvalidInput(
		'The Evolution API webhook does not name the chat of the message',
		"Neither remoteJid nor remoteJidAlt under data.key holds a valid address. Use 'Define Below' and enter the chat yourself.",
	);
}
