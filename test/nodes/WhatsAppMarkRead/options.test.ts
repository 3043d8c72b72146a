import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import nock from 'nock';

import cloudApiMany from '../../providers/cloudApi/webhooks/manyMessages.json';
import cloudApiStatus from '../../providers/cloudApi/webhooks/statusesOnly.json';
import cloudApiMessage from '../../providers/cloudApi/webhooks/textMessage.json';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';
import { inbound } from '../../helpers/plainProvider';
import { runMarkRead } from '../../helpers/runMarkRead';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const WEBHOOK = { messages: [inbound({ id: 'AAA1' })] };

const DIRECT = { source: 'fields', chatId: 'anna', messageId: 'AAA1' };

/** Makes a server that takes every receipt, and the list of message ids it will have taken. */
function takeAll(host: string, path: string, times: number): string[] {
	const taken: string[] = [];
	nock(host)
		.post(path)
		.times(times)
		.reply(200, (_uri, body) => {
			taken.push((body as { message_id: string }).message_id);
			return { success: true };
		});
	return taken;
}

/** A webhook of Meta with one message from each of these people. */
function chatsOf(...names: readonly string[]): IDataObject {
	const message = (name: string) => ({ from: name, id: `wamid.${name}`, type: 'text' });
	const value = {
		messaging_product: 'whatsapp',
		metadata: { phone_number_id: '106540352242922' },
		messages: names.map(message),
	};
	const changes = [{ field: 'messages', value }];
	return { object: 'whatsapp_business_account', entry: [{ id: '1', changes }] };
}

describe('Include Input Fields', () => {
	it('keeps the fields of the input item, and puts the receipt under readReceipt', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });

		const { output } = await runPlain({
			parameters: { ...DIRECT, options: { includeInput: true } },
			items: [{ customer: 'Maria', order: { id: 7 } }],
		});

		expect(output[0]).toEqual([
			{
				json: {
					customer: 'Maria',
					order: { id: 7 },
					readReceipt: {
						success: true,
						status: 'read',
						provider: 'plain',
						operation: 'markMessage',
						account: 'support',
						chatId: 'anna',
						sender: null,
						messageIds: ['AAA1'],
						typingIndicator: false,
						requestId: null,
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('keeps the files of the input item too', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });
		const binary = { photo: { data: 'aGVsbG8=', mimeType: 'image/jpeg' } };

		const { output } = await runPlain({
			parameters: { ...DIRECT, options: { includeInput: true } },
			binary,
		});

		expect(output[0]?.[0]?.binary).toEqual(binary);
	});

	it('takes the live token of a payload out of the fields it keeps', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });

		const { output } = await runPlain({
			parameters: { options: { includeInput: true } },
			items: [webhookItem({ ...WEBHOOK, secret: 'dummy-live-token' })],
		});

		expect(output[0]?.[0]?.json).toMatchObject({
			body: { ...WEBHOOK, secret: '[redacted]' },
			readReceipt: { status: 'read' },
		});
	});

	it('copies nothing of the input: all chats of a webhook share its one object', async () => {
		takeAll('https://graph.facebook.com', '/v25.0/106540352242922/messages', 3);
		const item = webhookItem(chatsOf('Anna', 'Bob', 'Carol'));

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { includeInput: true } },
			items: [item],
		});

		const bodies = output[0]?.map(({ json }) => json.body) ?? [];
		expect(bodies).toHaveLength(3);
		bodies.forEach((body) => expect(body).toBe(item.body));
	});

	it('redacts the input once: all chats of a webhook share the one copy', async () => {
		takeAll('https://graph.facebook.com', '/v25.0/106540352242922/messages', 3);
		const item = webhookItem({ ...chatsOf('Anna', 'Bob'), instanceData: { token: 'dummy-live' } });

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { includeInput: true } },
			items: [item],
		});

		const [first, second] = output[0] ?? [];
		expect(first?.json.body).toMatchObject({ instanceData: { token: '[redacted]' } });
		expect(second?.json.body).toBe(first?.json.body);
		expect((first?.json.body as IDataObject).entry).toBe((item.body as IDataObject).entry);
		nock.cleanAll();
	});

	it.each(['webhook', 'fields'])(
		'a field named error does not make n8n run the node again: it is called inputError, with %s',
		async (source) => {
			const taken = takeAll('https://graph.facebook.com', '/v25.0/106540352242922/messages', 1);

			const { output } = await runMarkRead({
				provider: 'cloudApi',
				parameters: {
					source,
					phoneNumberId: { __rl: true, mode: 'id', value: '106540352242922' },
					messageId: 'wamid.A',
					options: { includeInput: true },
				},
				items: [{ ...webhookItem(chatsOf('Anna')), error: 'from a node before' }],
				nodeSettings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			});

			expect(taken).toHaveLength(1);
			expect(output[0]?.[0]?.json).toMatchObject({
				inputError: 'from a node before',
				readReceipt: { status: 'read' },
			});
			expect(output[0]?.[0]?.json).not.toHaveProperty('error');
		},
	);

	it('holds for skipped events as well', async () => {
		const { output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { includeInput: true, nonMessageEvents: 'pass' } },
			items: [webhookItem(cloudApiStatus.payload)],
		});

		expect(output[0]?.[0]?.json).toMatchObject({
			body: { object: 'whatsapp_business_account' },
			readReceipt: { status: 'skipped', reason: 'a delivery status' },
		});
	});

	it('is off unless switched on: fields and files of the input item do not come along', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });

		const { output } = await runPlain({
			parameters: DIRECT,
			items: [{ customer: 'Maria' }],
			binary: { photo: { data: 'aGVsbG8=', mimeType: 'image/jpeg' } },
		});

		expect(output[0]?.[0]?.json).not.toHaveProperty('customer');
		expect(output[0]?.[0]).not.toHaveProperty('binary');
	});

	it('does not change the input item itself', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });
		const item = webhookItem(WEBHOOK);
		const before = structuredClone(item);

		await runPlain({
			parameters: { options: { includeInput: true } },
			items: [item],
		});

		expect(item).toEqual(before);
	});
});

describe('Include Response', () => {
	it("adds the provider's raw answer under response", async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(200, { success: true, message: 'Message marked as read successfully' });

		const { output } = await runPlain({
			parameters: { ...DIRECT, options: { includeResponse: true } },
		});

		expect(output[0]?.[0]?.json.response).toEqual({
			success: true,
			message: 'Message marked as read successfully',
		});
	});

	it('adds a list when several calls were made for the item', async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(200, { success: true, message_id: 'AAA1' })
			.post('/markMessages')
			.reply(200, { success: true, message_id: 'BBB2' });

		const { output } = await runPlain({
			parameters: { ...DIRECT, messageId: 'AAA1,BBB2', options: { includeResponse: true } },
		});

		expect(output[0]?.[0]?.json.response).toEqual([
			{ success: true, message_id: 'AAA1' },
			{ success: true, message_id: 'BBB2' },
		]);
	});

	it('adds an answer that is no JSON as its text', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(201, 'OK');

		const { output } = await runPlain({
			parameters: { ...DIRECT, options: { includeResponse: true } },
		});

		expect(output[0]?.[0]?.json.response).toBe('OK');
	});

	it('is off unless switched on', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });

		const { output } = await runPlain({ parameters: DIRECT });

		expect(output[0]?.[0]?.json).not.toHaveProperty('response');
	});
});

describe('Only the Latest Message', () => {
	const path = '/v25.0/106540352242922/messages';

	it('is on for the Cloud API: one call for the chat, on its newest message', async () => {
		const taken = takeAll('https://graph.facebook.com', path, 1);
		const other = takeAll('https://graph.facebook.com', '/v25.0/106540352242999/messages', 1);

		await runMarkRead({ provider: 'cloudApi', items: [webhookItem(cloudApiMany.payload)] });

		expect(taken).toEqual(['wamid.FOURTH']);
		expect(other).toEqual(['wamid.THIRD']);
	});

	it('switched off for the Cloud API makes a call for every message', async () => {
		const taken = takeAll('https://graph.facebook.com', path, 3);
		takeAll('https://graph.facebook.com', '/v25.0/106540352242999/messages', 1);

		await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { latestOnly: false } },
			items: [webhookItem(cloudApiMany.payload)],
		});

		expect(taken.sort()).toEqual(['wamid.FIRST', 'wamid.FOURTH', 'wamid.SECOND']);
	});

	it.each([
		['as long as it is off where the provider has it off', {}, ['AAA1', 'BBB2', 'CCC3']],
		['not once it is switched on there', { latestOnly: true }, ['CCC3']],
	])('makes a call for every message %s', async (_, options, expected) => {
		const marked: string[] = [];
		nock(PLAIN_URL)
			.post('/markMessages')
			.times(expected.length)
			.reply(200, (_uri, body) => {
				marked.push(...(body as { messageIds: string[] }).messageIds);
				return {};
			});
		const messages = ['AAA1', 'BBB2', 'CCC3'].map((id, timestamp) => inbound({ id, timestamp }));

		await runPlain({
			traits: { latestOnlyDefault: false },
			parameters: { options },
			items: [webhookItem({ messages })],
		});

		expect(marked.sort()).toEqual(expected);
	});

	it('names the message that stood for those of another item', async () => {
		takeAll('https://graph.facebook.com', path, 1);
		const newer = JSON.parse(
			JSON.stringify(cloudApiMessage.payload)
				.replace(/wamid\.[^"]+/, 'wamid.NEWER')
				.replace('1739321024', '1739321099'),
		) as object;

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			items: [webhookItem(cloudApiMessage.payload), webhookItem(newer)],
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', coveredBy: 'wamid.NEWER' });
		expect(output[0]?.[1]?.json).not.toHaveProperty('coveredBy');
	});

	it('has no effect on ids under Define Below, whose chat is not known', async () => {
		const taken = takeAll('https://graph.facebook.com', path, 2);

		await runMarkRead({
			provider: 'cloudApi',
			parameters: { source: 'fields', messageId: 'wamid.A, wamid.B' },
		});

		expect(taken.sort()).toEqual(['wamid.A', 'wamid.B']);
	});
});

describe('Max Retries', () => {
	it('set to 0 makes every call once', async () => {
		nock(PLAIN_URL).post('/markMessages').once().reply(500, { code: 'backoff' });

		const { task } = await runPlain({
			parameters: { ...DIRECT, options: { maxRetries: 0 } },
		});

		expect(task.error).toMatchObject({ httpCode: '500', context: { details: { attempts: 1 } } });
	});

	it('set to 1 makes a call that met temporary trouble once more', async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(500, { code: 'backoff' })
			.post('/markMessages')
			.reply(200, { success: true });

		const { output } = await runPlain({
			parameters: { ...DIRECT, options: { maxRetries: 1 } },
		});

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read' });
	});
});

describe('Timeout (Ms)', () => {
	it('is how long the answer to one request is waited for', async () => {
		nock(PLAIN_URL).post('/markMessages').delay(2_000).reply(200, { success: true });

		const { task } = await runPlain({
			parameters: { ...DIRECT, options: { maxRetries: 0, timeout: 20 } },
		});

		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			message: 'Plain did not respond in time (timeout)',
			context: { details: { attempts: 1 } },
		});
	});
});

describe('Max Wait (Seconds)', () => {
	it('set to 0 fails at once when the provider asks to stay away, and says when to come back', async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.once()
			.reply(429, { code: 'rateLimit' }, { 'retry-after': '30' });

		const { task } = await runPlain({
			// A rate limit is remembered for the credential: this one is not used by other tests.
			credential: { token: 'dummy-limited-token' },
			parameters: { ...DIRECT, options: { maxWait: 0 } },
		});

		expect(task.error).toMatchObject({
			httpCode: '429',
			message: 'Plain refused: rateLimit',
			description: expect.stringMatching(/^Try again in 30 seconds, after .+ UTC/),
		});
	});
});

describe('Max Concurrency', () => {
	it('set to 1 makes one call after the other', async () => {
		let underWay = 0;
		let most = 0;
		nock(PLAIN_URL)
			.post('/markMessages')
			.times(3)
			.reply(async () => {
				underWay += 1;
				most = Math.max(most, underWay);
				await sleep(5);
				underWay -= 1;
				return [200, { success: true }];
			});

		await runPlain({
			parameters: { ...DIRECT, messageId: 'AAA1,BBB2,CCC3', options: { maxConcurrency: 1 } },
		});

		expect(most).toBe(1);
	});
});

describe('An option with a value it cannot have is refused before any call:', () => {
	it.each([
		['maxRetries', 'many', '\'Max Retries\' is "many", but should be a number from 0 to 20'],
		['maxRetries', -1, '\'Max Retries\' is "-1", but should be a number from 0 to 20'],
		['maxConcurrency', 0, '\'Max Concurrency\' is "0", but should be a number from 1 to 1000'],
		['maxWait', -5, '\'Max Wait (Seconds)\' is "-5", but should be a number from 0 to 3600'],
		['timeout', 0, '\'Timeout (Ms)\' is "0", but should be a number from 1 to 300000'],
		[
			'timeout',
			9e12,
			'\'Timeout (Ms)\' is "9000000000000", but should be a number from 1 to 300000',
		],
		[
			'nonMessageEvents',
			'ignore',
			'\'Events Without a Message\' is "ignore", but should be one of drop, pass, error',
		],
		['latestOnly', 'maybe', '\'Only the Latest Message\' is "maybe", but should be true or false'],
		['includeInput', 'yes', '\'Include Input Fields\' is "yes", but should be true or false'],
		['includeResponse', 1, '\'Include Response\' is "1", but should be true or false'],
	])('%s: %p', async (option, value, message) => {
		const { task } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { options: { [option]: value } },
			items: [webhookItem(cloudApiMessage.payload)],
		});

		expect(task.error).toMatchObject({ name: 'NodeOperationError', message });
	});

	it('Show Typing Indicator, by an expression that gives no yes or no', async () => {
		const { task } = await runMarkRead({
			provider: 'cloudApi',
			parameters: { typingIndicator: '={{ "sometimes" }}' },
			items: [webhookItem(cloudApiMessage.payload)],
		});

		expect(task.error?.message).toBe(
			'\'Show Typing Indicator\' is "sometimes", but should be true or false',
		);
	});
});

describe('An option by an expression', () => {
	it('takes numbers and switches written as text', async () => {
		takeAll('https://graph.facebook.com', '/v25.0/106540352242922/messages', 1);

		const { output } = await runMarkRead({
			provider: 'cloudApi',
			parameters: {
				options: { maxRetries: '={{ "2" }}', includeResponse: '={{ "true" }}' },
			},
			items: [webhookItem(cloudApiMessage.payload)],
		});

		expect(output[0]?.[0]?.json.response).toEqual({ success: true });
	});
});
