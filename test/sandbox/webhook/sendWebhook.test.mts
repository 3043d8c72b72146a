import { startSandbox, WebhookRefused, type Sandbox } from '../../../sandbox/index.mts';
import { startWebhookReceiver, type WebhookReceiver } from '../webhookReceiver.mts';

let sandbox: Sandbox;
let receiver: WebhookReceiver;

beforeAll(async () => {
	sandbox = await startSandbox();
	receiver = await startWebhookReceiver();
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
beforeEach(() => sandbox.reset());

it("posts the payload and returns the receiver's answer", async () => {
	const delivery = await sandbox.sendWebhook({
		provider: 'wawp',
		kind: 'direct',
		url: receiver.url,
	});
	expect(delivery).toMatchObject({ status: 200, body: { received: true } });
	expect(receiver.arrived.at(-1)?.body).toEqual(delivery.payload);
});

it('remembers the message as received and unread', async () => {
	const { message } = await sandbox.sendWebhook({
		provider: 'ryze',
		kind: 'group',
		url: receiver.url,
		chat: '120363999999999@g.us',
		sender: '5511888888888@s.whatsapp.net',
		messageId: '3EB0AAAA',
		timestamp: 1_739_321_024,
	});
	expect(message).toEqual({
		provider: 'ryze',
		account: 'support',
		chatId: '120363999999999@g.us',
		sender: '5511888888888@s.whatsapp.net',
		isGroup: true,
		messageId: '3EB0AAAA',
		timestamp: 1_739_321_024,
		status: 'unread',
		markedAt: null,
	});
	expect(sandbox.memory.received).toEqual([message]);
});

it('keeps a message that is delivered twice as one', async () => {
	const order = {
		provider: 'kirim',
		kind: 'direct',
		url: receiver.url,
		messageId: 'wamid.TWICE',
	} as const;
	await sandbox.sendWebhook(order);
	await sandbox.sendWebhook(order);
	expect(sandbox.memory.received).toHaveLength(1);
});

it.each([
	['cloudApi', 'status'],
	['cloudApi', 'reaction'],
	['cloudApi', 'own'],
	['kirim', 'status'],
	['kirim', 'reaction'],
	['kirim', 'own'],
	['ryze', 'status'],
	['ryze', 'reaction'],
	['ryze', 'own'],
	['ryze', 'edit'],
	['ryze', 'revoke'],
	['wawp', 'status'],
	['wawp', 'reaction'],
	['wawp', 'own'],
	['wawp', 'edit'],
	['wawp', 'revoke'],
] as const)('remembers no message for %s: %s', async (provider, kind) => {
	const delivery = await sandbox.sendWebhook({ provider, kind, url: receiver.url });
	expect(delivery).toMatchObject({ status: 200, message: null });
	expect(sandbox.memory.received).toEqual([]);
});

it('knows the messages of the account itself from then on', async () => {
	const order = { provider: 'cloudApi', url: receiver.url, messageId: 'wamid.OWN' } as const;
	await sandbox.sendWebhook({ ...order, kind: 'own' });
	expect(sandbox.memory.isOwn('cloudApi', 'wamid.OWN')).toBe(true);
});

it('refuses a kind the provider does not have', async () => {
	const order = { provider: 'cloudApi', kind: 'edit', url: receiver.url } as const;
	await expect(sandbox.sendWebhook(order)).rejects.toThrow(WebhookRefused);
});
