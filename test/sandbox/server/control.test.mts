import { request } from 'node:http';
import { startSandbox, type Sandbox } from '../../../sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../../sandbox/providers/ryze/credential.mts';
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
	const order = { provider: 'ryze', kind: 'direct', url: receiver.url, messageId: '3EB0CONTROL' };
	const delivery = await postJson(`${control}/webhook`, order);
	expect(delivery).toMatchObject({
		status: 200,
		body: { status: 200, body: { received: true }, message: { messageId: '3EB0CONTROL' } },
	});
	expect(await get(`${control}/memory`)).toMatchObject({
		body: { received: [{ provider: 'ryze', messageId: '3EB0CONTROL', status: 'unread' }] },
	});
	await postJson(`${control}/reset`, {});
	expect(await get(`${control}/memory`)).toMatchObject({ body: { received: [], requests: [] } });
});

it("never answers the webhook's own secret", async () => {
	const order = { provider: 'ryze', kind: 'direct', url: receiver.url };
	const { body } = await postJson(`${control}/webhook`, order);
	expect(JSON.stringify(body)).not.toContain(RYZE_PAYLOAD_TOKEN);
	expect(JSON.stringify(receiver.arrived.at(-1)?.body)).toContain(RYZE_PAYLOAD_TOKEN);
});

it.each([
	['an unknown provider', { provider: 'telegram' }, '"provider" must be one of'],
	['an unknown kind', { kind: 'call' }, '"kind" must be one of'],
	['an address that is none', { url: 'nowhere' }, '"url" must be an http(s) address'],
	['an address that is a file', { url: 'file:///etc/hosts' }, '"url" must be an http(s) address'],
	['an unknown layout', { layout: 'future' }, 'has no layout "future"; it has: live, catalogue'],
	['an unknown field', { colour: 'blue' }, '"colour" is not a field of a webhook'],
	['an empty text', { chat: '' }, '"chat" must be a text that is not empty'],
	['an unknown content', { content: 'film' }, '"content" must be one of: text, photo, voice'],
	['a timestamp that is no number', { timestamp: '1' }, '"timestamp" must be whole unix seconds'],
	['a receiver that is not there', { url: 'http://127.0.0.1:1/' }, 'Nobody took the webhook'],
])('refuses %s and says what to change', async (_case, change, message) => {
	const order = { provider: 'ryze', kind: 'direct', url: receiver.url, ...change };
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
