import nock from 'nock';

import { prepareEngine } from '../../helpers/runNode';
import { runMarkRead } from '../../helpers/runMarkRead';

beforeAll(() => {
	prepareEngine();
	nock.disableNetConnect();
});
afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

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
});
