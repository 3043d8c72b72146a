import fc from 'fast-check';

import { InvalidInput } from '../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers';
import { formatJid, onPersonServer, parseJid } from '../../../nodes/WhatsAppMarkRead/whatsapp/jid';
import type { Jid } from '../../../nodes/WhatsAppMarkRead/whatsapp/jid';
import { parseSerializedId, serializeId } from '../../../nodes/WhatsAppMarkRead/whatsapp/messageId';
import { parsePhoneNumber } from '../../../nodes/WhatsAppMarkRead/whatsapp/phoneNumber';
import { explainedOr } from '../harness/untouched';
import { wildOrHugeText } from '../values/wildText';
import { bareId, groupJid, lid, personJid, phoneDigits, writtenNumber } from '../values/addresses';

/** Every way in which an address is written for a provider; what a provider refuses is written as nothing. */
const WRITERS: ReadonlyArray<(jid: Jid) => string | null> = [
	formatJid,
	(jid) => formatJid(onPersonServer(jid, 's.whatsapp.net')),
	(jid) => formatJid(onPersonServer(jid, 'c.us')),
	...PROVIDERS.map(({ readChat }) => (jid: Jid) => {
		const chat = explainedOr(() => readChat?.({ chatId: formatJid(jid) }) ?? null);
		return chat instanceof InvalidInput ? null : chat;
	}),
];

describe('An address', () => {
	it('of any kind is read again as it was written', () => {
		fc.assert(
			fc.property(fc.oneof(personJid(), groupJid(), lid(), phoneDigits()), (text) => {
				const jid = parseJid(text);
				expect(jid === null ? null : formatJid(jid)).toBe(text);
			}),
		);
	});

	it('read from any text is written in a form that is read as the same address', () => {
		fc.assert(
			fc.property(fc.oneof(wildOrHugeText(), nearlyJid()), (text) => {
				const jid = parseJid(text);
				if (jid === null) return;
				expect(parseJid(formatJid(jid))).toEqual(jid);
				for (const write of WRITERS) {
					const written = write(jid);
					if (written === null) continue;
					expect(written).toMatch(/^[\w.:-]{1,64}(@[a-z.]+)?$/);
					const again = parseJid(written);
					expect(again === null ? null : write(again)).toBe(written);
				}
			}),
		);
	});

	it('that is a phone number gives the same digits however it is written', () => {
		fc.assert(
			fc.property(phoneDigits().chain(writtenTwice), ([digits, first, second]) => {
				expect(parsePhoneNumber(first)).toBe(digits);
				expect(parsePhoneNumber(second)).toBe(digits);
				expect(parseJid(first)).toEqual({ user: digits, server: null });
			}),
		);
	});

	it('that is a phone number keeps its digits when a spreadsheet adds .0, and is none with another decimal', () => {
		fc.assert(
			fc.property(phoneDigits(), fc.integer({ min: 1, max: 9 }), (digits, decimal) => {
				expect(parsePhoneNumber(`${digits}.0`)).toBe(digits);
				expect(parsePhoneNumber(`${digits}.${decimal}`)).toBeNull();
			}),
		);
	});

	it('that is a LID never becomes a phone number, with whichever provider', () => {
		fc.assert(
			fc.property(lid(), bareId(), fc.boolean(), (address, id, isGroup) => {
				const chat = isGroup ? '120363123456789@g.us' : address;
				const written = PROVIDERS.flatMap((provider) => [
					...payloadsFrom(chat, address, id).flatMap(
						(payload) => provider.readWebhook(payload)?.messages ?? [],
					),
					...readFields(provider.readMessages, chat, address, id),
				]).flatMap(({ chatId, sender }) => [chatId, sender]);

				const addresses = written.filter((text) => text !== null);
				expect(addresses.length).toBeGreaterThanOrEqual(4);
				for (const text of addresses) expect([chat, address]).toContain(text);
			}),
		);
	});
});

describe('The id of a message', () => {
	it('in serialized form is read into the parts that it was made of', () => {
		const person = fc.oneof(personJid(), lid());
		fc.assert(
			fc.property(fc.oneof(person, groupJid()), bareId(), fc.option(person), (chat, id, author) => {
				expect(parseSerializedId(serializeId(chat, id, author))).toEqual({
					fromMe: false,
					chatId: chat,
					bareId: id,
					author,
				});
			}),
		);
	});

	it('read from any text is written as the same text', () => {
		fc.assert(
			fc.property(fc.oneof(wildOrHugeText(), nearlySerialized()), (text) => {
				const parts = parseSerializedId(text);
				if (parts === null) return;
				const { fromMe, chatId, bareId: id, author } = parts;
				const written = serializeId(chatId, id, author).replace('false', String(fromMe));
				// What follows the id and is no author (`_out`) is all that may get lost.
				expect(text.startsWith(written)).toBe(true);
				expect(text.slice(written.length)).not.toContain('@');
			}),
		);
	});
});

function writtenTwice(digits: string): fc.Arbitrary<[string, string, string]> {
	return fc.tuple(fc.constant(digits), writtenNumber(digits), writtenNumber(digits));
}

function nearlyJid(): fc.Arbitrary<string> {
	const server = fc.constantFrom('@s.whatsapp.net', '@C.US', '@lid', '@g.us', '@broadcast', '');
	const user = fc.oneof(phoneDigits(), phoneDigits().chain(writtenNumber), bareId());
	return fc.tuple(user, server).map((parts) => parts.join(''));
}

function nearlySerialized(): fc.Arbitrary<string> {
	const part = fc.oneof(personJid(), groupJid(), bareId(), fc.constantFrom('out', '@', '', 'true'));
	return fc
		.tuple(fc.constantFrom('false_', 'true_'), fc.array(part, { maxLength: 5 }))
		.map(([direction, parts]) => direction + parts.join('_'));
}

/** The same message as each provider with addresses of its own posts it, by LIDs alone. */
function payloadsFrom(chat: string, author: string, id: string): readonly JsonObject[] {
	const facts = {
		id,
		direction: 'incoming',
		chat: { lid: chat.endsWith('@lid') ? chat : null, jid: chat.endsWith('@lid') ? null : chat },
		sender: { lid: author },
	};
	return [
		{ event: 'message.exchange', data: { ...facts, message: { type: 'text' } } },
		{ event: 'message.exchange', data: { message: facts } },
		{ event: 'message', payload: { id, from: chat, participant: author, fromMe: false } },
		{ event: 'message', payload: { id: `false_${chat}_${id}_${author}` } },
	];
}

function readFields(
	readMessages: (typeof PROVIDERS)[number]['readMessages'],
	chatId: string,
	sender: string,
	id: string,
) {
	const fields = { chatId, chatType: 'group', sender, messageId: id, messageIds: [id] };
	const messages = explainedOr(() => readMessages(fields));
	return messages instanceof InvalidInput ? [] : messages;
}
