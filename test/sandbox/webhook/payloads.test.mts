import { SANDBOX_ACCOUNTS, type OutgoingWebhook } from '../../../sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../../sandbox/providers/ryze/credential.mts';
import { buildWebhook } from '../../../sandbox/webhook/sendWebhook.mts';

const timestamp = 1_739_321_024;

function payload(order: Omit<OutgoingWebhook, 'url'>): object {
	return buildWebhook({ timestamp, ...order }).payload;
}

describe("Meta's webhooks", () => {
	const messageId = 'wamid.ABC';
	const wrapped = (value: object, field = 'messages') => ({
		object: 'whatsapp_business_account',
		entry: [{ changes: [{ field, value }] }],
	});

	it('carry a direct message with number, sender, wamid and text seconds', () => {
		expect(payload({ provider: 'cloudApi', kind: 'direct', messageId })).toMatchObject(
			wrapped({
				messaging_product: 'whatsapp',
				metadata: { phone_number_id: SANDBOX_ACCOUNTS.cloudApi.phoneNumberId },
				contacts: [{ wa_id: '16505551234' }],
				messages: [
					{ from: '16505551234', id: messageId, timestamp: String(timestamp), type: 'text' },
				],
			}),
		);
	});

	it('name the group of a group message', () => {
		const order = { provider: 'cloudApi', kind: 'group', messageId, chat: 'G1' } as const;
		expect(payload(order)).toMatchObject(
			wrapped({ messages: [{ group_id: 'G1', id: messageId }] }),
		);
	});

	it('leave the phone number out for a sender known by user id', () => {
		const text = JSON.stringify(payload({ provider: 'cloudApi', kind: 'direct', chat: 'US.1' }));
		expect(text).toContain('"from_user_id":"US.1"');
		expect(text).not.toMatch(/"from":|"wa_id":/);
	});

	it('carry a delivery status without any message', () => {
		const value = expect.not.objectContaining({ messages: expect.anything() });
		const built = payload({ provider: 'cloudApi', kind: 'status', messageId });
		expect(built).toMatchObject(wrapped(value as object));
		expect(built).toMatchObject(wrapped({ statuses: [{ id: messageId, status: 'delivered' }] }));
	});

	it('carry a reaction to another message', () => {
		expect(payload({ provider: 'cloudApi', kind: 'reaction', messageId })).toMatchObject(
			wrapped({
				messages: [
					{
						id: messageId,
						type: 'reaction',
						reaction: { message_id: expect.stringMatching(/^wamid\./) },
					},
				],
			}),
		);
	});

	it('carry an own message as an echo', () => {
		expect(payload({ provider: 'cloudApi', kind: 'own', messageId })).toMatchObject(
			wrapped({ message_echoes: [{ id: messageId }] }, 'smb_message_echoes'),
		);
	});
});

describe("Kirim's webhooks", () => {
	const order = { provider: 'kirim', kind: 'direct', messageId: 'wamid.ABC' } as const;

	it("are Meta's JSON unchanged, told apart by headers", () => {
		const { payload: body, headers } = buildWebhook(order);
		expect(Object.keys(body)).toEqual(['object', 'entry']);
		expect(headers).toEqual({ 'x-kirim-source': 'meta', 'x-kirim-event': 'message.received' });
	});

	it('may have a kirim block on top', () => {
		const body = payload({ ...order, layout: 'passthroughWithBlock' });
		expect(Object.keys(body)).toEqual(['object', 'entry', 'kirim']);
	});

	it('may be the other envelope, which names no phone number id', () => {
		expect(payload({ ...order, layout: 'envelope' })).toEqual({
			id: expect.stringMatching(/^wbd_/),
			event: 'message.received',
			delivered_at: new Date(timestamp * 1000).toISOString(),
			data: {
				message: expect.objectContaining({
					id: expect.stringMatching(/^msg_/),
					message_id: 'wamid.ABC',
				}),
			},
		});
	});

	it("may be one of Kirim's own events", () => {
		const own = payload({ ...order, kind: 'own', layout: 'envelope' });
		expect(own).toMatchObject({ id: expect.stringMatching(/^evt_/), type: 'message.created' });
	});

	it('have no group message in the other envelope', () => {
		expect(() => payload({ ...order, kind: 'group', layout: 'envelope' })).toThrow(
			'has no webhook of kind "group"',
		);
	});
});

describe("RyzeAPI's webhooks", () => {
	const order = { provider: 'ryze', kind: 'group', messageId: '3EB0A', text: 'Hi' } as const;
	const author = '5511999999999@s.whatsapp.net';
	const group = '120363123456789@g.us';

	it('have id, chat and author in data when live', () => {
		expect(payload(order)).toMatchObject({
			event: 'message.exchange',
			data: {
				id: '3EB0A',
				direction: 'incoming',
				chat: { jid: group, type: 'group' },
				sender: { jid: author },
				message: { type: 'text', content: 'Hi', media: null },
			},
		});
	});

	it('have everything in data.message in the catalogue', () => {
		expect(payload({ ...order, layout: 'catalogue' })).toMatchObject({
			event: 'message.exchange',
			data: {
				message: {
					id: '3EB0A',
					direction: 'incoming',
					chat: { jid: group, type: 'group' },
					sender: { jid: author },
					type: 'text',
					content: { text: 'Hi' },
				},
			},
		});
	});

	it('carry a live secret and an address nobody may call', () => {
		expect(payload(order)).toMatchObject({
			instanceData: {
				baseUrl: 'https://ryze-payload.invalid',
				instance: SANDBOX_ACCOUNTS.ryze.instance,
				token: RYZE_PAYLOAD_TOKEN,
			},
		});
	});

	it('have no jid for a chat known by LID only', () => {
		const built = buildWebhook({ provider: 'ryze', kind: 'direct', chat: '123456789012345@lid' });
		expect(built.payload).toMatchObject({
			data: { chat: { lid: '123456789012345@lid', type: 'private' } },
		});
		expect(JSON.stringify(built.payload)).not.toContain('"jid"');
	});

	it('may write a jid without its domain', () => {
		const built = buildWebhook({ provider: 'ryze', kind: 'direct', chat: '5511999999999' });
		expect(built.payload).toMatchObject({ data: { chat: { jid: '5511999999999' } } });
		expect(built.message?.chatId).toBe(author);
	});

	it.each([
		['status', { event: 'message.status' }],
		['own', { event: 'message.exchange', data: { direction: 'outgoing' } }],
		['reaction', { data: { message: { type: 'reaction' } } }],
		['revoke', { data: { message: { type: 'message_revoke' } } }],
		['edit', { data: { message: { isEdit: true } } }],
	] as const)('tell %s apart', (kind, expected) => {
		expect(payload({ provider: 'ryze', kind })).toMatchObject(expected);
	});
});

describe("Wawp's webhooks", () => {
	const author = '447441429009@c.us';
	const group = '120363123456789@g.us';

	it('carry a direct message with a serialized id', () => {
		expect(payload({ provider: 'wawp', kind: 'direct' })).toMatchObject({
			event: 'message',
			session: SANDBOX_ACCOUNTS.wawp.instanceId,
			payload: {
				id: expect.stringMatching(/^false_447441429009@c\.us_[0-9A-F]{32}$/),
				from: author,
				fromMe: false,
				participant: null,
				timestamp,
			},
		});
	});

	it.each([
		['plain', { participant: author, id: expect.stringMatching(/_447441429009@c\.us$/) }],
		['authorOnly', { participant: null, author, id: expect.stringMatching(/_[0-9A-F]{32}$/) }],
		['authorInId', { participant: null, id: expect.stringMatching(/_447441429009@c\.us$/) }],
	])('name the author of a group message: %s', (layout, expected) => {
		const order = { provider: 'wawp', kind: 'group', layout } as const;
		expect(payload(order)).toMatchObject({ payload: { from: group, ...expected } });
	});

	it.each([
		['status', 'message.ack'],
		['reaction', 'message.reaction'],
		['edit', 'message.edited'],
		['revoke', 'message.revoked'],
	] as const)('tell %s apart as %s', (kind, event) => {
		expect(payload({ provider: 'wawp', kind })).toMatchObject({ event });
	});

	it('carry an own message as message.any with an own id', () => {
		expect(payload({ provider: 'wawp', kind: 'own' })).toMatchObject({
			event: 'message.any',
			payload: { fromMe: true, to: author, id: expect.stringMatching(/^true_/) },
		});
	});
});
