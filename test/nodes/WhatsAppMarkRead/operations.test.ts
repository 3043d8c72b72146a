import nock from 'nock';

import ryzeMessage from '../../providers/ryze/webhooks/live.json';
import ryzeGroup from '../../providers/ryze/webhooks/liveGroup.json';
import wawpMessage from '../../providers/wawp/webhooks/message.json';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { runMarkRead } from '../../helpers/runMarkRead';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const WAWP_CREDENTIAL = { instance_id: '123456789', access_token: 'dummy-wawp-token' };

describe('Mark Chat as Read', () => {
	it('marks the chat under "Chat" through RyzeAPI', async () => {
		nock('https://ryzeapi.cloud', { reqheaders: { token: 'dummy-ryze-token' } })
			.post('/api/chat/markChatRead/support', { number: '5511999999999', read: true })
			.reply(200, {
				success: true,
				message: 'Chat marked',
				chat_jid: '5511999999999@s.whatsapp.net',
				read: true,
			});

		const { output } = await runMarkRead({
			provider: 'ryze',
			parameters: { operation: 'markChat', source: 'fields', chatId: '+55 11 99999-9999' },
		});

		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'ryze',
					operation: 'markChat',
					account: 'support',
					chatId: '5511999999999@s.whatsapp.net',
					sender: null,
					messageIds: [],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('marks the chat under "Chat" through Wawp, with no message ids', async () => {
		nock('https://api.wawp.net')
			.post('/v2/send/seen', { ...WAWP_CREDENTIAL, chatId: '5511999999999@c.us' })
			.reply(200, {});

		const { output } = await runMarkRead({
			provider: 'wawp',
			parameters: {
				operation: 'markChat',
				source: 'fields',
				chatId: '5511999999999@s.whatsapp.net',
			},
		});

		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'wawp',
					operation: 'markChat',
					account: '123456789',
					chatId: '5511999999999@c.us',
					sender: null,
					messageIds: [],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('marks the chat an incoming event is from, in groups without the author', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markChatRead/support', { number: '120363123456789@g.us', read: true })
			.reply(200, { success: true, chat_jid: '120363123456789@g.us', read: true });

		const { output } = await runMarkRead({
			provider: 'ryze',
			parameters: { operation: 'markChat' },
			items: [webhookItem(ryzeGroup.payload)],
		});

		expect(output[0]?.[0]?.json).toMatchObject({
			status: 'read',
			chatId: '120363123456789@g.us',
			sender: null,
			messageIds: [],
		});
	});

	it('makes one call for several events of the same chat', async () => {
		nock('https://api.wawp.net')
			.post('/v2/send/seen', { ...WAWP_CREDENTIAL, chatId: '11111111111@c.us' })
			.once()
			.reply(200, '');

		const { output } = await runMarkRead({
			provider: 'wawp',
			parameters: { operation: 'markChat' },
			items: [webhookItem(wawpMessage.payload), webhookItem(wawpMessage.payload)],
		});

		expect(output[0]).toHaveLength(2);
	});
});

describe('Mark Chat as Unread', () => {
	it('marks the chat through RyzeAPI', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markChatRead/support', { number: '123456789012345@lid', read: false })
			.reply(200, { success: true, chat_jid: '123456789012345@lid', read: false });

		const { output } = await runMarkRead({
			provider: 'ryze',
			parameters: { operation: 'markChatUnread', source: 'fields', chatId: '123456789012345@lid' },
		});

		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'unread',
					provider: 'ryze',
					operation: 'markChatUnread',
					account: 'support',
					chatId: '123456789012345@lid',
					sender: null,
					messageIds: [],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('marks the chat through Wawp', async () => {
		nock('https://api.wawp.net')
			.post('/v2/chats/unread', { ...WAWP_CREDENTIAL, chatId: '11111111111@c.us' })
			.reply(200, {});

		const { output } = await runMarkRead({
			provider: 'wawp',
			parameters: { operation: 'markChatUnread' },
			items: [webhookItem(wawpMessage.payload)],
		});

		expect(output[0]?.[0]?.json).toMatchObject({
			status: 'unread',
			operation: 'markChatUnread',
			chatId: '11111111111@c.us',
		});
	});
});

describe('Show Typing Indicator', () => {
	it('rides along in the one call of the Cloud API', async () => {
		nock('https://graph.facebook.com')
			.post('/v25.0/106540352242922/messages', {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: 'wamid.ABC',
				typing_indicator: { type: 'text' },
			})
			.reply(200, { success: true });

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { source: 'fields', messageId: 'wamid.ABC', typingIndicator: true },
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: true });
	});

	it('rides along in the one call of Kirim.chat', async () => {
		nock('https://api.kirim.chat')
			.post('/v1/106540352242922/messages', {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: 'wamid.ABC',
				typing_indicator: { type: 'text' },
			})
			.reply(200, { data: { status: 'read' } });

		const { output } = await runMarkRead({
			provider: 'kirim',
			parameters: { source: 'fields', messageId: 'wamid.ABC', typingIndicator: true },
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: true });
	});

	it('is a second call after the receipt of RyzeAPI', async () => {
		const calls: string[] = [];
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support')
			.reply(200, () => {
				calls.push('markRead');
				return { success: true };
			})
			.post('/api/chat/presence/support', {
				number: '5511999999999@s.whatsapp.net',
				state: 'typing',
				duration: 25,
			})
			.reply(200, () => {
				calls.push('presence');
				return { success: true };
			});

		const { output } = await runMarkRead({
			provider: 'ryze',
			parameters: { typingIndicator: true },
			items: [webhookItem(ryzeMessage.payload)],
		});

		expect(calls).toEqual(['markRead', 'presence']);
		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: true });
	});

	it('is a second call after the receipt of Wawp', async () => {
		const calls: string[] = [];
		nock('https://api.wawp.net')
			.post('/v2/send/seen')
			.reply(200, () => {
				calls.push('seen');
				return {};
			})
			.post('/v2/send/start-typing', { ...WAWP_CREDENTIAL, chatId: '11111111111@c.us' })
			.reply(200, () => {
				calls.push('start-typing');
				return {};
			});

		const { output } = await runMarkRead({
			provider: 'wawp',
			parameters: { typingIndicator: true },
			items: [webhookItem(wawpMessage.payload)],
		});

		expect(calls).toEqual(['seen', 'start-typing']);
		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: true });
	});

	it('is not asked for when the message could not be marked', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support')
			.reply(401, { success: false, error: { message: 'Invalid token' } });

		const { task } = await runMarkRead({
			provider: 'ryze',
			parameters: { typingIndicator: true },
			items: [webhookItem(ryzeMessage.payload)],
		});

		expect(task.error?.message).toBe('RyzeAPI does not accept the token');
	});

	it('that fails leaves the receipt a success, and tells it in a hint', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support')
			.reply(200, { success: true })
			.post('/api/chat/presence/support')
			.reply(501, { success: false, error: { message: 'not supported' } });

		const { task, output } = await runMarkRead({
			provider: 'ryze',
			parameters: { typingIndicator: true },
			items: [webhookItem(ryzeMessage.payload)],
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: false });
		expect(task.hints).toEqual([
			{
				message:
					'The message was marked as read, but the typing indicator was not shown: This RyzeAPI server cannot do that.',
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});
});

describe('An operation left over from another provider', () => {
	it('is refused with words that say which to choose', async () => {
		const { task } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { operation: 'markChat', source: 'fields' },
		});

		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: "WhatsApp Cloud API cannot do what 'Operation' asks for",
			description: "Set 'Operation' to 'Mark Message as Read'.",
		});
	});
});
