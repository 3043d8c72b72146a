import statusesOnly from '../../../providers/cloudApi/webhooks/statusesOnly.json';
import textMessage from '../../../providers/cloudApi/webhooks/textMessage.json';
import triggerItemMessage from '../../../providers/cloudApi/webhooks/triggerItemMessage.json';
import envelope from '../../../providers/kirim/webhooks/envelope.json';
import passthrough from '../../../providers/kirim/webhooks/passthrough.json';
import passthroughWithKirimBlock from '../../../providers/kirim/webhooks/passthroughWithKirimBlock.json';
import live from '../../../providers/ryze/webhooks/live.json';
import liveGroupWithoutSender from '../../../providers/ryze/webhooks/liveGroupWithoutSender.json';
import message from '../../../providers/wawp/webhooks/message.json';
import { WRONG_VALUES } from '../../../helpers/hostileJson';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { JsonObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { readPayload } from '../../../../nodes/WhatsAppMarkRead/pipeline/payload';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';
import { cloudApi } from '../../../../nodes/WhatsAppMarkRead/providers/cloudApi';
import { kirim } from '../../../../nodes/WhatsAppMarkRead/providers/kirim';
import type { Provider } from '../../../../nodes/WhatsAppMarkRead/providers/provider';
import { ryze } from '../../../../nodes/WhatsAppMarkRead/providers/ryze';
import { wawp } from '../../../../nodes/WhatsAppMarkRead/providers/wawp';

const read = (json: JsonObject, provider: Provider) => readPayload(json, provider, PROVIDERS);

/** What n8n's Webhook node emits besides the body. */
const webhookItem = (body: unknown): JsonObject => ({
	headers: { 'content-type': 'application/json' },
	params: {},
	query: {},
	body,
	webhookUrl: 'http://localhost:5678/webhook/whatsapp',
	executionMode: 'production',
});

const SOURCES = [
	['WhatsApp Cloud API', cloudApi, textMessage],
	['Kirim.chat', kirim, envelope],
	['RyzeAPI', ryze, live],
	['Wawp', wawp, message],
] as const;

describe.each(SOURCES)('A payload of %s', (_, provider, { payload }) => {
	it.each<[string, JsonObject]>([
		['behind a Webhook node', webhookItem(payload)],
		['behind a Webhook node, as JSON text', webhookItem(JSON.stringify(payload))],
		['as the item itself', payload],
		['handed on under "payload"', { payload }],
		['handed on under "data"', { data: payload }],
		['handed on under "data", as JSON text', { data: JSON.stringify(payload) }],
	])('is found %s', (_where, json) => {
		expect(read(json, provider).messages).toHaveLength(1);
	});
});

describe("An item of n8n's WhatsApp Trigger", () => {
	it.each([
		['WhatsApp Cloud API', cloudApi],
		['Kirim.chat', kirim],
	])('is read for %s', (_, provider) => {
		expect(read(triggerItemMessage.payload, provider).messages).toHaveLength(1);
	});
});

describe('A payload of another provider', () => {
	it.each([
		['WhatsApp Cloud API', 'Kirim.chat', 'the other envelope', cloudApi, envelope.payload],
		[
			'WhatsApp Cloud API',
			'Kirim.chat',
			'a message with a kirim block',
			cloudApi,
			passthroughWithKirimBlock.payload,
		],
		['WhatsApp Cloud API', 'RyzeAPI', 'a message', cloudApi, live.payload],
		['WhatsApp Cloud API', 'Wawp', 'a message', cloudApi, message.payload],
		['Kirim.chat', 'RyzeAPI', 'a message', kirim, live.payload],
		['Kirim.chat', 'Wawp', 'a message', kirim, message.payload],
		['RyzeAPI', 'WhatsApp Cloud API or Kirim.chat', 'a message', ryze, textMessage.payload],
		[
			'RyzeAPI',
			'WhatsApp Cloud API or Kirim.chat',
			'a delivery status',
			ryze,
			statusesOnly.payload,
		],
		[
			'RyzeAPI',
			'WhatsApp Cloud API or Kirim.chat',
			"an item of n8n's trigger",
			ryze,
			triggerItemMessage.payload,
		],
		['RyzeAPI', 'Kirim.chat', 'the other envelope', ryze, envelope.payload],
		[
			'RyzeAPI',
			'Kirim.chat',
			'a message with a kirim block',
			ryze,
			passthroughWithKirimBlock.payload,
		],
		['RyzeAPI', 'Wawp', 'a message', ryze, message.payload],
		['Wawp', 'WhatsApp Cloud API or Kirim.chat', 'a message', wawp, textMessage.payload],
		['Wawp', 'Kirim.chat', 'the other envelope', wawp, envelope.payload],
		['Wawp', 'RyzeAPI', 'a message', wawp, live.payload],
		['Wawp', 'RyzeAPI', 'a message that cannot be used', wawp, liveGroupWithoutSender.payload],
	])('is refused by %s, naming %s: %s', (displayName, others, _, provider, payload) => {
		for (const json of [payload as JsonObject, webhookItem(payload)]) {
			expect(() => read(json, provider)).toThrow(
				new InvalidInput(
					`The incoming webhook is from ${others}, but 'Provider' is ${displayName}`,
					'',
				),
			);
		}
	});

	it('says which provider to pick', () => {
		expect.assertions(1);
		try {
			read(live.payload, wawp);
		} catch (error) {
			expect((error as InvalidInput).advice).toBe("Set 'Provider' to RyzeAPI.");
		}
	});

	it("cannot be told from the user's when Kirim.chat passes Meta's on unchanged", () => {
		expect(read(passthrough.payload, cloudApi).messages).toHaveLength(1);
		expect(read(textMessage.payload, kirim).messages).toHaveLength(1);
	});
});

describe("A payload that is nobody's", () => {
	it.each<[string, JsonObject]>([
		['an empty item', {}],
		['an empty body', webhookItem({})],
		['a body that is a text', webhookItem('hello')],
		['a body that is broken JSON', webhookItem('{"event":"message"')],
		['a body that is a list', webhookItem([message.payload])],
		['a form', webhookItem({ name: 'Maria', phone: '5511999999999' })],
		['an item of a message that was shaped by hand', { id: 'wamid.ABC', from: '16505551234' }],
	])('is refused: %s', (_, json) => {
		expect(() => read(json, ryze)).toThrow(
			new InvalidInput('No webhook of RyzeAPI was found in the incoming item', ''),
		);
	});

	it('says what was looked for, and where ids from elsewhere go', () => {
		expect.assertions(1);
		try {
			read({}, ryze);
		} catch (error) {
			expect((error as InvalidInput).advice).toBe(
				"Looked in the item itself and under body, payload and data. Connect this node right behind the node that receives the webhook. If the ids come from elsewhere, set 'Message' to 'Define Below'.",
			);
		}
	});

	it('is refused whatever it is', () => {
		for (const provider of PROVIDERS) {
			for (const wrong of WRONG_VALUES) {
				for (const json of [{ body: wrong }, { payload: wrong, data: wrong }, { event: wrong }]) {
					expect(() => read(json, provider)).toThrow(InvalidInput);
				}
			}
		}
	});
});
