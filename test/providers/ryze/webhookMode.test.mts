import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork.ts';
import { webhookFiles } from '../../helpers/providerCases.mts';
import { runMarkRead } from '../../helpers/runMarkRead.ts';
import { webhookItem } from '../../helpers/webhookItem.ts';

useFakeNetwork();

const payload = webhookFiles('ryze').find(({ file }) => file === 'live.json')?.payload ?? {};

const from = (instanceData: object) => webhookItem({ ...payload, instanceData });

describe('Of the instance in a webhook', () => {
	it('the name is taken, URL-encoded in the path', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/My%20Shop%2F1')
			.reply(200, { success: true });

		const { output } = await runMarkRead({
			provider: 'ryze',
			items: [from({ instance: 'My Shop/1' })],
		});

		expect(output[0]?.[0]?.json.account).toBe('My Shop/1');
	});

	it('the address and the token are never taken, but those of the credential', async () => {
		nock('https://ryzeapi.cloud', { reqheaders: { token: 'dummy-ryze-token' } })
			.post('/api/chat/markRead/support')
			.reply(200, { success: true });
		const baseUrl = 'https://attacker.example.com';

		const { run } = await runMarkRead({
			provider: 'ryze',
			items: [from({ baseUrl, instance: 'support', token: 'dummy-foreign-token' })],
		});

		expect(run.status).toBe('success');
	});
});
