import { SANDBOX_ACCOUNTS, SANDBOX_SECRETS, type Sandbox } from '../../../sandbox/index.mts';
import { RYZE_PAYLOAD_TOKEN } from '../../../sandbox/providers/ryze/credential.mts';
import { phoneCast } from '../../../sandbox/phone/cast.mts';
import { postJson } from '../apiClient.mts';
import { startWebhookReceiver, type WebhookReceiver } from '../webhookReceiver.mts';
import { openEvents, type EventReader } from './eventReader.mts';
import { startWithPhones } from './phonePage.mts';

const RYZE_TOKEN = { token: SANDBOX_ACCOUNTS.ryze.token };

let sandbox: Sandbox;
let receiver: WebhookReceiver;
const readers: EventReader[] = [];

beforeAll(async () => {
	receiver = await startWebhookReceiver();
	sandbox = await startWithPhones({ ryze: receiver.url });
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
beforeEach(() => sandbox.reset());
afterEach(() => readers.splice(0).forEach((reader) => reader.close()));

async function open(lastEventId?: string): Promise<EventReader> {
	const reader = await openEvents(sandbox.url, lastEventId);
	readers.push(reader);
	return reader;
}

async function say(text: string): Promise<string> {
	const { message } = await sandbox.sendWebhook({
		provider: 'ryze',
		kind: 'direct',
		url: receiver.url,
		text,
	});
	return message?.messageId ?? '';
}

async function markRead(messageId: string) {
	const number = phoneCast('ryze').direct.id;
	const { instance } = SANDBOX_ACCOUNTS.ryze;
	const url = `${sandbox.url}/ryze/api/chat/markRead/${instance}`;
	return await postJson(url, { messageId, number }, RYZE_TOKEN);
}

async function type(seconds: number) {
	const number = phoneCast('ryze').direct.id;
	const url = `${sandbox.url}/ryze/api/chat/presence/${SANDBOX_ACCOUNTS.ryze.instance}`;
	return await postJson(url, { number, state: 'typing', duration: seconds }, RYZE_TOKEN);
}

describe('the stream', () => {
	it('is a stream of server-sent events that nothing keeps', async () => {
		const { headers } = await open();
		expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
		expect(headers.get('cache-control')).toBe('no-store');
	});

	it('begins with the phones of all providers', async () => {
		expect(await (await open()).any()).toMatchObject({
			name: 'state',
			data: {
				phones: [
					{ provider: 'cloudApi', webhookUrl: null, condition: 'works' },
					{ provider: 'kirim', webhookUrl: null },
					{ provider: 'ryze', providerName: 'RyzeAPI', webhookUrl: receiver.url },
					{ provider: 'wawp', webhookUrl: null },
				],
			},
		});
	});

	it('tells when ticks turn blue, and which call did it', async () => {
		const messageId = await say('Hello');
		const events = await open();
		await events.next('state');
		await markRead(messageId);
		expect(await events.next('read')).toMatchObject({ data: [{ provider: 'ryze', messageId }] });
		expect(await events.next('request')).toMatchObject({
			data: {
				provider: 'ryze',
				method: 'POST',
				path: '/ryze/api/chat/markRead/support',
				status: 200,
				body: { messageId },
				answer: { success: true },
			},
		});
	});

	it('shows a page that opens late what happened so far', async () => {
		const messageId = await say('Hello');
		await say('Are you there?');
		await markRead(messageId);
		expect(await (await open()).any()).toMatchObject({
			data: {
				webhooks: [{ text: 'Hello' }, { text: 'Are you there?' }],
				read: [{ provider: 'ryze', messageId }],
				requests: [{ status: 200 }],
			},
		});
	});

	it('goes on where a page lost it', async () => {
		const { id } = await (await open()).any();
		await say('Missed');
		const events = await open(id);
		expect(await events.any()).toMatchObject({
			name: 'webhook',
			data: { text: 'Missed', outcome: null },
		});
		expect(await events.any()).toMatchObject({
			name: 'webhook',
			data: { outcome: { status: 200 } },
		});
	});

	it.each(['other-1', 'nonsense', ''])('begins anew for the unknown event "%s"', async (id) => {
		expect(await (await open(id)).any()).toMatchObject({ name: 'state' });
	});

	it('begins anew when more was missed than is remembered', async () => {
		const { id } = await (await open()).any();
		for (let count = 0; count < 1001; count += 1) {
			sandbox.memory.noteTyping({
				provider: 'ryze',
				account: 'support',
				chatId: 'a',
				messageId: null,
				seconds: 1,
			});
		}
		expect(await (await open(id)).any()).toMatchObject({ name: 'state' });
	});

	it('tells that everything was forgotten', async () => {
		const events = await open();
		await events.next('state');
		await postJson(`${sandbox.url}/sandbox/reset`, {});
		expect(await events.next('cleared')).toMatchObject({ data: {} });
	});

	it('holds no secret', async () => {
		const messageId = await say(`My token is ${SANDBOX_ACCOUNTS.ryze.token}`);
		await markRead(messageId);
		const { data } = await (await open()).any();
		const text = JSON.stringify(data);
		for (const secret of [...SANDBOX_SECRETS, RYZE_PAYLOAD_TOKEN]) {
			expect(text).not.toContain(secret);
		}
	});

	it('ends with the sandbox', async () => {
		const other = await startWithPhones();
		const events = await openEvents(other.url);
		await events.next('state');
		await other.close();
		await expect(events.any()).rejects.toThrow();
	});
});

describe('a typing bubble', () => {
	it('shows for as long as it was asked for', async () => {
		const events = await open();
		await events.next('state');
		const before = Date.now();
		await type(12);
		const { data } = await events.next('typing');
		const { until, chatId } = data as { until: string; chatId: string };
		expect(chatId).toBe(phoneCast('ryze').direct.id);
		expect(Date.parse(until) - before).toBeGreaterThanOrEqual(12_000);
		expect(Date.parse(until) - before).toBeLessThan(14_000);
	});

	it('shows 25 seconds where no end is documented', async () => {
		const chatId = phoneCast('wawp').direct.id;
		const { instanceId: instance_id, accessToken: access_token } = SANDBOX_ACCOUNTS.wawp;
		const events = await open();
		await events.next('state');
		const before = Date.now();
		await postJson(`${sandbox.url}/wawp/v2/send/start-typing`, {
			instance_id,
			access_token,
			chatId,
		});
		const { until } = (await events.next('typing')).data as { until: string };
		expect(Math.round((Date.parse(until) - before) / 1000)).toBe(25);
	});

	it('is still there for a page that opens meanwhile', async () => {
		await type(12);
		expect(await (await open()).any()).toMatchObject({ data: { typing: [{ provider: 'ryze' }] } });
	});

	it("has ended once the business's own message went out", async () => {
		await type(12);
		// Two moments of the same millisecond have no order.
		await new Promise((resolve) => setTimeout(resolve, 2));
		await sandbox.sendWebhook({ provider: 'ryze', kind: 'own', url: receiver.url });
		expect(await (await open()).any()).toMatchObject({ data: { typing: [] } });
	});
});
