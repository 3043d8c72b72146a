import { z } from 'zod/v4';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { providerId } from '../server/order.mts';
import { InvalidWebhook, type OutgoingWebhook } from '../webhook/outgoingWebhook.mts';
import { phoneCast } from './cast.mts';

/** WhatsApp's own limit for a text message. */
const MAX_TEXT_LENGTH = 4096;

/** Something a person did on the page. */
export const messageOrder = z
	.object({
		provider: providerId,
		chat: z.enum(['direct', 'group']),
		/** `reply` comes from the business. */
		action: z.enum(['text', 'photo', 'voice', 'reaction', 'reply', 'burst']),
		/** What was typed; `null` when nothing was. */
		text: z
			.string()
			.trim()
			.max(MAX_TEXT_LENGTH)
			.nullish()
			.transform((typed) => typed || null),
		/** Which of the chat's customers it was, from 0. */
		author: z.int().min(0).default(0),
	})
	.refine(({ action, text }) => action !== 'text' || text !== null, 'Type a message first');

export type MessageOrder = Readonly<z.infer<typeof messageOrder>>;

const BURST_SIZE = 10;

/**
 * The webhooks a provider posts because of what a person did, in order.
 *
 * @param url where to post them
 * @throws InvalidWebhook when there is no such member, or no message to react to
 */
export function webhooksOf(
	order: MessageOrder,
	url: string,
	memory: SandboxMemory,
): readonly OutgoingWebhook[] {
	const { provider, chat, action, text } = order;
	const cast = phoneCast(provider);
	const chatId = cast[chat].id;
	const base = { provider, url, chat: chatId };
	const from = (author: number) => ({ ...base, kind: chat, sender: authorId(order, author) });

	switch (action) {
		case 'text':
			return [{ ...from(order.author), text: text ?? '' }];
		case 'photo':
			return [{ ...from(order.author), content: 'photo', ...(text === null ? {} : { text }) }];
		case 'voice':
			return [{ ...from(order.author), content: 'voice', text: '' }];
		case 'reaction': {
			const reactsTo = lastMessageId(memory, order, chatId);
			return [{ ...from(order.author), kind: 'reaction', reactsTo }];
		}
		case 'reply':
			return [{ ...base, kind: 'own', text: text ?? 'Thanks, we are looking into it.' }];
		case 'burst':
			return Array.from({ length: BURST_SIZE }, (_, index) => ({
				// In a group everybody writes at once.
				...from(order.author + (chat === 'group' ? index : 0)),
				text: `${text ?? 'Burst'} (${index + 1} of ${BURST_SIZE})`,
			}));
	}
}

function authorId({ provider, chat, author: chosen }: MessageOrder, author: number): string {
	const { direct, members } = phoneCast(provider);
	if (chat === 'direct') return direct.id;
	if (chosen >= members.length) {
		throw new InvalidWebhook(`"author" must be below ${members.length}: the group has no more`);
	}
	return members[author % members.length]?.id ?? direct.id;
}

function lastMessageId(memory: SandboxMemory, order: MessageOrder, chatId: string): string {
	const last = memory.webhooks.findLast(
		(webhook) =>
			webhook.provider === order.provider &&
			webhook.chatId === chatId &&
			webhook.messageId !== null,
	);
	if (last?.messageId) return last.messageId;
	throw new InvalidWebhook('There is no message to react to yet: send one first');
}
