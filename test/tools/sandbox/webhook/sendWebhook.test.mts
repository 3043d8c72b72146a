import {
	PROVIDER_IDS,
	startSandbox,
	InvalidWebhook,
	type Sandbox,
} from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { PROVIDER } from '../receipt.mts';
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
		provider: PROVIDER,
		kind: 'direct',
		url: receiver.url,
	});
	expect(delivery).toMatchObject({ status: 200, body: { received: true } });
	expect(receiver.arrived.at(-1)?.body).toEqual(delivery.payload);
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

it.each(
	PROVIDER_IDS.flatMap((provider) => {
		const kinds = new Set(Object.values(standInOf(provider).webhooks.layouts).flat());
		return [...kinds]
			.filter((kind) => kind !== 'direct' && kind !== 'group')
			.map((kind) => [provider, kind] as const);
	}),
)('remembers no message for %s: %s', async (provider, kind) => {
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
	await expect(sandbox.sendWebhook(order)).rejects.toThrow(InvalidWebhook);
});
