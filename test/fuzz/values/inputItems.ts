import fc from 'fast-check';

import type { InputItem } from '../../../nodes/WhatsAppMarkRead/pipeline/item';
import type { FieldValues, Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { bareId, groupJid, lid, personJid, phoneDigits } from './addresses';
import { anyJson } from './hostileJson';
import { itemWith } from './itemWith';
import { mutatedPayload } from './mutatedPayload';
import { REAL_PAYLOADS } from './realPayloads';

/** The input of one execution, as n8n hands it over: the operation is the same for all items. */
export function inputItems(provider: Provider, maxLength = 5): fc.Arbitrary<InputItem[]> {
	const own = REAL_PAYLOADS.filter((payload) => isReadBy(provider, payload));
	return fc
		.tuple(
			fc.constantFrom(...provider.operations),
			fc.option(fc.boolean()),
			fc.array(fc.tuple(content(own), settings()), { maxLength }),
		)
		.map(([operation, sameLatestOnly, items]) =>
			items.map(([given, { latestOnly, ...set }], index) => ({
				index,
				operation,
				latestOnly: sameLatestOnly ?? latestOnly,
				...given,
				...set,
			})),
		);
}

function isReadBy(provider: Provider, payload: (typeof REAL_PAYLOADS)[number]): boolean {
	try {
		return (provider.readWebhook(payload)?.messages.length ?? 0) > 0;
	} catch {
		return false;
	}
}

type Content = Pick<InputItem, 'json' | 'source' | 'fields'>;

/** Mostly payloads with messages to mark, some of them spoiled. */
function content(own: typeof REAL_PAYLOADS): fc.Arbitrary<Content> {
	const webhook = (json: InputItem['json']): Content => ({ json, source: 'webhook', fields: {} });
	return fc.oneof(
		{ weight: 4, arbitrary: itemWith(oneOfMany(own)).map(webhook) },
		{ weight: 2, arbitrary: itemWith(mutatedPayload(own)).map(webhook) },
		{ weight: 1, arbitrary: itemWith(mutatedPayload()).map(webhook) },
		{
			weight: 2,
			arbitrary: usualFields().map((fields) => ({ json: {}, source: 'fields' as const, fields })),
		},
		{
			weight: 1,
			arbitrary: wildFields().map((fields) => ({ json: {}, source: 'fields' as const, fields })),
		},
	);
}

/** The message ids of the real payloads. */
const MESSAGE_ID = /wamid\.\w+|3EB0\w+|_AAAA+/g;

/** One of several messages of the same chats, each a second after the other. */
function oneOfMany(payloads: typeof REAL_PAYLOADS): fc.Arbitrary<InputItem['json']> {
	return fc.tuple(fc.constantFrom(...payloads), fc.nat(3)).map(([payload, position]) => {
		const text = JSON.stringify(payload)
			.replace(MESSAGE_ID, (id) => `${id}${position}`)
			.replace(/1739321024/g, (time) => String(Number(time) + position));
		return JSON.parse(text) as InputItem['json'];
	});
}

function settings() {
	return fc.record({
		typingIndicator: fc.boolean(),
		latestOnly: fc.boolean(),
		nonMessageEvents: fc.constantFrom('drop' as const, 'pass' as const, 'error' as const),
		includeInput: fc.boolean(),
		includeResponse: fc.boolean(),
	});
}

/** What people put into the fields. */
function usualFields(): fc.Arbitrary<FieldValues> {
	const id = fc.oneof(
		bareId(),
		fc.constantFrom('A1', 'A2', 'false_447441429009@c.us_A3', 'wamid.A4'),
	);
	const ids = fc.oneof(
		id,
		fc.array(id),
		fc.array(id).map((list) => list.join(', ')),
	);
	return fc.record({
		phoneNumberId: fc.constantFrom('106540352242922', '106540352242923', '', null),
		messageId: ids,
		messageIds: ids,
		chatId: fc.oneof(phoneDigits(), personJid(), lid(), groupJid(), fc.constant('447441429009')),
		chatType: fc.constantFrom('direct', 'group'),
		sender: fc.oneof(personJid(), lid(), fc.constant('')),
	});
}

/** What expressions may give. */
export function wildFields(): fc.Arbitrary<FieldValues> {
	const value = fc.oneof(anyJson(), fc.anything({ withBigInt: true, withDate: true }));
	const names = [
		'phoneNumberId',
		'messageId',
		'messageIds',
		'chatId',
		'chatType',
		'sender',
	] as const;
	const usual = usualFields();
	return fc
		.tuple(usual, fc.dictionary(fc.constantFrom(...names), value))
		.map(([fields, wild]) => ({ ...fields, ...wild }));
}
