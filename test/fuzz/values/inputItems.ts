import fc from 'fast-check';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import type { InputItem } from '../../../nodes/WhatsAppMarkRead/pipeline/item';
import type { FieldValues, Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { explainedOr } from '../harness/untouched';
import { bareId, groupJid, lid, personJid, phoneDigits } from './addresses';
import { anyJson, anyObject, jsonText } from './hostileJson';
import { mutatedPayload } from './mutatedPayload';
import { REAL_PAYLOADS } from './realPayloads';

/** The input of one execution, as n8n hands it over: the operation is the same for all items. */
export function inputItems(provider: Provider, maxLength = 5): fc.Arbitrary<InputItem[]> {
	const own = REAL_PAYLOADS.filter((payload) => {
		const reading = explainedOr(() => provider.readWebhook(payload));
		return reading !== null && 'messages' in reading && reading.messages.length > 0;
	});
	const settings = fc.record({
		typingIndicator: fc.boolean(),
		latestOnly: fc.boolean(),
		nonMessageEvents: fc.constantFrom('drop', 'pass', 'error'),
		includeInput: fc.boolean(),
		includeResponse: fc.boolean(),
	});
	return fc
		.tuple(
			fc.constantFrom(...provider.operations),
			fc.option(fc.boolean()),
			fc.array(fc.tuple(content(own), settings), { maxLength }),
		)
		.map(([operation, sameLatestOnly, items]) =>
			items.map(([given, set], index) => ({
				index,
				operation,
				...given,
				...set,
				latestOnly: sameLatestOnly ?? set.latestOnly,
			})),
		);
}

type Content = Pick<InputItem, 'json' | 'source' | 'fields'>;

/** Mostly payloads with messages to mark, some of them spoiled. */
function content(own: readonly JsonObject[]): fc.Arbitrary<Content> {
	const webhook = (json: JsonObject): Content => ({ json, source: 'webhook', fields: {} });
	const typedIn = (fields: FieldValues): Content => ({ json: {}, source: 'fields', fields });
	return fc.oneof(
		{ weight: 4, arbitrary: itemWith(oneOfMany(own)).map(webhook) },
		{ weight: 2, arbitrary: itemWith(mutatedPayload(own)).map(webhook) },
		{ weight: 1, arbitrary: itemWith(mutatedPayload()).map(webhook) },
		{ weight: 2, arbitrary: usualFields().map(typedIn) },
		{ weight: 1, arbitrary: wildFields().map(typedIn) },
	);
}

/** An input item that carries the payload: bare, from a Webhook node or another trigger, as text, or beside other keys. */
export function itemWith(payload: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
	const key = fc.constantFrom('body', 'payload', 'data');
	return fc.oneof(
		payload,
		fc.tuple(key, payload).map(([name, value]) => ({ [name]: value })),
		fc.tuple(key, payload).map(([name, value]) => ({ [name]: jsonText(value) })),
		fc.tuple(key, payload, anyObject()).map(([name, value, rest]) => ({ ...rest, [name]: value })),
	);
}

/** The message ids of the real payloads. */
const MESSAGE_ID = /wamid\.\w+|3EB0\w+|_AAAA+/g;

/** One of several messages of the same chats, each a second after the other. */
function oneOfMany(payloads: readonly JsonObject[]): fc.Arbitrary<JsonObject> {
	return fc.tuple(fc.constantFrom(...payloads), fc.nat(3)).map(([payload, position]) => {
		const text = JSON.stringify(payload)
			.replace(MESSAGE_ID, (id) => `${id}${position}`)
			.replace(/1739321024/g, (time) => String(Number(time) + position));
		return JSON.parse(text) as JsonObject;
	});
}

/** What people put into the fields. */
function usualFields(): fc.Arbitrary<FieldValues> {
	const known = fc.constantFrom('A1', 'A2', 'false_447441429009@c.us_A3', 'wamid.A4');
	const id = fc.oneof(bareId(), known);
	const list = fc.array(id);
	const ids = fc.oneof(
		id,
		list,
		list.map((each) => each.join(', ')),
	);
	return fc.record({
		phoneNumberId: fc.constantFrom('106540352242922', '106540352242923', '', null),
		account: fc.constantFrom('shop', '', null),
		messageId: ids,
		messageIds: ids,
		chatId: fc.oneof(phoneDigits(), personJid(), lid(), groupJid(), fc.constant('447441429009')),
		chatType: fc.constantFrom('direct', 'group'),
		sender: fc.oneof(personJid(), lid(), fc.constant('')),
	});
}

const FIELDS = [
	'phoneNumberId',
	'messageId',
	'messageIds',
	'chatId',
	'chatType',
	'sender',
] as const;

/** What expressions may give. */
export function wildFields(): fc.Arbitrary<FieldValues> {
	const value = fc.oneof(anyJson(), fc.anything({ withBigInt: true, withDate: true }));
	return fc
		.tuple(usualFields(), fc.dictionary(fc.constantFrom(...FIELDS), value))
		.map((fields) => Object.assign({}, ...fields) as FieldValues);
}
