import { PROVIDER_IDS, type ProviderId, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { postJson, type ApiAnswer } from '../apiClient.mts';
import { OTHER_PROVIDER, postReceipt, PROVIDER, receiveMessage } from '../receipt.mts';
import { startWithPhones } from './phonePage.mts';
import { firstView, openViews } from './views.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startWithPhones();
});
afterAll(async () => await sandbox.close());
afterEach(() => sandbox.reset());

async function set(provider: ProviderId, condition: unknown): Promise<ApiAnswer> {
	return await postJson(`${sandbox.url}/phone/condition`, { provider, condition });
}

/** A receipt for a message that has arrived. */
async function receipt(provider: ProviderId): Promise<ApiAnswer> {
	return await postReceipt(sandbox, provider, receiveMessage(sandbox, provider));
}

describe.each(PROVIDER_IDS)('%s', (provider: ProviderId) => {
	it('fails as the switch says, marks nothing then, and works again', async () => {
		const { badToken, disconnected } = standInOf(provider);
		const statuses = {
			throttled: 429,
			disconnected: disconnected().status,
			badToken: badToken().status,
		};
		for (const [condition, status] of Object.entries(statuses)) {
			await set(provider, condition);
			expect((await receipt(provider)).status).toBe(status);
			expect((await receipt(provider)).status).toBe(status);
		}
		expect(sandbox.memory.unread(provider)).toHaveLength(6);
		await set(provider, 'works');
		expect((await receipt(provider)).status).toBeLessThan(300);
	});

	it('leaves the others alone', async () => {
		await set(provider, 'disconnected');
		const other = provider === PROVIDER ? OTHER_PROVIDER : PROVIDER;
		expect((await receipt(other)).status).toBeLessThan(300);
	});

	it('works again when everything is cleared', async () => {
		await set(provider, 'disconnected');
		await postJson(`${sandbox.url}/sandbox/reset`, {});
		expect((await receipt(provider)).status).toBeLessThan(300);
		const { phones } = await firstView(sandbox.url);
		expect(new Set(phones.map(({ condition }) => condition))).toEqual(new Set(['works']));
	});

	it('announces a limit that ends soon after the call, if it announces limits', async () => {
		await set(provider, 'throttled');
		const { headers } = await receipt(provider);
		const reset = headers.get('x-ratelimit-reset');
		const seconds = reset === null ? 5 : Number(reset) - Date.now() / 1000;
		expect(seconds).toBeGreaterThan(3);
		expect(seconds).toBeLessThan(7);
	});
});

it('tells every open page', async () => {
	const page = await openViews(sandbox.url);
	await set(PROVIDER, 'throttled');
	await page.until(({ phones }) => phones[0]?.condition === 'throttled');
	page.close();
});

it('refuses a condition nobody knows', async () => {
	expect(await set(PROVIDER, 'haunted')).toMatchObject({
		status: 400,
		body: {
			error: {
				message:
					'"condition": Invalid option: expected one of "works"|"throttled"|"disconnected"|"badToken"',
			},
		},
	});
});
