import nock from 'nock';

import cloudApiMany from '../../providers/cloudApi/webhooks/manyMessages.json';
import cloudApiStatus from '../../providers/cloudApi/webhooks/statusesOnly.json';
import cloudApiMessage from '../../providers/cloudApi/webhooks/textMessage.json';
import triggerStatus from '../../providers/cloudApi/webhooks/triggerItemStatus.json';
import cloudApiUsername from '../../providers/cloudApi/webhooks/usernameWithoutNumber.json';
import kirimEnvelope from '../../providers/kirim/webhooks/envelope.json';
import ryzeMessage from '../../providers/ryze/webhooks/live.json';
import ryzeGroup from '../../providers/ryze/webhooks/liveGroup.json';
import wawpMessage from '../../providers/wawp/webhooks/message.json';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { runMarkRead } from '../../helpers/runMarkRead';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const META_WAMID = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';
const KIRIM_WAMID =
	'wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA';

function metaCall(host: string, path: string, wamid: string) {
	return nock(host).post(path, {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: wamid,
	});
}

describe('One incoming event', () => {
	it('with messages of several chats and phone numbers becomes one output item for each, paired to it', async () => {
		metaCall('https://graph.facebook.com', '/v25.0/106540352242922/messages', 'wamid.FOURTH').reply(
			200,
			{ success: true },
		);
		metaCall('https://graph.facebook.com', '/v25.0/106540352242999/messages', 'wamid.THIRD').reply(
			200,
			{ success: true },
		);

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			items: [webhookItem(cloudApiMany.payload)],
		});

		expect(
			output[0]?.map(({ json: { account, chatId, messageIds }, pairedItem }) => ({
				account,
				chatId,
				messageIds,
				pairedItem,
			})),
		).toEqual([
			{
				account: '106540352242922',
				chatId: '16505551234',
				messageIds: ['wamid.FIRST', 'wamid.SECOND', 'wamid.FOURTH'],
				pairedItem: { item: 0 },
			},
			{
				account: '106540352242999',
				chatId: '447441429009',
				messageIds: ['wamid.THIRD'],
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is told from the others of the same run by its pairing', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support')
			.twice()
			.reply(200, { success: true });

		const { output } = await runMarkRead({
			provider: 'ryze',
			items: [webhookItem(ryzeMessage.payload), webhookItem(ryzeGroup.payload)],
		});

		expect(output[0]?.map(({ json, pairedItem }) => [json.chatId, pairedItem])).toEqual([
			['5511999999999@s.whatsapp.net', { item: 0 }],
			['120363123456789@g.us', { item: 1 }],
		]);
	});

	it('delivered twice is marked with one call and reported for each delivery', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support')
			.once()
			.reply(200, { success: true });

		const { output } = await runMarkRead({
			provider: 'ryze',
			items: [webhookItem(ryzeMessage.payload), webhookItem(ryzeMessage.payload)],
		});

		expect(output[0]?.map(({ json, pairedItem }) => [json.messageIds, pairedItem])).toEqual([
			[['3EB08FCF27E532F1B0F5'], { item: 0 }],
			[['3EB08FCF27E532F1B0F5'], { item: 1 }],
		]);
	});

	it('of a user whose phone number is not shared is marked, with the user id as the chat', async () => {
		metaCall('https://graph.facebook.com', '/v25.0/106540352242922/messages', META_WAMID).reply(
			200,
			{ success: true },
		);

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			items: [webhookItem(cloudApiUsername.payload)],
		});

		expect(output[0]?.[0]?.json.chatId).toBe('US.13491208655302741918');
	});
});

describe("The event's own account wins over the credential's:", () => {
	it('the phone number id of Meta', async () => {
		metaCall('https://graph.facebook.com', '/v25.0/106540352242922/messages', META_WAMID).reply(
			200,
			{ success: true },
		);

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			credential: { phoneNumberId: '999999999999999' },
			items: [webhookItem(cloudApiMessage.payload)],
		});

		expect(output[0]?.[0]?.json.account).toBe('106540352242922');
	});

	it('the instance of RyzeAPI, URL-encoded in the path', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/My%20Shop%2F1')
			.reply(200, { success: true });
		const payload = {
			...ryzeMessage.payload,
			instanceData: { ...ryzeMessage.payload.instanceData, instance: 'My Shop/1' },
		};

		const { output } = await runMarkRead({ provider: 'ryze', items: [webhookItem(payload)] });

		expect(output[0]?.[0]?.json.account).toBe('My Shop/1');
	});

	it("but not where it names none: Kirim.chat's own envelope", async () => {
		metaCall('https://api.kirim.chat', '/v1/106540352249999/messages', KIRIM_WAMID).reply(200, {
			data: { status: 'read' },
			request_id: 'req_1',
		});

		const { output } = await runMarkRead({
			provider: 'kirim',
			credential: { phoneNumberId: '106540352249999' },
			items: [webhookItem(kirimEnvelope.payload)],
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', account: '106540352249999' });
	});

	it("but never its address or its token: RyzeAPI's are the credential's", async () => {
		nock('https://ryzeapi.cloud', { reqheaders: { token: 'dummy-ryze-token' } })
			.post('/api/chat/markRead/support')
			.reply(200, { success: true });
		const payload = {
			...ryzeMessage.payload,
			instanceData: {
				baseUrl: 'https://attacker.example.com',
				instance: 'support',
				token: 'dummy-foreign-token',
			},
		};

		const { run } = await runMarkRead({ provider: 'ryze', items: [webhookItem(payload)] });

		expect(run.status).toBe('success');
	});
});

describe('An event without a message', () => {
	it('is dropped unless the user says otherwise', async () => {
		const { run, output } = await runMarkRead({
			provider: 'cloudApi',
			items: [webhookItem(cloudApiStatus.payload)],
		});

		expect(run.status).toBe('success');
		expect(output).toEqual([[]]);
	});

	it("is dropped from n8n's WhatsApp Trigger too, which emits delivery statuses by default", async () => {
		const { output } = await runMarkRead({ provider: 'cloudApi', items: [triggerStatus.payload] });

		expect(output).toEqual([[]]);
	});

	it('is passed on as skipped, with the reason, where the user wants that', async () => {
		const { output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { nonMessageEvents: 'pass' } },
			items: [webhookItem(cloudApiStatus.payload)],
		});

		expect(output[0]).toEqual([
			{
				json: {
					success: true,
					status: 'skipped',
					provider: 'cloudApi',
					operation: 'markMessage',
					account: null,
					chatId: null,
					sender: null,
					messageIds: [],
					typingIndicator: false,
					requestId: null,
					reason: 'a delivery status',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is refused where the user wants that', async () => {
		const { run, task } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { nonMessageEvents: 'error' } },
			items: [webhookItem(cloudApiStatus.payload)],
		});

		expect(run.status).toBe('error');
		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The incoming event holds no message to mark: it is a delivery status',
			description: "To let such events pass, change the option 'Events Without a Message'.",
		});
	});

	it('beside a message does not keep the message from being marked', async () => {
		nock('https://ryzeapi.cloud').post('/api/chat/markRead/support').reply(200, { success: true });
		const status = { ...ryzeMessage.payload, event: 'message.status' };

		const { output } = await runMarkRead({
			provider: 'ryze',
			items: [webhookItem(status), webhookItem(ryzeMessage.payload)],
		});

		expect(output[0]).toMatchObject([{ json: { status: 'read' }, pairedItem: { item: 1 } }]);
	});
});

describe('A payload that is not of the chosen provider is an error, and no call is made:', () => {
	it.each([
		['cloudApi', 'RyzeAPI', ryzeMessage, 'WhatsApp Cloud API'],
		['ryze', 'Wawp', wawpMessage, 'RyzeAPI'],
		['wawp', 'RyzeAPI', ryzeMessage, 'Wawp'],
		['kirim', 'Wawp', wawpMessage, 'Kirim.chat'],
	] as const)(
		'%s is set, and the event is from %s: the error names it',
		async (provider, sender, fixture, chosen) => {
			const { task } = await runMarkRead({ provider, items: [webhookItem(fixture.payload)] });

			expect(task.error).toMatchObject({
				name: 'NodeOperationError',
				message: `The incoming webhook is from ${sender}, but 'Provider' is ${chosen}`,
				description: `Set 'Provider' to ${sender}.`,
			});
		},
	);

	it('wawp is set, and the event is in the format of Meta: both that deliver it are named', async () => {
		const { task } = await runMarkRead({
			provider: 'wawp',
			items: [webhookItem(cloudApiMessage.payload)],
		});

		expect(task.error?.message).toBe(
			"The incoming webhook is from WhatsApp Cloud API or Kirim.chat, but 'Provider' is Wawp",
		);
	});

	it("nobody's: the error says what was looked for and where ids from elsewhere go", async () => {
		const { task } = await runMarkRead({
			provider: 'ryze',
			items: [webhookItem({ hello: 'world' })],
		});

		expect(task.error).toMatchObject({
			message: 'No webhook of RyzeAPI was found in the incoming item',
			description:
				"Looked in the item itself and under body, payload and data. Connect this node right behind the node that receives the webhook. If the ids come from elsewhere, set 'Message' to 'Define Below'.",
		});
	});
});
