import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROVIDER_IDS, type ProviderId, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { phoneCast } from '../../../../tools/sandbox/phone/cast.mts';
import { postJson } from '../apiClient.mts';
import { PROVIDER } from '../receipt.mts';
import { startWebhookReceiver, type WebhookReceiver } from '../webhookReceiver.mts';
import { startWithPhones } from './phonePage.mts';
import { openViews } from './views.mts';

let sandbox: Sandbox;
let receiver: WebhookReceiver;

beforeAll(async () => {
	receiver = await startWebhookReceiver();
	sandbox = await startWithPhones(Object.fromEntries(PROVIDER_IDS.map((id) => [id, receiver.url])));
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
beforeEach(() => {
	sandbox.reset();
	receiver.arrived.length = 0;
});

async function act(order: object) {
	return await postJson(`${sandbox.url}/phone/messages`, {
		provider: PROVIDER,
		chat: 'direct',
		...order,
	});
}

async function arrived(count: number) {
	while (receiver.arrived.length < count) await new Promise((resolve) => setImmediate(resolve));
	return receiver.arrived.map(({ body }) => JSON.stringify(body));
}

describe.each(PROVIDER_IDS)('on the phone of %s', (provider: ProviderId) => {
	it.each(['direct', 'group'] as const)(
		'a text of the %s chat goes out as its webhook',
		async (chat) => {
			expect(await act({ provider, chat, action: 'text', text: ' Good morning ' })).toMatchObject({
				status: 202,
				body: { posted: 1 },
			});
			expect((await arrived(1))[0]).toContain('Good morning');
			expect(sandbox.memory.received).toMatchObject([
				{ provider, isGroup: chat === 'group', chatId: phoneCast(provider)[chat].id },
			]);
		},
	);

	it('a photo and a voice note say what they are', async () => {
		await act({ provider, action: 'photo', text: 'Look' });
		const [photo] = await arrived(1);
		expect(photo).toMatch(/image/);
		expect(photo).toContain('Look');
		await act({ provider, action: 'voice' });
		expect((await arrived(2))[1]).toMatch(/audio.*ogg/);
		expect(sandbox.memory.received).toHaveLength(2);
	});

	it('the business may reply, which is nothing to mark', async () => {
		await act({ provider, action: 'reply', text: 'Yes' });
		expect((await arrived(1))[0]).toContain('Yes');
		expect(sandbox.memory.received).toEqual([]);
	});
});

describe('a message', () => {
	it('is written by the member who was chosen', async () => {
		await act({ chat: 'group', action: 'text', text: 'Me', author: 2 });
		await arrived(1);
		expect(sandbox.memory.received).toMatchObject([{ sender: phoneCast(PROVIDER).members[2]?.id }]);
	});

	it('is sent, and delivered when n8n has responded', async () => {
		const slow = createServer();
		const asked = once(slow, 'request') as Promise<[IncomingMessage, ServerResponse]>;
		await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
		const { port } = slow.address() as AddressInfo;
		const page = await openViews(sandbox.url);
		const delivery = sandbox.sendWebhook({
			provider: PROVIDER,
			kind: 'direct',
			url: `http://127.0.0.1:${port}/webhook`,
			text: 'Hello',
		});
		expect(await page.until(({ webhooks }) => webhooks.length > 0)).toMatchObject({
			webhooks: [{ provider: PROVIDER, text: 'Hello', state: 'sent', outcome: null }],
		});
		(await asked)[1].end('{"received":true}');
		await delivery;
		expect(await page.until(({ webhooks }) => webhooks[0]?.outcome !== null)).toMatchObject({
			webhooks: [{ state: 'delivered', outcome: { status: 200, body: { received: true } } }],
		});
		page.close();
		slow.closeAllConnections();
		slow.close();
	});

	it('goes where it was sent and nowhere else', async () => {
		const detour = createServer((_request, response) => {
			response.writeHead(307, { location: receiver.url }).end();
		});
		await new Promise<void>((resolve) => detour.listen(0, '127.0.0.1', resolve));
		const { port } = detour.address() as AddressInfo;
		const url = `http://127.0.0.1:${port}/webhook`;
		const { status } = await sandbox.sendWebhook({ provider: PROVIDER, kind: 'direct', url });
		expect(status).toBe(307);
		expect(receiver.arrived).toEqual([]);
		detour.closeAllConnections();
		detour.close();
	});

	it('that nobody took says so', async () => {
		const lonely = await startWithPhones({ [PROVIDER]: 'http://127.0.0.1:1/webhook' });
		const page = await openViews(lonely.url);
		const order = { provider: PROVIDER, chat: 'direct', action: 'text', text: 'Hello' };
		expect(await postJson(`${lonely.url}/phone/messages`, order)).toMatchObject({ status: 202 });
		expect(await page.until(({ webhooks }) => webhooks[0]?.state === 'failed')).toMatchObject({
			webhooks: [
				{ outcome: { failure: expect.stringContaining('The webhook could not be delivered') } },
			],
		});
		page.close();
		await lonely.close();
	});

	it('has nowhere to go while no webhook URL is known', async () => {
		const lonely = await startWithPhones();
		const order = { provider: PROVIDER, chat: 'direct', action: 'text', text: 'Hello' };
		expect(await postJson(`${lonely.url}/phone/messages`, order)).toMatchObject({
			status: 400,
			body: { error: { message: expect.stringContaining('Fill in the webhook URL') } },
		});
		await lonely.close();
	});
});

describe('a reaction', () => {
	it('belongs to the last message of the chat', async () => {
		await act({ action: 'text', text: 'First' });
		await act({ action: 'text', text: 'Second' });
		await act({ action: 'reaction' });
		await arrived(3);
		expect(sandbox.memory.webhooks.at(-1)).toMatchObject({
			kind: 'reaction',
			messageId: null,
			reactsTo: sandbox.memory.received[1]?.messageId,
		});
	});

	it('needs a message', async () => {
		expect(await act({ action: 'reaction' })).toMatchObject({
			status: 400,
			body: { error: { message: expect.stringContaining('no message to react to') } },
		});
	});
});

describe('a burst', () => {
	it('comes from all members of a group in turn', async () => {
		await act({ chat: 'group', action: 'burst', author: 1 });
		await arrived(10);
		const ids = phoneCast(PROVIDER).members.map(({ id }) => id);
		expect(sandbox.memory.received.slice(0, 4).map(({ sender }) => sender)).toEqual([
			ids[1],
			ids[2],
			ids[0],
			ids[1],
		]);
	});
});

it.each([
	[{ provider: 'telegram' }, '"provider": Invalid option: expected one of "'],
	[{ chat: 'channel' }, '"chat": Invalid option: expected one of "direct"|"group"'],
	[{ action: 'call' }, '"action": Invalid option: expected one of "text"|'],
	[{ text: '  ' }, 'Type a message first'],
	[{ text: 7 }, '"text": Invalid input: expected string'],
	[{ text: 'x'.repeat(5000) }, '"text": Too big: expected string to have <=4096'],
	[{ author: 0.5 }, '"author": Invalid input: expected int'],
	[{ chat: 'group', author: 9 }, '"author" must be below 3'],
])('refuses %j and says what to change', async (change, message) => {
	expect(await act({ action: 'text', text: 'Hello', ...change })).toMatchObject({
		status: 400,
		body: { error: { message: expect.stringContaining(message) } },
	});
	expect(receiver.arrived).toEqual([]);
});
