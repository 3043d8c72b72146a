import { request } from 'node:http';
import {
	buildWebhook,
	InvalidWebhook,
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	startSandbox,
	type Sandbox,
} from '../../../tools/sandbox/index.mts';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';
import { PROVIDER } from './receipt.mts';
import { get, postJson } from './apiClient.mts';
import { startWebhookReceiver, type WebhookReceiver } from './webhookReceiver.mts';

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
beforeEach(() => sandbox.reset());

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
	[{ provider: 'telegram' }, '"provider": Invalid option: expected one of "'],
	[{ kind: 'call' }, '"kind": Invalid option: expected one of "direct"|'],
	[{ url: 'nowhere' }, '"url" must be an http(s) address'],
	[{ url: 'file:///etc/hosts' }, '"url" must be an http(s) address'],
	[{ layout: 'future' }, 'has no layout "future"; it has: '],
	[{ colour: 'blue' }, 'Unrecognized key: "colour"'],
	[{ chat: '' }, '"chat": Too small: expected string to have >=1'],
	[{ content: 'film' }, '"content": Invalid option: expected one of "text"|"photo"|"voice"'],
	[{ timestamp: '1' }, '"timestamp": Invalid input: expected number'],
	[{ url: 'http://127.0.0.1:1/' }, 'The webhook could not be delivered'],
])('refuses %j and says what to change', async (change, message) => {
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

it('remembers the message as received and unread', async () => {
	const { message } = await sandbox.sendWebhook({
		provider: PROVIDER,
		kind: 'group',
		url: receiver.url,
		chat: 'a group',
		sender: 'an author',
		messageId: '3EB0AAAA',
		timestamp: 1_739_321_024,
	});
	expect(message).toEqual({
		provider: PROVIDER,
		account: standInOf(PROVIDER).accountId,
		chatId: 'a group',
		sender: 'an author',
		isGroup: true,
		messageId: '3EB0AAAA',
		timestamp: 1_739_321_024,
		status: 'unread',
		markedAt: null,
	});
	expect(sandbox.memory.received).toEqual([message]);
});

it.each(PROVIDER_IDS)('posts the webhook of %s, as a form where the provider does', async (id) => {
	const order = { provider: id, kind: 'direct', messageId: 'an-id', timestamp: 1 } as const;
	const { form } = buildWebhook(order);
	const { payload } = await sandbox.sendWebhook({ ...order, url: receiver.url });

	const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
	expect(receiver.arrived.at(-1)).toMatchObject({
		headers: { 'content-type': type },
		body: payload,
	});
});

it('keeps a message that is delivered twice as one', async () => {
	const order = {
		provider: PROVIDER,
		kind: 'direct',
		url: receiver.url,
		messageId: 'wamid.TWICE',
	} as const;
	await sandbox.sendWebhook(order);
	await sandbox.sendWebhook(order);
	expect(sandbox.memory.received).toHaveLength(1);
});

it('knows the messages of the account itself from then on', async () => {
	const order = { provider: 'cloudApi', url: receiver.url, messageId: 'wamid.OWN' } as const;
	await sandbox.sendWebhook({ ...order, kind: 'own' });
	expect(sandbox.memory.isOwn('cloudApi', 'wamid.OWN')).toBe(true);
});

it('refuses a kind the provider does not have', async () => {
	const order = { provider: 'cloudApi', kind: 'edit', url: receiver.url } as const;
	await expect(sandbox.sendWebhook(order)).rejects.toThrow(InvalidWebhook);
});
