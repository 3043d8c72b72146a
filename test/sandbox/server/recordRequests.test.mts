import {
	SANDBOX_ACCOUNTS,
	SANDBOX_SECRETS,
	startSandbox,
	type Sandbox,
} from '../../../sandbox/index.mts';
import { get, postJson, postText } from '../apiClient.mts';

const { cloudApi, kirim, ryze, wawp } = SANDBOX_ACCOUNTS;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

it('remembers a call with its answer', async () => {
	const body = { messageId: 'A', number: '5511999999999' };
	const url = `${sandbox.url}/ryze/api/chat/markRead/${ryze.instance}?a=b`;
	await postJson(url, body, { token: ryze.token });
	expect(sandbox.memory.requests).toMatchObject([
		{
			provider: 'ryze',
			method: 'POST',
			path: `/ryze/api/chat/markRead/${ryze.instance}`,
			query: { a: 'b' },
			headers: { token: '[masked]', 'content-type': 'application/json' },
			body,
			status: 200,
			answer: { success: true },
		},
	]);
});

it('remembers refused calls and unknown paths too', async () => {
	await get(`${sandbox.url}/kirim/v1/me`);
	await get(`${sandbox.url}/wawp/nowhere`);
	expect(sandbox.memory.requests.map(({ provider, status }) => [provider, status])).toEqual([
		['kirim', 401],
		['wawp', 404],
	]);
});

it('keeps no secret of any provider, wherever it was sent or echoed', async () => {
	const url = sandbox.url;
	const graph = `${url}/cloud/v25.0/${cloudApi.phoneNumberId}`;
	await get(`${graph}?access_token=${cloudApi.accessToken}`, {
		authorization: `Bearer ${cloudApi.accessToken}`,
	});
	await get(`${url}/kirim/v1/me`, { authorization: `Bearer ${kirim.apiKey}` });
	await get(`${url}/kirim/v1/${kirim.apiKey}`);
	await get(`${url}/ryze/api/instance/list`, { token: ryze.token });
	const credentials = { instance_id: wawp.instanceId, access_token: wawp.accessToken };
	const seen = `${url}/wawp/v2/send/seen`;
	await postJson(seen, { ...credentials, chatId: '447441429009@c.us', messageIds: ['BARE'] });
	const form = new URLSearchParams(credentials).toString();
	await postText(seen, 'application/x-www-form-urlencoded', form);
	await postText(seen, 'text/plain', JSON.stringify(credentials));
	await postText(seen, 'application/json', `{"access_token":"${wawp.accessToken}"`);

	const remembered = JSON.stringify(sandbox.memory.snapshot());
	expect(sandbox.memory.requests).toHaveLength(8);
	expect(SANDBOX_SECRETS.filter((secret) => remembered.includes(secret))).toEqual([]);
});

it('masks a credential it does not know by the name it stands under', async () => {
	await postJson(`${sandbox.url}/wawp/v2/session/info`, { access_token: 'example-of-a-stranger' });
	const remembered = JSON.stringify(sandbox.memory.snapshot());
	expect(remembered).not.toContain('example-of-a-stranger');
	expect(sandbox.memory.requests).toMatchObject([{ body: { access_token: '[masked]' } }]);
});
