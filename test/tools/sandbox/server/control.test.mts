import { request } from 'node:http';
import {
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	startSandbox,
	type Sandbox,
} from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { PROVIDER } from '../receipt.mts';
import { get, postJson } from '../apiClient.mts';
import { startWebhookReceiver, type WebhookReceiver } from '../webhookReceiver.mts';

let sandbox: Sandbox;
let receiver: WebhookReceiver;
let control: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	receiver = await startWebhookReceiver();
	control = `${sandbox.url}/sandbox`;
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});

it('tells that it is there', async () => {
	expect(await get(`${control}/health`)).toMatchObject({ status: 200, body: { status: 'ok' } });
});

it('sends a webhook, shows it in the memory and forgets it', async () => {
	const order = { provider: PROVIDER, kind: 'direct', url: receiver.url, messageId: 'an-id' };
	const delivery = await postJson(`${control}/webhook`, order);
	expect(delivery).toMatchObject({
		status: 200,
		body: { status: 200, body: { received: true }, message: { messageId: 'an-id' } },
	});
	expect(await get(`${control}/memory`)).toMatchObject({
		body: { received: [{ provider: PROVIDER, messageId: 'an-id', status: 'unread' }] },
	});
	await postJson(`${control}/reset`, {});
	expect(await get(`${control}/memory`)).toMatchObject({ body: { received: [], requests: [] } });
});

it.each(PROVIDER_IDS)('answers no secret that a webhook of %s holds', async (provider) => {
	const { body } = await postJson(`${control}/webhook`, {
		provider,
		kind: 'direct',
		url: receiver.url,
	});
	expect(SANDBOX_SECRETS.filter((secret) => JSON.stringify(body).includes(secret))).toEqual([]);
});

it.each([
	[
		'an unknown provider',
		{ provider: 'telegram' },
		'"provider": Invalid option: expected one of "',
	],
	['an unknown kind', { kind: 'call' }, '"kind": Invalid option: expected one of "direct"|'],
	['an address that is none', { url: 'nowhere' }, '"url" must be an http(s) address'],
	['an address that is a file', { url: 'file:///etc/hosts' }, '"url" must be an http(s) address'],
	[
		'an unknown layout',
		{ layout: 'future' },
		`has no layout "future"; it has: ${Object.keys(standInOf(PROVIDER).webhooks.layouts).join(', ')}`,
	],
	['an unknown field', { colour: 'blue' }, 'Unrecognized key: "colour"'],
	['an empty text', { chat: '' }, '"chat": Too small: expected string to have >=1'],
	[
		'an unknown content',
		{ content: 'film' },
		'"content": Invalid option: expected one of "text"|"photo"|"voice"',
	],
	[
		'a timestamp that is no number',
		{ timestamp: '1' },
		'"timestamp": Invalid input: expected number',
	],
	[
		'a receiver that is not there',
		{ url: 'http://127.0.0.1:1/' },
		'The webhook could not be delivered',
	],
])('refuses %s and says what to change', async (_case, change, message) => {
	const order = { provider: PROVIDER, kind: 'direct', url: receiver.url, ...change };
	expect(await postJson(`${control}/webhook`, order)).toMatchObject({
		status: 400,
		body: { error: { message: expect.stringContaining(message) } },
	});
});

it('names its endpoints to who is lost', async () => {
	expect(await get(`${control}/nowhere`)).toMatchObject({
		status: 404,
		body: { error: { message: expect.stringContaining('POST /sandbox/webhook') } },
	});
});

it('is steered through a loopback name only', async () => {
	const status = await new Promise<number | undefined>((resolve, reject) => {
		const headers = { host: 'attacker.example' };
		const call = request(`${control}/memory`, { headers }, (answer) => {
			answer.resume();
			resolve(answer.statusCode);
		});
		call.on('error', reject).end();
	});
	expect(status).toBe(403);
});
