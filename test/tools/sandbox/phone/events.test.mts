import { PROVIDER_IDS, SANDBOX_SECRETS, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { phoneCast } from '../../../../tools/sandbox/phone/cast.mts';
import { postReceipt, PROVIDER } from '../receipt.mts';
import { startWebhookReceiver, type WebhookReceiver } from '../webhookReceiver.mts';
import { startWithPhones } from './phonePage.mts';
import { firstView, openViews, type Views } from './views.mts';

let sandbox: Sandbox;
let receiver: WebhookReceiver;
let page: Views;

beforeAll(async () => {
	receiver = await startWebhookReceiver();
	sandbox = await startWithPhones({ [PROVIDER]: receiver.url });
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
beforeEach(async () => {
	sandbox.reset();
	page = await openViews(sandbox.url);
});
afterEach(() => page.close());

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
	it('is a stream of server-sent events that nothing keeps', () => {
		expect(page.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
		expect(page.headers.get('cache-control')).toBe('no-store');
	});

	it('begins with the phones of all providers', async () => {
		expect(await firstView(sandbox.url)).toMatchObject({
			phones: PROVIDER_IDS.map((provider) => ({
				provider,
				providerName: phoneCast(provider).providerName,
				webhookUrl: provider === PROVIDER ? receiver.url : null,
				condition: 'works',
			})),
		});
	});

	it('shows a page that opens late what happened so far', async () => {
		const messageId = await say('Hello');
		await say('Are you there?');
		await markRead(messageId);
		expect(await firstView(sandbox.url)).toMatchObject({
			webhooks: [
				{ text: 'Hello', state: 'read' },
				{ text: 'Are you there?', state: 'delivered' },
			],
			requests: [{ status: 200 }],
		});
	});

	it('holds no secret', async () => {
		const messageId = await say(`My secrets are ${SANDBOX_SECRETS.join(' ')}`);
		await markRead(messageId);
		const text = JSON.stringify(await firstView(sandbox.url));
		for (const secret of SANDBOX_SECRETS) {
			expect(text).not.toContain(secret);
		}
	});

	it('ends with the sandbox', async () => {
		const other = await startWithPhones();
		const views = await openViews(other.url);
		await views.until(() => true);
		await other.close();
		await expect(views.until(() => true)).rejects.toThrow();
	});
});

describe('a typing bubble', () => {
	it.each([
		['for as long as it was asked for', 12, 12],
		['25 seconds where no end is documented', null, 25],
	])('shows %s', async (_case, seconds, expected) => {
		const before = Date.now();
		type(seconds);
		const { typing } = await page.until(({ typing }) => typing.length === 1);
		expect(typing).toMatchObject([{ provider: PROVIDER, chat: 'direct' }]);
		const shown = Date.parse(typing[0]?.until ?? '') - before;
		expect(shown).toBeGreaterThanOrEqual(expected * 1000);
		expect(shown).toBeLessThan(expected * 1000 + 2000);
	});

	it('is still there for a page that opens meanwhile', async () => {
		type(12);
		expect(await firstView(sandbox.url)).toMatchObject({ typing: [{ provider: PROVIDER }] });
	});

	it("has ended once the business's own message went out", async () => {
		type(12);
		// Two moments of the same millisecond have no order.
		await new Promise((resolve) => setTimeout(resolve, 2));
		await sandbox.sendWebhook({ provider: PROVIDER, kind: 'own', url: receiver.url });
		expect(await firstView(sandbox.url)).toMatchObject({ typing: [] });
	});
});
