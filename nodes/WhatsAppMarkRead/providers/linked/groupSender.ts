import type { INodeProperties } from 'n8n-workflow';

import { formatJid } from '../../whatsapp/jid';
import type { Jid } from '../../whatsapp/jid';
import { InvalidInput, shown } from '../../input/invalidInput';
import { readJid, readText } from '../../input/parameterValues';

/**
 * The *Chat Type* of a provider whose group messages need their author. It decides whether *Sender* shows: a display
 * condition on the chat's own text would hide the field whenever the sample data is a direct chat.
 *
 * @param provider id of the provider it shows for
 */
export function chatTypeField(provider: string): INodeProperties {
	return {
		displayName: 'Chat Type',
		name: 'chatType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Direct', value: 'direct', description: 'A chat with one person' },
			{
				name: 'Group',
				value: 'group',
				description:
					'A group, or a chat that can be either: the sender is then used for groups only',
			},
		],
		default: 'direct',
		description:
			'Whether the chat is with one person or a group. The address of a group ends in @g.us.',
		displayOptions: {
			show: { provider: [provider], source: ['fields'], operation: ['markMessage'] },
		},
	};
}

/** Where the sender of a group message is read from, after the chat type was checked against the chat. */
export interface GroupSender {
	readonly isGroup: boolean;
	readonly sender: Jid | null;
}

/**
 * Reads *Chat Type* and *Sender* together with the chat they describe.
 * With `group` the chat may still be a person's: "either" is what the type stands for, the sender is then not used.
 *
 * @throws InvalidInput when the chat is a group but *Chat Type* says direct, so that no sender could be given
 */
export function readGroupSender(chat: Jid, chatType: unknown, sender: unknown): GroupSender {
	if (chat.server !== 'g.us') return { isGroup: false, sender: null };
	if (readText(chatType, 'Chat Type') !== 'group') {
		throw new InvalidInput(
			`'Chat' is the group ${shown(formatJid(chat))}, but 'Chat Type' is 'Direct'`,
			"Set 'Chat Type' to 'Group' and fill in 'Sender' with the author of the message.",
		);
	}
	const author = readJid(sender, 'Sender');
	if (author !== null && (author.server === 'g.us' || author.server === 'newsletter')) {
		throw new InvalidInput(
			`'Sender' is ${shown(formatJid(author))}, which is a chat and not a person`,
			'Give the address of the person who wrote the message in the group.',
		);
	}
	return { isGroup: true, sender: author };
}
