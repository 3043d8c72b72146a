import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';
import { inbound } from '../../helpers/plainProvider';
import { runMarkRead } from '../../helpers/runMarkRead';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const DIRECT = { source: 'fields', chatId: 'anna', messageId: 'AAA1' };

/** Announces so many receipts of the Cloud API. */
function acceptReceipts(times: number) {
	nock('https://graph.facebook.com')
		.post('/v25.0/106540352242922/messages')
		.times(times)
		.reply(200, { success: true });
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

const ITEM = webhookItem(chatsOf('Anna'));

async function runCloudApi(parameters: INodeParameters, item = ITEM) {
	return await runMarkRead({ provider: 'cloudApi', parameters, items: [item] });
}

describe('Include Input Fields', () => {
	const options = { includeInput: true };

	it('copies nothing of the input: all chats of a webhook share its one object', async () => {
		acceptReceipts(3);
		const item = webhookItem(chatsOf('Anna', 'Bob', 'Carol'));
		const before = structuredClone(item);

		const { output } = await runCloudApi({ options }, item);

		const bodies = output[0]?.map(({ json }) => json.body) ?? [];
		expect(bodies).toHaveLength(3);
		bodies.forEach((body) => expect(body).toBe(item.body));
		expect(item).toEqual(before);
	});

	it('redacts the input once: all chats of a webhook share the one copy', async () => {
		acceptReceipts(2);
		const item = webhookItem({ ...chatsOf('Anna', 'Bob'), instanceData: { token: 'dummy-live' } });

		const { output } = await runCloudApi({ options }, item);

		const [first, second] = output[0] ?? [];
		expect(first?.json.body).toMatchObject({ instanceData: { token: '[redacted]' } });
		expect(second?.json.body).toBe(first?.json.body);
		expect((first?.json.body as IDataObject).entry).toBe((item.body as IDataObject).entry);
	});

	it('keeps the files of the input item too', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(200, { success: true });
		const binary = { photo: { data: 'aGVsbG8=', mimeType: 'image/jpeg' } };

		const { output } = await runPlain({ parameters: { ...DIRECT, options }, binary });

		expect(output[0]?.[0]?.binary).toEqual(binary);
	});

	it.each(['webhook', 'fields'])(
		'a field named error does not make n8n run the node again: it is called inputError, with %s',
		async (source) => {
			acceptReceipts(1);
			const phoneNumberId = { __rl: true, mode: 'id', value: '106540352242922' };

			const { output } = await runMarkRead({
				provider: 'cloudApi',
				parameters: { source, phoneNumberId, messageId: 'wamid.A', options },
				items: [{ ...ITEM, error: 'from a node before' }],
				nodeSettings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			});

			expect(output[0]?.[0]?.json).toMatchObject({
				inputError: 'from a node before',
				readReceipt: { status: 'read' },
			});
			expect(output[0]?.[0]?.json).not.toHaveProperty('error');
		},
	);
});

describe('Only the Latest Message', () => {
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

describe('An option', () => {
	it.each<[string, INodeParameters, string]>([
		['Max Retries', { maxRetries: 'many' }, '"many", but should be a number from 0 to 20'],
		['Max Retries', { maxRetries: -1 }, '"-1", but should be a number from 0 to 20'],
		['Max Concurrency', { maxConcurrency: 0 }, '"0", but should be a number from 1 to 1000'],
		['Max Wait (Seconds)', { maxWait: -5 }, '"-5", but should be a number from 0 to 3600'],
		['Timeout (Ms)', { timeout: 0 }, '"0", but should be a number from 1 to 300000'],
		[
			'Events Without a Message',
			{ nonMessageEvents: 'ignore' },
			'"ignore", but should be one of drop, pass, error',
		],
		['Only the Latest Message', { latestOnly: 'maybe' }, '"maybe", but should be true or false'],
		['Include Input Fields', { includeInput: 'yes' }, '"yes", but should be true or false'],
		['Include Response', { includeResponse: 1 }, '"1", but should be true or false'],
	])(
		'with a value it cannot have is refused before any call: %s, %j',
		async (label, options, is) => {
			const { task } = await runCloudApi({ options });

			expect(task.error).toMatchObject({
				name: 'NodeOperationError',
				message: `'${label}' is ${is}`,
			});
		},
	);

	it('by an expression takes numbers and switches written as text', async () => {
		acceptReceipts(1);

		const { output } = await runCloudApi({
			options: { maxRetries: '={{ "2" }}', includeResponse: '={{ "true" }}' },
		});

		expect(output[0]?.[0]?.json.response).toEqual({ success: true });
	});
});

it('Show Typing Indicator is refused when an expression gives no yes or no', async () => {
	const { task } = await runCloudApi({ typingIndicator: '={{ "sometimes" }}' });

	expect(task.error?.message).toBe(
		'\'Show Typing Indicator\' is "sometimes", but should be true or false',
	);
});
