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
		.constantFrom(...provider.operations)
		.chain((operation) =>
			fc
				.array(fc.tuple(content(own), settings()), { maxLength })
				.map((items) =>
					items.map(([given, set], index) => ({ index, operation, ...given, ...set })),
				),
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
		{ weight: 4, arbitrary: itemWith(fc.constantFrom(...own)).map(webhook) },
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
