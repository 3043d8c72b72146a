import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork.ts';
import { webhookFiles } from '../../helpers/providerCases.mts';
import { runMarkRead } from '../../helpers/runMarkRead.ts';
import { webhookItem } from '../../helpers/webhookItem.ts';

useFakeNetwork();

const SERVER = 'https://evo.example.com';
const CHAT = '5511912345678@s.whatsapp.net';
const payload = webhookFiles('evolution').find(({ file }) => file === 'phoneNumber.json')?.payload;

const run = async (parameters: INodeParameters, changes: object = {}) =>
	await runMarkRead({
		provider: 'evolution',
		parameters,
		items: [webhookItem({ ...payload, ...changes })],
	});

describe('A webhook of Evolution API', () => {
	it('names the instance, but never the server', async () => {
		nock(SERVER, { reqheaders: { apikey: 'dummy-evolution-key' } })
			.post('/chat/markMessageAsRead/My%20Shop%2F1')
			.reply(201, { message: 'Read messages', read: 'success' });

		const { output } = await run({}, { instance: 'My Shop/1' });

		expect(output[0]?.[0]?.json.account).toBe('My Shop/1');
	});

	it('has its chat marked as unread, by its message and the time of it in seconds', async () => {
		nock(SERVER)
			.post('/chat/markChatUnread/support', {
				lastMessage: {
					key: { remoteJid: CHAT, fromMe: false, id: '3EB0F0A1B2C3D4E5F607' },
					messageTimestamp: 1763326182,
				},
				chat: CHAT,
			})
			.reply(201, { chatId: CHAT, markedChatUnread: true });

		const { output } = await run({ operation: 'markChatUnread' });

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'unread', chatId: CHAT, messageIds: [] });
	});
});

describe('Fields for Evolution API', () => {
	it('cannot have a chat marked as unread, and say what can', async () => {
		const fields = { source: 'fields', operation: 'markChatUnread', chatId: CHAT };

		const { task } = await run(fields);

		expect(task.error).toMatchObject({
			message:
				"Evolution API marks a chat as unread only with 'Message' set to 'Take From Incoming Webhook'",
		});
	});
});
