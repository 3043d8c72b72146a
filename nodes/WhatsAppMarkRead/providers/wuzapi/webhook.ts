import { InvalidInput, shown } from '../../input/invalidInput';
import {
	listAt,
	messageIdAt,
	objectAt,
	postedObject,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { toWuzapiJid } from './fields';

/** What stands beside a token: the fields of a form, of the JSON format, or of a clone's wrapper. */
const BESIDE_TOKEN = ['jsonData', 'event', 'eventType', 'userID', 'instanceName'];

/** What has no sender to show blue ticks to. */
const WITHOUT_TICKS = /@(broadcast|newsletter)$/;

/** Values of `Info.Edit`, where there is any. */
const EDITS: Readonly<Record<string, string>> = {
	'1': 'an edit of an earlier message',
	'7': 'a deleted message',
	'8': 'a deleted message',
};

/** Contents of `Message` that change another message, or belong to one. */
const NOT_A_MESSAGE: ReadonlyArray<readonly [string, string]> = [
	['protocolMessage', 'an edit or a deletion of an earlier message'],
	['secretEncryptedMessage', 'an edit of an earlier message'],
	['reactionMessage', 'a reaction'],
	['encReactionMessage', 'a reaction'],
	['pollUpdateMessage', 'a vote in a poll'],
];

/** The live token of the instance; also found when a workflow passes on only a part of the webhook. */
export function wuzapiWebhookSecrets(object: JsonObject): readonly unknown[] {
	const isEnvelope = BESIDE_TOKEN.some((key) => property(object, key) !== undefined);
	return isEnvelope
		? [property(object, 'token'), property(property(object, 'event'), 'token')]
		: [];
}

/**
 * Reads `{event, type, userID, instanceName}`, also as JSON text in the field `jsonData` of a form and in a clone's wrapper, or
 * returns `null` when it is not Wuzapi's (docs/providers/wuzapi.md, "Webhook").
 *
 * @throws InvalidInput when a message does not name its chat, or a group message its author
 */
export function readWuzapiWebhook(payload: JsonObject): WebhookReading | null {
	const account = textAt(payload, 'instanceName') ?? textAt(payload, 'userID');
	const jsonData = property(payload, 'jsonData');
	if (typeof jsonData === 'string') {
		const reading = readEvent(postedObject(jsonData), account);
		return reading ?? unreadable("a form whose field 'jsonData' holds no event");
	}
	// UAZAPI, on the same engine, passes on some of its events unchanged.
	if (textAt(payload, 'EventType') !== null) return null;
	const isClone = textAt(payload, 'eventType') !== null;
	const posted = isClone ? objectAt(payload, 'data') : payload;
	const event = objectAt(posted, 'event');
	const isOurs = objectAt(event, 'Info') !== null || listAt(event, 'MessageIDs').length > 0;
	const hasEnvelope = account !== null && property(posted, 'event') !== undefined;
	return isOurs || hasEnvelope ? readEvent(posted, account) : null;
}

/** Messages come in `Message` alone, so that any other event holds none; `null` without the name of one. */
function readEvent(posted: JsonObject | null, account: string | null): WebhookReading | null {
	const type = textAt(posted, 'type');
	if (type === null) return null;
	if (type !== 'Message') return skip(`an event ${shown(type)}`);
	return readMessage(objectAt(posted, 'event') ?? {}, account);
}

function readMessage(event: JsonObject, account: string | null): WebhookReading {
	const info = objectAt(event, 'Info') ?? {};
	const reason = whyNotInbound(event, info);
	if (reason !== null) return skip(reason);
	const id = messageIdAt(info, 'ID');
	if (id === null) return unreadable('a message without an ID');
	const chat = parseJid(textAt(info, 'Chat') ?? '');
	if (chat === null) {
		throw new InvalidInput(
			'The Wuzapi webhook does not name the chat of the message',
			"Info.Chat holds no valid address. Use 'Define Below' and enter the chat yourself.",
		);
	}
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? authorIn(info) : null;
	const timestamp = unixSecondsAt(info, 'Timestamp');
	return found({ id, account, chatId: toWuzapiJid(chat), sender, isGroup, timestamp });
}

function whyNotInbound(event: JsonObject, info: JsonObject): string | null {
	if (property(info, 'IsFromMe') === true) return 'a message you sent yourself';
	if (textAt(info, 'Category') === 'peer') return 'a message between your own devices';
	const chat = textAt(info, 'Chat') ?? '';
	if (isStatusBroadcast(chat)) return 'a status update (story)';
	if (WITHOUT_TICKS.test(chat)) return 'a message of a channel or a broadcast list';
	const edit = textAt(info, 'Edit');
	if (edit !== null) return textAt(EDITS, edit) ?? 'a change of an earlier message';
	if (property(event, 'IsEdit') === true) return 'an edit of an earlier message';
	const message = objectAt(event, 'Message') ?? {};
	const [, reason] = NOT_A_MESSAGE.find(([key]) => objectAt(message, key) !== null) ?? [];
	if (reason !== undefined) return reason;
	const contents = Object.keys(message).filter((key) => key !== 'messageContextInfo');
	return contents.join() === 'senderKeyDistributionMessage' ? 'a key of the group' : null;
}

/** The author of a group message: in a group of LIDs the LID, as the webhook has it. */
function authorIn(info: JsonObject): string {
	const author =
		parseJid(textAt(info, 'Sender') ?? '') ?? parseJid(textAt(info, 'SenderAlt') ?? '');
	if (author !== null) return toWuzapiJid(author);
	throw new InvalidInput(
		'The Wuzapi webhook does not name the sender of the group message',
		"Neither Info.Sender nor Info.SenderAlt holds a valid address, and without the sender the ticks stay grey. Use 'Define Below' and fill in 'Sender'.",
	);
}
