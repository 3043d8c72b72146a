import { WRONG_VALUES } from '../../../helpers/hostileJson';
import { plainProvider } from '../../../helpers/plainProvider';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { JsonObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { readPayload } from '../../../../nodes/WhatsAppMarkRead/pipeline/payload';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';

describe("A payload that is nobody's", () => {
	const read = (json: JsonObject) => readPayload(json, plainProvider(), PROVIDERS);

	it.each<[string, JsonObject]>([
		['an empty item', {}],
		['an empty body', { body: {} }],
		['a body that is a text', { body: 'hello' }],
		['a body that is broken JSON', { body: '{"messages":' }],
		['a body that is a list', { body: [{ messages: [] }] }],
		['a form', { body: { name: 'Maria', phone: '5511999999999' } }],
		['an item of a message that was shaped by hand', { id: 'wamid.ABC', from: '16505551234' }],
	])('is refused: %s', (_, json) => {
		expect(() => read(json)).toThrow(
			new InvalidInput('No webhook of Plain was found in the incoming item', ''),
		);
	});

	it('says what was looked for, and where ids from elsewhere go', () => {
		expect.assertions(1);
		try {
			read({});
		} catch (error) {
			expect((error as InvalidInput).advice).toBe(
				"This node looked in the item itself and under body, payload and data. Connect it right after the node that receives the webhook. If the message IDs come from elsewhere, set 'Message' to 'Define Below'.",
			);
		}
	});

	it('is refused whatever it is', () => {
		for (const provider of PROVIDERS) {
			for (const wrong of WRONG_VALUES) {
				for (const json of [{ body: wrong }, { payload: wrong, data: wrong }, { event: wrong }]) {
					expect(() => readPayload(json, provider, PROVIDERS)).toThrow(InvalidInput);
				}
			}
		}
	});
});
