import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { greenApi } from '../../../nodes/WhatsAppMarkRead/providers/greenApi/index.ts';
import { useFakeNetwork } from '../../helpers/fakeNetwork.ts';
import { webhookFiles } from '../../helpers/providerCases.mts';
import { answered } from '../../helpers/responses.ts';
import { runMarkRead } from '../../helpers/runMarkRead.ts';
import { webhookItem } from '../../helpers/webhookItem.ts';

useFakeNetwork();

const CHAT = '5511912345678@c.us';
const event = webhookFiles('greenApi').find(({ file }) => file === 'message.json')?.payload ?? {};

const run = async (item: object, parameters = {}) =>
	await runMarkRead({ provider: 'greenApi', parameters, items: [item as IDataObject] });

/** Answers any request to GREEN-API, and counts them. */
function countRequests(): () => number {
	let count = 0;
	nock('https://api.green-api.com')
		.post(/.*/)
		.optionally()
		.reply(200, () => {
			count += 1;
			return { setRead: true };
		});
	return () => count;
}

describe('A message of GREEN-API without an ID never reaches the server, which would mark its whole chat', () => {
	it.each([undefined, null, '', ' ', 'null'])(
		'from a webhook with the ID %j',
		async (idMessage) => {
			const requests = countRequests();

			const { task } = await run(webhookItem({ ...event, idMessage }));

			expect(task.error?.message).toContain('a message without an ID');
			expect(requests()).toBe(0);
		},
	);

	it.each(['={{ "" }}', ' ', 'null', ','])(
		'from the field Message ID with %j',
		async (messageId) => {
			const requests = countRequests();

			const { task } = await run({}, { source: 'fields', chatId: CHAT, messageId });

			expect(task.error?.message).toContain("'Message ID' is empty");
			expect(requests()).toBe(0);
		},
	);

	it.each([[[]], [['']]])('from a call with the IDs %j', (messageIds) => {
		const call = { kind: 'markMessages', chatId: CHAT, sender: null, withTyping: false } as const;
		const connection = { apiUrl: 'https://api.green-api.com', account: '7103000001', secrets: [] };

		expect(() =>
			greenApi.buildRequest({ ...call, account: '7103000001', messageIds }, connection),
		).toThrow(TypeError);
	});
});

describe('A webhook of GREEN-API', () => {
	it('is read out of what receiveNotification wraps it in', async () => {
		nock('https://api.green-api.com')
			.post('/waInstance7103000001/readChat/dummy-green-api-token', {
				chatId: CHAT,
				idMessage: event.idMessage as string,
			})
			.reply(200, { setRead: true });

		const { output } = await run({ receiptId: 1234567, body: event });

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', chatId: CHAT });
	});

	it('of another instance than the credential fits is refused, with both named', async () => {
		const requests = countRequests();
		const instanceData = { idInstance: 7103000099, typeInstance: 'whatsapp' };

		const { task } = await run(webhookItem({ ...event, instanceData }));

		expect(task.error?.message).toBe(
			'The incoming webhook is from the instance "7103000099", but the credential is for the instance "7103000001"',
		);
		expect(requests()).toBe(0);
	});
});

describe('A response of GREEN-API to the typing indicator', () => {
	const typing = { kind: 'showTyping', account: '7103000001', chatId: CHAT } as const;

	it.each([
		[200, '', 'accepted'],
		[200, '{}', 'accepted'],
		[200, '<html>Welcome</html>', 'error'],
		[200, '{"setRead":false}', 'error'],
		[200, 'ok', 'error'],
		[400, '', 'error'],
	])('with HTTP %i and the body %j is: %s', (status, body, kind) => {
		expect(greenApi.readResponse(answered(status, body), typing).kind).toBe(kind);
	});
});
