import { startOutside, type Outside } from '../../../../e2e/examples/outside/server.mts';
import { SANDBOX_ACCOUNTS } from '../../../../sandbox/index.mts';

let outside: Outside;

beforeAll(async () => {
	outside = await startOutside();
});

afterAll(async () => await outside.close());

async function post(url: string, body: object, headers: Record<string, string> = {}) {
	return await fetch(url, {
		method: 'POST',
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}

describe('who stands for everybody the examples call', () => {
	it('remembers what was sent, and whether the credential came along', async () => {
		const url = `${outside.addressOf('ryzeapi.cloud')}/api/message/text/support`;
		await post(url, { message: 'Hi' }, { token: SANDBOX_ACCOUNTS.ryze.token });
		await post(url, { message: 'Hi' }, { token: 'dummy' });

		expect(outside.sent.slice(-2)).toMatchObject([
			{ host: 'ryzeapi.cloud', path: '/api/message/text/support', authorized: true },
			{ authorized: false },
		]);
	});

	it('does not keep a credential that lies in the body', async () => {
		const { instanceId, accessToken } = SANDBOX_ACCOUNTS.wawp;
		await post(`${outside.addressOf('api.wawp.net')}/v2/send/text`, {
			instance_id: instanceId,
			access_token: accessToken,
			message: 'Hi',
		});

		expect(outside.sent.at(-1)).toEqual({
			host: 'api.wawp.net',
			path: '/v2/send/text',
			body: { message: 'Hi' },
			authorized: true,
		});
	});

	it('has no chat model for a wrong key', async () => {
		const answer = await post(`${outside.url}/openai/v1/chat/completions`, { messages: [] });

		expect(answer.status).toBe(401);
	});
});
