import { ACCOUNT } from '../../../../tools/sandbox/providers/ryze/credential.mts';
import { buildWebhook, type OutgoingWebhook } from '../../../../tools/sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../../../tools/sandbox/providers/ryze/credential.mts';

const timestamp = 1_739_321_024;

function payload(order: Omit<OutgoingWebhook, 'url' | 'provider'>): object {
	return buildWebhook({ provider: 'ryze', timestamp, ...order }).payload;
}

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
				instance: ACCOUNT.instance,
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
		expect(payload({ kind })).toMatchObject(expected);
	});
});
