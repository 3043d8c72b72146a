import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { runMarkRead } from '../../helpers/runMarkRead';

useFakeNetwork();

/** Kirim's document shortens the id of its second example; the first example's is used for both. */
const KIRIM_WAMID =
	'wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA';

const KIRIM_ANSWER = {
	data: {
		id: 'msg_01HXYZABCDEFGHJKMNPQRSTVWX',
		object: 'message',
		status: 'read',
		message_id: KIRIM_WAMID,
	},
	request_id: 'req_01HXYZABCDEFGHJKMNPQRSTVWX',
};

describe('The examples of the founding documents, sent by the node', () => {
	it('marks a message of the Cloud API as in "Example request" (seed 002)', async () => {
		nock('https://graph.facebook.com', {
			reqheaders: { authorization: 'Bearer dummy-cloud-token', 'content-type': 'application/json' },
		})
			.post('/v25.0/106540352242922/messages', {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
			})
			.reply(200, { success: true });

		const { run, output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: {
				source: 'fields',
				phoneNumberId: { __rl: true, mode: 'id', value: '106540352242922' },
				messageId: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
			},
		});

		expect(run.status).toBe('success');
		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'cloudApi',
					operation: 'markMessage',
					account: '106540352242922',
					chatId: null,
					sender: null,
					messageIds: ['wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA'],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('marks a message through Kirim.chat as in its first example, without an Idempotency-Key (seed 003)', async () => {
		nock('https://api.kirim.chat', {
			reqheaders: { authorization: 'Bearer dummy-kirim-key', 'content-type': 'application/json' },
			badheaders: ['idempotency-key'],
		})
			.post('/v1/106540352242922/messages', {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: KIRIM_WAMID,
			})
			.reply(200, KIRIM_ANSWER);

		const { run, output } = await runMarkRead({
			provider: 'kirim',
			parameters: { source: 'fields', messageId: KIRIM_WAMID },
		});

		expect(run.status).toBe('success');
		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'kirim',
					operation: 'markMessage',
					account: '106540352242922',
					chatId: null,
					sender: null,
					messageIds: [KIRIM_WAMID],
					typingIndicator: false,
					requestId: 'req_01HXYZABCDEFGHJKMNPQRSTVWX',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('shows the typing bubble in the same call as in the second example of Kirim.chat (seed 003)', async () => {
		nock('https://api.kirim.chat', { reqheaders: { authorization: 'Bearer dummy-kirim-key' } })
			.post('/v1/106540352242922/messages', {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: KIRIM_WAMID,
				typing_indicator: { type: 'text' },
			})
			.reply(200, KIRIM_ANSWER);

		const { output } = await runMarkRead({
			provider: 'kirim',
			parameters: { source: 'fields', messageId: KIRIM_WAMID, typingIndicator: true },
		});

		expect(output[0]?.[0]?.json).toEqual({
			success: true,
			status: 'read',
			provider: 'kirim',
			operation: 'markMessage',
			account: '106540352242922',
			chatId: null,
			sender: null,
			messageIds: [KIRIM_WAMID],
			typingIndicator: true,
			requestId: 'req_01HXYZABCDEFGHJKMNPQRSTVWX',
		});
	});

	it('marks a direct message through RyzeAPI as in the example "DM" (seeds 000 and 001)', async () => {
		nock('https://ryzeapi.cloud', {
			reqheaders: { token: 'dummy-ryze-token', 'content-type': 'application/json' },
		})
			.post('/api/chat/markRead/support', {
				messageId: '3EB08FCF27E532F1B0F5',
				number: '5511999999999',
			})
			.reply(200, {
				success: true,
				message: 'Message marked as read successfully',
				message_id: '3EB08FCF27E532F1B0F5',
				chat_jid: '5511999999999@s.whatsapp.net',
			});

		const { run, output } = await runMarkRead({
			provider: 'ryze',
			parameters: {
				source: 'fields',
				chatId: '5511999999999',
				messageId: '3EB08FCF27E532F1B0F5',
			},
		});

		expect(run.status).toBe('success');
		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'ryze',
					operation: 'markMessage',
					account: 'support',
					chatId: '5511999999999@s.whatsapp.net',
					sender: null,
					messageIds: ['3EB08FCF27E532F1B0F5'],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('marks a group message through RyzeAPI as in the example "Group (with sender)" (seeds 000 and 001)', async () => {
		nock('https://ryzeapi.cloud', { reqheaders: { token: 'dummy-ryze-token' } })
			.post('/api/chat/markRead/support', {
				messageId: '3EB08FCF27E532F1B0F5',
				number: '120363123456789@g.us',
				sender: '5511999999999@s.whatsapp.net',
			})
			.reply(200, {
				success: true,
				message: 'Message marked as read successfully',
				message_id: '3EB08FCF27E532F1B0F5',
				chat_jid: '120363123456789@g.us',
			});

		const { run, output } = await runMarkRead({
			provider: 'ryze',
			parameters: {
				source: 'fields',
				chatId: '120363123456789@g.us',
				messageId: '3EB08FCF27E532F1B0F5',
				chatType: 'group',
				sender: '5511999999999@s.whatsapp.net',
			},
		});

		expect(run.status).toBe('success');
		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'ryze',
					operation: 'markMessage',
					account: 'support',
					chatId: '120363123456789@g.us',
					sender: '5511999999999@s.whatsapp.net',
					messageIds: ['3EB08FCF27E532F1B0F5'],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('marks messages through Wawp as in its sample, with the credentials in the JSON body and nothing in the URL (seed 004)', async () => {
		nock('https://api.wawp.net', { reqheaders: { 'content-type': 'application/json' } })
			.post('/v2/send/seen', {
				instance_id: '123456789',
				access_token: 'dummy-wawp-token',
				chatId: '447441429009@c.us',
				messageIds: ['false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA'],
			})
			.reply(200, '');

		const { run, output } = await runMarkRead({
			provider: 'wawp',
			parameters: {
				source: 'fields',
				chatId: '447441429009@c.us',
				messageIds: ['false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA'],
			},
		});

		expect(run.status).toBe('success');
		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'read',
					provider: 'wawp',
					operation: 'markMessage',
					account: '123456789',
					chatId: '447441429009@c.us',
					sender: null,
					messageIds: ['false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA'],
					typingIndicator: false,
					requestId: null,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('never sends the participant "null" of Wawp\'s sample, even when it is copied into the node (seed 004)', async () => {
		nock('https://api.wawp.net')
			.post('/v2/send/seen', {
				instance_id: '123456789',
				access_token: 'dummy-wawp-token',
				chatId: '120363123456789@g.us',
				messageIds: ['false_120363123456789@g.us_AAAAAAAAAAAAAAAAAAAA'],
			})
			.reply(200, {});

		const { output } = await runMarkRead({
			provider: 'wawp',
			parameters: {
				source: 'fields',
				chatId: '120363123456789@g.us',
				messageIds: ['false_120363123456789@g.us_AAAAAAAAAAAAAAAAAAAA'],
				chatType: 'group',
				sender: 'null',
			},
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', sender: null });
	});
});
