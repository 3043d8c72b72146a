import { PROVIDER_IDS, SANDBOX_SECRETS, type Sandbox } from '../../../sandbox/index.mts';
import { phoneCast } from '../../../sandbox/phone/cast.mts';
import { standInOf } from '../../../sandbox/providers/index.mts';
import { postJson } from '../apiClient.mts';
import { postReceipt, PROVIDER } from '../receipt.mts';
import { startWebhookReceiver, type WebhookReceiver } from '../webhookReceiver.mts';
import { openEvents, type EventReader } from './eventReader.mts';
import { startWithPhones } from './phonePage.mts';

let sandbox: Sandbox;
let receiver: WebhookReceiver;
const readers: EventReader[] = [];

beforeAll(async () => {
	receiver = await startWebhookReceiver();
	sandbox = await startWithPhones({ [PROVIDER]: receiver.url });
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
		provider: PROVIDER,
		kind: 'direct',
		url: receiver.url,
		text,
	});
	return message?.messageId ?? '';
}

async function markRead(messageId: string) {
	return await postReceipt(sandbox, PROVIDER, messageId);
}

function type(seconds: number | null) {
	const chatId = phoneCast(PROVIDER).direct.id;
	sandbox.memory.noteTyping({ provider: PROVIDER, account: 'a', chatId, messageId: null, seconds });
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
				phones: PROVIDER_IDS.map((provider) => ({
					provider,
					providerName: phoneCast(provider).providerName,
					webhookUrl: provider === PROVIDER ? receiver.url : null,
					condition: 'works',
				})),
			},
		});
	});

	it('tells when ticks turn blue, and which call did it', async () => {
		const messageId = await say('Hello');
		const events = await open();
		await events.next('state');
		await markRead(messageId);
		expect(await events.next('read')).toMatchObject({ data: [{ provider: PROVIDER, messageId }] });
		expect(await events.next('request')).toMatchObject({
			data: {
				provider: PROVIDER,
				method: 'POST',
				path: `${standInOf(PROVIDER).basePath}${standInOf(PROVIDER).receipt('').path}`,
				status: 200,
				body: standInOf(PROVIDER).receipt(messageId).body,
				response: { success: true },
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
				read: [{ provider: PROVIDER, messageId }],
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
				provider: PROVIDER,
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
		const messageId = await say(`My secrets are ${SANDBOX_SECRETS.join(' ')}`);
		await markRead(messageId);
		const { data } = await (await open()).any();
		const text = JSON.stringify(data);
		for (const secret of SANDBOX_SECRETS) {
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
		type(12);
		const { data } = await events.next('typing');
		const { until, chatId } = data as { until: string; chatId: string };
		expect(chatId).toBe(phoneCast(PROVIDER).direct.id);
		expect(Date.parse(until) - before).toBeGreaterThanOrEqual(12_000);
		expect(Date.parse(until) - before).toBeLessThan(14_000);
	});

	it('shows 25 seconds where no end is documented', async () => {
		const events = await open();
		await events.next('state');
		const before = Date.now();
		type(null);
		const { until } = (await events.next('typing')).data as { until: string };
		expect(Math.round((Date.parse(until) - before) / 1000)).toBe(25);
	});

	it('is still there for a page that opens meanwhile', async () => {
		type(12);
		expect(await (await open()).any()).toMatchObject({
			data: { typing: [{ provider: PROVIDER }] },
		});
	});

	it("has ended once the business's own message went out", async () => {
		type(12);
		// Two moments of the same millisecond have no order.
		await new Promise((resolve) => setTimeout(resolve, 2));
		await sandbox.sendWebhook({ provider: PROVIDER, kind: 'own', url: receiver.url });
		expect(await (await open()).any()).toMatchObject({ data: { typing: [] } });
	});
});
