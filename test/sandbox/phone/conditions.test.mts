import {
	PROVIDER_IDS,
	SANDBOX_ACCOUNTS,
	sandboxCredential,
	type ProviderId,
	type Sandbox,
} from '../../../sandbox/index.mts';
import { postJson, type ApiAnswer } from '../apiClient.mts';
import { openEvents } from './eventReader.mts';
import { startWithPhones } from './phonePage.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startWithPhones();
});
afterAll(async () => await sandbox.close());
afterEach(() => sandbox.reset());

async function set(provider: ProviderId, condition: unknown): Promise<ApiAnswer> {
	return await postJson(`${sandbox.url}/phone/condition`, { provider, condition });
}

/** A receipt as the node sends it, with a good credential, for a message that was received. */
async function receipt(provider: ProviderId): Promise<ApiAnswer> {
	const { baseUrl } = sandboxCredential(provider, sandbox.url);
	const { cloudApi, kirim, ryze, wawp } = SANDBOX_ACCOUNTS;
	const meta = { messaging_product: 'whatsapp', status: 'read', message_id: messageId(provider) };
	switch (provider) {
		case 'cloudApi': {
			const url = `${baseUrl}/v25.0/${cloudApi.phoneNumberId}/messages`;
			return await postJson(url, meta, { authorization: `Bearer ${cloudApi.accessToken}` });
		}
		case 'kirim': {
			const url = `${baseUrl}/${kirim.phoneNumberId}/messages`;
			return await postJson(url, meta, { authorization: `Bearer ${kirim.apiKey}` });
		}
		case 'ryze': {
			const body = { messageId: messageId('ryze'), number: '5511999999999' };
			const url = `${baseUrl}/api/chat/markRead/${ryze.instance}`;
			return await postJson(url, body, { token: ryze.token });
		}
		case 'wawp':
			return await postJson(`${baseUrl}/v2/send/seen`, {
				instance_id: wawp.instanceId,
				access_token: wawp.accessToken,
				chatId: '447441429009@c.us',
				messageIds: [messageId('wawp')],
			});
	}
}

function messageId(provider: ProviderId): string {
	const id = provider === 'wawp' ? 'false_447441429009@c.us_AAAA' : `wamid.${provider}`;
	const { account, direct } = {
		cloudApi: { account: SANDBOX_ACCOUNTS.cloudApi.phoneNumberId, direct: '16505551234' },
		kirim: { account: SANDBOX_ACCOUNTS.kirim.phoneNumberId, direct: '6285712345678' },
		ryze: { account: SANDBOX_ACCOUNTS.ryze.instance, direct: '5511999999999@s.whatsapp.net' },
		wawp: { account: SANDBOX_ACCOUNTS.wawp.instanceId, direct: '447441429009@c.us' },
	}[provider];
	const message = { provider, account, chatId: direct, sender: direct, isGroup: false };
	sandbox.memory.receive({ ...message, messageId: id, timestamp: Math.floor(Date.now() / 1000) });
	return id;
}

describe.each(PROVIDER_IDS)('%s', (provider: ProviderId) => {
	it('marks while it works', async () => {
		expect((await receipt(provider)).status).toBeLessThan(300);
	});

	it('marks again after trouble', async () => {
		await set(provider, 'badToken');
		expect((await receipt(provider)).status).toBe(401);
		await set(provider, 'works');
		expect((await receipt(provider)).status).toBeLessThan(300);
		expect(sandbox.memory.unread(provider)).toEqual([]);
	});

	it('marks nothing while it is throttled, however often it is asked', async () => {
		await set(provider, 'throttled');
		expect((await receipt(provider)).status).toBe(429);
		expect((await receipt(provider)).status).toBe(429);
		expect(sandbox.memory.unread(provider)).toHaveLength(1);
	});

	it('leaves the others alone', async () => {
		await set(provider, 'disconnected');
		const other = provider === 'ryze' ? 'wawp' : 'ryze';
		expect((await receipt(other)).status).toBeLessThan(300);
	});

	it('works again when everything is cleared', async () => {
		await set(provider, 'disconnected');
		await postJson(`${sandbox.url}/sandbox/reset`, {});
		expect((await receipt(provider)).status).toBeLessThan(300);
	});
});

describe('throttled', () => {
	const headersOf = async (provider: ProviderId) => {
		await set(provider, 'throttled');
		return (await receipt(provider)).headers;
	};

	it("shows RyzeAPI's and Kirim's headers, with a limit that ends soon after the call", async () => {
		for (const provider of ['ryze', 'kirim'] as const) {
			const headers = await headersOf(provider);
			expect(headers.get('x-ratelimit-remaining')).toBe('0');
			const seconds = Number(headers.get('x-ratelimit-reset')) - Date.now() / 1000;
			expect(seconds).toBeGreaterThan(3);
			expect(seconds).toBeLessThan(7);
		}
		expect((await receipt('kirim')).headers.get('retry-after')).toBe('5');
		expect((await receipt('ryze')).headers.get('retry-after')).toBeNull();
	});

	it("shows Meta's code and usage header", async () => {
		const headers = await headersOf('cloudApi');
		expect(headers.get('x-business-use-case-usage')).toContain('"call_count":100');
		expect((await receipt('cloudApi')).body).toMatchObject({ error: { code: 130429 } });
	});
});

describe('disconnected', () => {
	it.each([
		['cloudApi', 400, { error: { code: 133010 } }],
		['kirim', 422, { error: { code: 'account_not_connected' } }],
		['ryze', 503, { error: { message: 'Instance is not connected to WhatsApp' } }],
		['wawp', 422, { status: 'SCAN_QR_CODE', expected: ['WORKING'] }],
	] as const)("is said in %s's words", async (provider, status, body) => {
		await set(provider, 'disconnected');
		expect(await receipt(provider)).toMatchObject({ status, body });
	});
});

describe('a bad token', () => {
	it.each([
		['cloudApi', { error: { code: 190 } }],
		['kirim', { error: { code: 'invalid_api_key' } }],
		['ryze', { error: { message: 'Invalid token' } }],
		['wawp', { message: 'Invalid or Missing Access Token' }],
	] as const)("is said in %s's words", async (provider, body) => {
		await set(provider, 'badToken');
		expect(await receipt(provider)).toMatchObject({ status: 401, body });
	});
});

it('tells every open page', async () => {
	const events = await openEvents(sandbox.url);
	await events.next('state');
	await set('wawp', 'throttled');
	expect(await events.next('settings')).toMatchObject({
		data: { provider: 'wawp', condition: 'throttled' },
	});
	events.close();
});

it('refuses a condition nobody knows', async () => {
	expect(await set('wawp', 'haunted')).toMatchObject({
		status: 400,
		body: {
			error: { message: '"condition" must be one of: works, throttled, disconnected, badToken' },
		},
	});
});
