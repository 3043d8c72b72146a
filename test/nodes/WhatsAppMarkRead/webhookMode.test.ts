import nock from 'nock';

import cloudApiMany from '../../providers/cloudApi/webhooks/manyMessages.json';
import cloudApiStatus from '../../providers/cloudApi/webhooks/statusesOnly.json';
import cloudApiMessage from '../../providers/cloudApi/webhooks/textMessage.json';
import triggerStatus from '../../providers/cloudApi/webhooks/triggerItemStatus.json';
import cloudApiUsername from '../../providers/cloudApi/webhooks/usernameWithoutNumber.json';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';
import { inbound } from '../../helpers/plainProvider';
import { runMarkRead } from '../../helpers/runMarkRead';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const META_WAMID = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';

function metaCall(host: string, path: string, wamid: string) {
	return nock(host).post(path, {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: wamid,
	});
}

const EVENT = webhookItem({ messages: [inbound({ id: 'AAA1' })] });

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
		nock(PLAIN_URL).post('/markMessages').twice().reply(200, {});
		const other = inbound({ id: 'BBB1', chatId: 'bob' });

		const { output } = await runPlain({ items: [EVENT, webhookItem({ messages: [other] })] });

		expect(output[0]?.map(({ json, pairedItem }) => [json.chatId, pairedItem])).toEqual([
			['anna', { item: 0 }],
			['bob', { item: 1 }],
		]);
	});

	it('delivered twice is marked with one call and reported for each delivery', async () => {
		nock(PLAIN_URL).post('/markMessages').once().reply(200, {});

		const { output } = await runPlain({ items: [EVENT, EVENT] });

		expect(output[0]?.map(({ json, pairedItem }) => [json.messageIds, pairedItem])).toEqual([
			[['AAA1'], { item: 0 }],
			[['AAA1'], { item: 1 }],
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

it("The event's own account wins over the credential's", async () => {
	metaCall('https://graph.facebook.com', '/v25.0/106540352242922/messages', META_WAMID).reply(200, {
		success: true,
	});

	const { output } = await runMarkRead({
		provider: 'cloudApi',
		credential: { phoneNumberId: '999999999999999' },
		items: [webhookItem(cloudApiMessage.payload)],
	});

	expect(output[0]?.[0]?.json.account).toBe('106540352242922');
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
		nock(PLAIN_URL).post('/markMessages').reply(200, {});
		const status = webhookItem({ messages: [], notices: ['a delivery status'] });

		const { output } = await runPlain({ items: [status, EVENT] });

		expect(output[0]).toMatchObject([{ json: { status: 'read' }, pairedItem: { item: 1 } }]);
	});
});

it("A payload that is nobody's is an error that says what was looked for, and no call is made", async () => {
	const { task } = await runPlain({ items: [webhookItem({ hello: 'world' })] });

	expect(task.error).toMatchObject({
		message: 'No webhook of Plain was found in the incoming item',
		description:
			"This node looked in the item itself and under body, payload and data. Connect it right after the node that receives the webhook. If the message IDs come from elsewhere, set 'Message' to 'Define Below'.",
	});
});
