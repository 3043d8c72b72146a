import { InvalidInput, shown } from '../../input/invalidInput';
import { messageIdAt, textAt, unixSecondsAt, type JsonObject } from '../../input/untrustedJson';
import { formatJid, isStatusBroadcast, parseJid } from '../../whatsapp/jid';
import { found, skip, unreadable, type WebhookReading } from '../messages';
import { toGreenApiChat } from './fields';

/** Events that hold no message to mark (docs/providers/greenApi.md, "Webhook"). */
const OTHER_EVENTS: Readonly<Record<string, string>> = {
	outgoingMessageReceived: 'a message you sent yourself',
	outgoingAPIMessageReceived: 'a message you sent yourself',
	outgoingMessageStatus: 'a delivery status',
	stateInstanceChanged: 'a new state of the instance',
	statusInstanceChanged: 'a new state of the instance',
	incomingCall: 'a call',
	outgoingCall: 'a call',
	incomingBlock: 'a blocked or unblocked contact',
	deviceInfo: 'a notice about the phone',
	avatarInfo: 'a new profile picture',
	quotaExceeded: 'a notice about the quota',
	statusReceived: 'a status update (story)',
};

/** Values of `messageData.typeMessage` that stand for a change of another message. */
const NOT_A_MESSAGE: Readonly<Record<string, string>> = {
	reactionMessage: 'a reaction',
	editedMessage: 'an edit of an earlier message',
	deletedMessage: 'a deleted message',
	pollUpdateMessage: 'a vote in a poll',
};

/**
 * Reads `{typeWebhook, instanceData, idMessage, senderData, …}`, or returns `null` when it is not GREEN-API's
 * (docs/providers/greenApi.md, "Webhook").
 *
 * @throws InvalidInput when it is of another messenger, an event with an unknown name, which may hold a message, or does
 * not name the chat
 */
export function readGreenApiWebhook(payload: JsonObject): WebhookReading | null {
	const event = textAt(payload, 'typeWebhook');
	// A number.
	const account = textAt(payload, 'instanceData', 'idInstance');
	if (event === null || account === null) return null;
	rejectOtherMessenger(textAt(payload, 'instanceData', 'typeInstance'));
	if (event === 'incomingMessageReceived') return readMessage(payload, account);
	const reason = textAt(OTHER_EVENTS, event);
	if (reason !== null) return skip(reason);
	throw new InvalidInput(
		`This node does not know the GREEN-API event ${shown(event)}`,
		'Switch the event off in the settings of the instance in the GREEN-API console, or filter it out with an IF node before this node. If it holds a message to mark, look for a newer version of this node.',
	);
}

/** Instances of Telegram and MAX post the same form; older ones of WhatsApp do not name the messenger. */
function rejectOtherMessenger(messenger: string | null): void {
	if (messenger === null || messenger.toLowerCase() === 'whatsapp') return;
	throw new InvalidInput(
		`The GREEN-API webhook is from an instance of the messenger ${shown(messenger)}, not of WhatsApp`,
		'This node marks WhatsApp messages alone. Connect it to the webhook of an instance of WhatsApp.',
	);
}

function readMessage(payload: JsonObject, account: string): WebhookReading {
	const reason = textAt(NOT_A_MESSAGE, textAt(payload, 'messageData', 'typeMessage') ?? '');
	if (reason !== null) return skip(reason);
	// Without an ID the request would mark the whole chat.
	const id = messageIdAt(payload, 'idMessage');
	if (id === null) return unreadable('a message without an ID');
	const chat = parseJid(textAt(payload, 'senderData', 'chatId') ?? '');
	if (chat === null) {
		throw new InvalidInput(
			'The GREEN-API webhook does not name the chat of the message',
			"senderData.chatId holds no valid address. Use 'Define Below' and enter the chat yourself.",
		);
	}
	if (isStatusBroadcast(formatJid(chat))) return skip('a status update (story)');
	const isGroup = chat.server === 'g.us';
	const sender = isGroup ? parseJid(textAt(payload, 'senderData', 'sender') ?? '') : null;
	return found({
		id,
		account,
		chatId: toGreenApiChat(chat),
		// For the output alone: no request names the author.
		sender: sender === null ? null : toGreenApiChat(sender),
		isGroup,
		timestamp: unixSecondsAt(payload, 'timestamp'),
	});
}
