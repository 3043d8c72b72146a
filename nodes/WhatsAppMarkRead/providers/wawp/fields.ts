import type { INodeProperties } from 'n8n-workflow';

import type { FieldValues, InboundMessage } from '../provider';
import { chatTypeField, readGroupSender } from '../../input/groupSender';
import { InvalidInput, shown } from '../../input/invalidInput';
import { readChatJid, readMessageIds } from '../../input/parameterValues';
import { formatJid, onPersonServer, parseJid } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { isWamid, looksSerialized, parseSerializedId, serializeId } from '../../whatsapp/messageId';

/** The parameters that show for Wawp under *Define Below*. */
export const WAWP_FIELDS: readonly INodeProperties[] = [
	{
		displayName: 'Chat',
		name: 'chatId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +44 7441 429009',
		description:
			"The chat of the message: in the webhook it is 'from' under 'payload'. A phone number with country code, or a WhatsApp address that ends in @c.us, @lid or @g.us (group).",
		displayOptions: { show: { provider: ['wawp'], source: ['fields'] } },
	},
	{
		displayName: 'Message IDs',
		name: 'messageIds',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Message ID' },
		required: true,
		default: [],
		placeholder: 'e.g. false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA',
		description:
			"The IDs of received messages of the chat. The webhook has them under 'payload'. An entry may itself hold several IDs, separated by commas or as a list from an expression.",
		displayOptions: {
			show: { provider: ['wawp'], source: ['fields'], operation: ['markMessage'] },
		},
	},
	chatTypeField('wawp'),
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. 447441429009@c.us',
		description:
			"Who wrote the group messages: in the webhook it is 'participant' under 'payload'. Without it the ticks may stay grey. Leave it empty when the message IDs end with the author.",
		displayOptions: {
			show: {
				provider: ['wawp'],
				source: ['fields'],
				operation: ['markMessage'],
				chatType: ['group'],
			},
		},
	},
];

/** Reads *Chat*, *Message IDs*, *Chat Type* and *Sender*. */
export function readWawpFields(fields: FieldValues): readonly InboundMessage[] {
	const chat = readChatJid(fields.chatId);
	const { isGroup, sender } = readGroupSender(chat, fields.chatType, fields.sender);
	const given = sender === null ? null : toWawpAddress(sender);
	const chatId = toWawpAddress(chat);
	return readMessageIds(fields.messageIds, 'Message IDs').map((id) => {
		const author = isGroup ? authorOf(id, given) : null;
		return {
			id: toSerializedId(id, chatId, author),
			account: null,
			chatId,
			sender: author,
			isGroup,
			timestamp: null,
		};
	});
}

/** Reads *Chat* alone, for the operations on whole chats. */
export function readWawpChat(fields: FieldValues): string {
	return toWawpAddress(readChatJid(fields.chatId));
}

/** A chat or an author as Wawp writes it: people end in `@c.us` (sheet wawp.md). */
export function toWawpAddress(jid: Jid): string {
	return formatJid(onPersonServer(jid, 'c.us'));
}

/**
 * The author of a group message: as given, else as the id itself ends.
 * @throws InvalidInput when both name a phone number, and not the same one
 */
function authorOf(id: string, given: string | null): string | null {
	const named = parseJid(parseSerializedId(id)?.author ?? '');
	const inId = named === null ? null : toWawpAddress(named);
	const bothPhones = given?.endsWith('@c.us') === true && inId?.endsWith('@c.us') === true;
	if (bothPhones && given !== inId) {
		throw new InvalidInput(
			`'Sender' is ${shown(given)}, but the message id ends with ${shown(inId)}`,
			"Leave 'Sender' empty to use the author in the id, or correct one of the two.",
		);
	}
	return given ?? inId;
}

/** The serialized id Wawp takes: a bare id makes its engine fail with a 500 (sheet wawp.md). */
function toSerializedId(id: string, chatId: string, author: string | null): string {
	if (isWamid(id)) {
		throw new InvalidInput(
			`'Message IDs' holds ${shown(id)}, which is an id of the WhatsApp Cloud API`,
			'Choose the provider that delivered the message under \'Provider\'. A Wawp id starts with "false_".',
		);
	}
	if (id.startsWith('true_')) {
		throw new InvalidInput(
			`'Message IDs' holds ${shown(id)}, a message you sent yourself`,
			'Only received messages can be marked as read: their ids start with "false_".',
		);
	}
	return looksSerialized(id) ? id : serializeId(chatId, id, author);
}
