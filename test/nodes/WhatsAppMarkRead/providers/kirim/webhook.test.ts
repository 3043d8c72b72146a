import envelope from '../../../../fixtures/kirim/envelope.json';
import envelopeReaction from '../../../../fixtures/kirim/envelopeReaction.json';
import envelopeWithoutWamid from '../../../../fixtures/kirim/envelopeWithoutWamid.json';
import passthrough from '../../../../fixtures/kirim/passthrough.json';
import passthroughWithKirimBlock from '../../../../fixtures/kirim/passthroughWithKirimBlock.json';
import type { JsonObject } from '../../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { kirim } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim';

const WAMID = 'wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA';

const received = (message: unknown, more: object = {}): JsonObject => ({
	id: 'wbd_01HXYZABCDEFGHJKMNPQRSTVWX',
	event: 'message.received',
	data: { message, ...more },
});

describe('The webhook of Kirim.chat', () => {
	it.each([
		["Meta's, unchanged", passthrough],
		["Meta's with an extra kirim block", passthroughWithKirimBlock],
	])('is %s', (_, { payload }) => {
		expect(kirim.readWebhook(payload)).toEqual({
			messages: [
				{
					id: WAMID,
					account: '106540352242922',
					chatId: '628123456789',
					sender: null,
					isGroup: false,
					timestamp: 1739321024,
				},
			],
			skipped: [],
			unreadable: [],
		});
	});

	it('may be the other envelope, which leaves the phone number id to the credential', () => {
		expect(kirim.readWebhook(envelope.payload)).toEqual({
			messages: [
				{
					id: WAMID,
					account: null,
					chatId: '628123456789',
					sender: null,
					isGroup: false,
					timestamp: 1739321024,
				},
			],
			skipped: [],
			unreadable: [],
		});
	});

	it.each([['message_id'], ['wamid'], ['provider_id'], ['id']])(
		'may name the wamid in data.message.%s of the other envelope',
		(key) => {
			const payload = received({ [key]: 'wamid.ABC' });
			expect(kirim.readWebhook(payload)?.messages.map(({ id }) => id)).toEqual(['wamid.ABC']);
		},
	);

	it("never gives Kirim's own id, but the wamid beside it", () => {
		const payload = received({ message_id: 'msg_01HX', wamid: 'wamid.ABC', id: 'msg_01HX' });
		expect(kirim.readWebhook(payload)?.messages.map(({ id }) => id)).toEqual(['wamid.ABC']);
	});

	it.each([
		["holds Kirim's own id alone", envelopeWithoutWamid.payload],
		['holds the wamid without its prefix', received({ message_id: 'HBgNNjI4' })],
		['holds no message', received(undefined)],
		['holds something else for a message', received('wamid.ABC')],
	])('says so when the other envelope %s', (_, payload) => {
		expect(kirim.readWebhook(payload as JsonObject)).toEqual({
			messages: [],
			skipped: [],
			unreadable: ['a message without an id that starts with "wamid."'],
		});
	});

	it('is known by its message when the other envelope has no id of its own', () => {
		const payload = { event: 'message.received', data: { message: { wamid: 'wamid.ABC' } } };
		expect(kirim.readWebhook(payload)?.messages).toHaveLength(1);
	});

	it('names the phone number id in the message before the one beside it', () => {
		const message = { wamid: 'wamid.ABC', phone_number_id: '106540352242922' };
		const payload = received(message, { phone_number_id: '209870352242955' });
		expect(kirim.readWebhook(payload)?.messages[0]?.account).toBe('106540352242922');
	});

	it('names a sender without a phone number by the user id', () => {
		const payload = received({ wamid: 'wamid.ABC', from_user_id: 'ID.1234567890' });
		expect(kirim.readWebhook(payload)?.messages[0]?.chatId).toBe('ID.1234567890');
	});

	it('names the phone number id where the other envelope does', () => {
		const message = { wamid: 'wamid.ABC' };
		const payload = received(message, { phone_number_id: '106540352242922' });
		expect(kirim.readWebhook(payload)?.messages[0]?.account).toBe('106540352242922');
	});

	it('holds nothing to mark in a reaction', () => {
		expect(kirim.readWebhook(envelopeReaction.payload)).toEqual({
			messages: [],
			skipped: ['a reaction'],
			unreadable: [],
		});
	});

	it.each([
		['contact.created', 'evt_01HX', 'type'],
		['contact.updated', 'evt_01HX', 'type'],
		['message.created', 'evt_01HX', 'type'],
		['conversation.created', 'evt_01HX', 'type'],
		['conversation.assigned', 'evt_01HX', 'type'],
		['message.sent', 'evt_01HX', 'type'],
		['message.edited', 'evt_01HX', 'type'],
		['message.revoked', 'evt_01HX', 'type'],
		['message.delivered', 'evt_01HX', 'type'],
		['broadcast.completed', 'evt_01HX', 'type'],
		['something.new', 'evt_01HX', 'type'],
		['message.status', 'wbd_01HX', 'event'],
		['message.status_updated', 'wbd_01HX', 'event'],
		['something.new', 'wbd_01HX', 'event'],
		['message.sent', undefined, 'type'],
		['message.created', undefined, 'type'],
		['message.status_updated', undefined, 'type'],
	])('holds nothing to mark in %s with the id %s', (event, id, key) => {
		const payload = { id, [key]: event, data: { message: { message_id: 'wamid.ABC' } } };
		expect(kirim.readWebhook(payload)).toEqual({
			messages: [],
			skipped: [`an event "${event}"`],
			unreadable: [],
		});
	});

	it.each<[string, JsonObject]>([
		['an empty object', {}],
		['an event of Stripe', { id: 'evt_1', object: 'event', type: 'charge.succeeded', data: {} }],
		['an event of WAHA', { id: 'evt_1', event: 'message.ack', session: 'default', payload: {} }],
		['an event without an id', { type: 'contact.created' }],
		['an event without an id or a message', { type: 'message.sent', data: {} }],
		['an event without a name', { id: 'evt_1', data: {} }],
		['an event whose id only ends like one of Kirim', { id: 'my_evt_1', type: 'contact.created' }],
		['a received message of somebody else', { id: 'x1', event: 'message.received', data: {} }],
	])('is not %s', (_, payload) => {
		expect(kirim.readWebhook(payload)).toBeNull();
	});

	it('repeats an event of any length in a few words', () => {
		const payload = { id: 'evt_01HX', type: `contact.${'x'.repeat(50_000)}` };
		expect(kirim.readWebhook(payload)?.skipped[0]?.length).toBeLessThan(80);
	});
});
