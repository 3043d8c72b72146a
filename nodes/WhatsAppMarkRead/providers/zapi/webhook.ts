import { InvalidInput, shown } from '../../input/invalidInput';
import {
	messageIdAt,
	property,
	textAt,
	unixSecondsAt,
	type JsonObject,
} from '../../input/untrustedJson';
import { isStatusBroadcast } from '../../whatsapp/jid';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { isZapiGroup } from './fields';

/** Events that hold no message to mark; a message that was marked comes back as the first of them. */
const OTHER_EVENTS: ReadonlySet<string> = new Set([
	'MessageStatusCallback',
	'DeliveryCallback',
	'PresenceChatCallback',
	'ConnectedCallback',
	'DisconnectedCallback',
]);

/** What a `ReceivedCallback` has in place of a message: its ID is then no message's, or that of another event. */
const NOT_A_MESSAGE: ReadonlyArray<readonly [key: string, reason: string]> = [
	['notification', 'a notice of WhatsApp, such as a call or a change of a group'],
	['reaction', 'a reaction'],
	['pollVote', 'a vote in a poll'],
	['isEdit', 'an edit of an earlier message'],
	['isNewsletter', 'a message of a channel (newsletter)'],
	['broadcast', 'a message of a broadcast list'],
	['waitingMessage', 'a message that is not decrypted yet: it comes again'],
];

/** Where the author of a group message may be; only reported, since no request asks for it. */
const AUTHOR_KEYS = ['participantPhone', 'participantLid', 'senderLid'] as const;

/**
 * Reads `{type, instanceId, …}`, or returns `null` when it is not Z-API's (docs/providers/zapi.md, "Webhook").
 *
 * @throws InvalidInput when a message does not name its chat, and for an event with an unknown name, which may hold one
 */
export function readZapiWebhook(payload: JsonObject): WebhookReading | null {
	const type = textAt(payload, 'type') ?? '';
	if (!type.endsWith('Callback') || textAt(payload, 'instanceId') === null) return null;
	if (type === 'ReceivedCallback') return readMessage(payload);
	if (OTHER_EVENTS.has(type)) return skip(`an event ${shown(type)}`);
	throw new InvalidInput(
		`This node does not know the Z-API event ${shown(type)}`,
		'Remove the address of this workflow from that webhook of the instance, or filter the event out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

function readMessage(payload: JsonObject): WebhookReading {
	const phone = textAt(payload, 'phone');
	const reason = whyNotInbound(payload, phone ?? '');
	if (reason !== null) return skip(reason);
	const id = messageIdAt(payload, 'messageId');
	if (id === null) return unreadable('a message without an ID');
	if (phone === null) {
		throw new InvalidInput(
			'The Z-API webhook does not name the chat of the message',
			"Its 'phone' is empty. Use 'Define Below' and enter the chat yourself.",
		);
	}
	const isGroup = property(payload, 'isGroup') === true || isZapiGroup(phone);
	return found({
		id,
		account: textAt(payload, 'instanceId'),
		// As it is: without the end of a group's or a LID's address Z-API would look for another chat.
		chatId: phone,
		sender: isGroup ? authorOf(payload) : null,
		isGroup,
		timestamp: unixSecondsAt(payload, 'momment'),
	});
}

/** A message about a status (`isStatusReply`) is one of a normal chat. */
function whyNotInbound(payload: JsonObject, phone: string): string | null {
	if (property(payload, 'fromMe') === true) return 'a message you sent yourself';
	if (isStatusBroadcast(phone)) return 'a status update (story)';
	return NOT_A_MESSAGE.find(([key]) => Boolean(property(payload, key)))?.[1] ?? null;
}

function authorOf(payload: JsonObject): string | null {
	return AUTHOR_KEYS.map((key) => textAt(payload, key)).find((author) => author !== null) ?? null;
}
