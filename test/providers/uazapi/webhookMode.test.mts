import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork.ts';
import { webhookFiles } from '../../helpers/providerCases.mts';
import { runMarkRead } from '../../helpers/runMarkRead.ts';
import { webhookItem } from '../../helpers/webhookItem.ts';

useFakeNetwork();

const SERVER = 'https://my-name.uazapi.com';
const CHAT = '5511912345678@s.whatsapp.net';
const ID = '3EB0A1B2C3D4E5F60718';
const { payload = {} } = webhookFiles('uazapi').find(({ file }) => file === 'direct.json') ?? {};
const message = payload.message as object;

const run = async (parameters: INodeParameters, ...changes: object[]) =>
	await runMarkRead({
		provider: 'uazapi',
		parameters,
		items: changes.map((change) => webhookItem({ ...payload, ...change })),
	});

describe('A webhook of UAZAPI', () => {
	it('names the instance, but never the server or the token', async () => {
		nock(SERVER, { reqheaders: { token: 'dummy-uazapi-token' } })
			.post('/message/markread', { id: [ID] })
			.reply(200, { success: true });

		const { output } = await run({}, { instanceName: 'My Shop/1' });

		expect(output[0]?.[0]?.json.account).toBe('My Shop/1');
	});

	it('has the typing indicator shown in its chat after the receipt, for 25 seconds', async () => {
		nock(SERVER).post('/message/markread').reply(200, { success: true });
		nock(SERVER)
			.post('/message/presence', { number: CHAT, presence: 'composing', delay: 25_000 })
			.reply(200, { response: 'Chat presence sent successfully' });

		const { output } = await run({ typingIndicator: true }, {});

		expect(output[0]?.[0]?.json).toMatchObject({ chatId: CHAT, typingIndicator: true });
	});

	it('fails alone when the message of another in the same request was marked', async () => {
		nock(SERVER)
			.post('/message/markread', { id: [ID, '3EB0OLD'] })
			.reply(200, {
				results: [
					{ message_id: ID, status: 'success' },
					{ message_id: '3EB0OLD', status: 'error', error: 'Message not found' },
				],
			});
		const old = { ...message, messageid: '3EB0OLD' };

		const { output, task } = await run({}, {}, { message: old });

		expect(output).toEqual([]);
		expect(task.error).toMatchObject({
			message: expect.stringContaining('UAZAPI did not find the message'),
			context: { itemIndex: 1, details: { messageIds: ['3EB0OLD'], markedIds: [] } },
		});
	});
});
