import {
	PROVIDER_IDS,
	startSandbox,
	type ProviderId,
	type Sandbox,
} from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { TokenBuckets } from '../../../../tools/sandbox/server/TokenBuckets.mts';
import { get, postJson } from '../apiClient.mts';
import { postReceipt, receiveMessage } from '../receipt.mts';

it('A token bucket refuses when it is empty, is full again after its window, and is one of many', () => {
	let time = 1000;
	const buckets = new TokenBuckets({ requests: 2, windowMs: 500 }, () => time);

	expect(buckets.peek('a')).toMatchObject({ limit: 2, remaining: 2, resetsAt: 1500 });
	expect([1, 2, 3].map(() => buckets.take('a').allowed)).toEqual([true, true, false]);
	expect(buckets.take('b').remaining).toBe(1);
	time = 1499;
	expect(buckets.take('a')).toMatchObject({ allowed: false, resetsIn: 1 });
	time = 1500;
	expect(buckets.take('a')).toMatchObject({ allowed: true, remaining: 1 });
});

it.each([
	[
		'cloudApi',
		5000,
		'"call_count":100,"total_cputime":0,"total_time":0,"estimated_time_to_regain_access":1',
	],
	['cloudApi', 61_000, '"estimated_time_to_regain_access":2'],
	['kirim', 61_000, '"Retry-After":"61"'],
	['ryze', 61_000, '"X-RateLimit-Remaining":"0"'],
])('%s announces the %i ms to wait in its own header', (id, resetsIn, expected) => {
	const { rateLimit } = standInOf(id);
	const state = { limit: 100, remaining: 0, resetsAt: 0, resetsIn, allowed: false };
	const headers = { ...rateLimit.headers(state), ...rateLimit.error(state).headers };

	expect(JSON.stringify(headers).replaceAll('\\', '')).toContain(expected);
});

describe.each(PROVIDER_IDS)('%s', (provider: ProviderId) => {
	const one = { requests: 1, windowMs: 60_000 };
	let sandbox: Sandbox;

	afterEach(async () => await sandbox.close());

	async function mark() {
		return await postReceipt(sandbox, provider, receiveMessage(sandbox, provider));
	}

	it('refuses the calls over a limit, until a reset', async () => {
		sandbox = await startSandbox({ rateLimits: { [provider]: one } });
		expect((await mark()).status).toBeLessThan(300);
		expect((await mark()).status).toBeGreaterThanOrEqual(400);
		sandbox.reset();
		expect((await mark()).status).toBeLessThan(300);
	});

	it('can be without a limit', async () => {
		sandbox = await startSandbox({ rateLimits: 'none' });
		expect((await mark()).headers.has('x-ratelimit-limit')).toBe(false);
	});
});

describe.each(PROVIDER_IDS.filter((id) => standInOf(id).rateLimit.documented !== null))(
	'the documented limit of %s',
	(provider: ProviderId) => {
		let sandbox: Sandbox;

		beforeEach(async () => {
			sandbox = await startSandbox();
		});
		afterEach(async () => await sandbox.close());

		it('is announced with every answer', async () => {
			const limit = standInOf(provider).rateLimit.documented?.requests ?? 0;
			const seconds = Math.floor(Date.now() / 1000);
			const { headers } = await postReceipt(sandbox, provider, receiveMessage(sandbox, provider));
			expect(headers.get('x-ratelimit-limit')).toBe(String(limit));
			expect(headers.get('x-ratelimit-remaining')).toBe(String(limit - 1));
			const reset = Number(headers.get('x-ratelimit-reset'));
			expect(reset - seconds).toBeGreaterThanOrEqual(60);
			expect(reset - seconds).toBeLessThanOrEqual(62);
		});

		it('is announced for refusals and unknown paths too', async () => {
			const url = `${sandbox.url}${standInOf(provider).basePath}`;
			const { path, body } = standInOf(provider).receipt('A');
			const answers = [await get(`${url}/nowhere`), await postJson(`${url}${path}`, body)];
			expect(answers.map(({ status }) => status)).toEqual([404, 401]);
			expect(answers.every(({ headers }) => headers.has('x-ratelimit-remaining'))).toBe(true);
		});
	},
);
