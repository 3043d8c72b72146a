import nock from 'nock';

import { useFakeNetwork } from '../helpers/fakeNetwork';
import { runMarkRead } from '../helpers/runMarkRead';

useFakeNetwork();

const BOTH = { instance_id: '123456789', access_token: 'dummy-wawp-token' };
const CHAT = { chatId: '447441429009@c.us' };

it.each([
	['body', { ...BOTH, ...CHAT }, {}],
	['query', CHAT, BOTH],
])(
	"The credential of Wawp sends both values in the node's own requests as well: %s",
	async (sendIn, body, query) => {
		nock('https://api.wawp.net', sendIn === 'query' ? { badheaders: ['access-token'] } : {})
			.post('/v2/send/seen', body)
			.query(query)
			.reply(200, {});

		const { run } = await runMarkRead({
			provider: 'wawp',
			credential: { sendIn },
			parameters: { operation: 'markChat', source: 'fields', chatId: '447441429009' },
		});

		expect(run.status).toBe('success');
	},
);
