import { SANDBOX_ACCOUNTS, startSandbox, type Sandbox } from '../../../sandbox/index.mts';
import { TokenBuckets } from '../../../sandbox/server/TokenBuckets.mts';
import { get, postJson } from '../apiClient.mts';

describe('a token bucket', () => {
	let time: number;
	let buckets: TokenBuckets;

	beforeEach(() => {
		time = 1_000;
		buckets = new TokenBuckets({ requests: 2, windowMs: 500 }, () => time);
	});

	it('gives its tokens and then refuses', () => {
		expect([1, 2, 3].map(() => buckets.take('a').allowed)).toEqual([true, true, false]);
	});

	it('announces the end of its window and is full again from then on', () => {
		expect(buckets.take('a')).toMatchObject({ limit: 2, remaining: 1, resetsAt: 1_500 });
		buckets.take('a');
		time = 1_499;
		expect(buckets.take('a')).toMatchObject({ allowed: false, resetsIn: 1 });
		time = 1_500;
		expect(buckets.take('a')).toMatchObject({ allowed: true, remaining: 1 });
	});

	it('keeps each token holder apart', () => {
		buckets.take('a');
		expect(buckets.take('b').remaining).toBe(1);
	});

	it('shows its state without giving a token', () => {
		buckets.peek('a');
		expect(buckets.peek('a').remaining).toBe(2);
	});
});

describe('the providers', () => {
	const { token, instance } = SANDBOX_ACCOUNTS.ryze;
	const { apiKey, phoneNumberId } = SANDBOX_ACCOUNTS.kirim;
	const bearer = { authorization: `Bearer ${apiKey}` };
	let sandbox: Sandbox;

	afterEach(async () => await sandbox.close());

	function markRyze() {
		const url = `${sandbox.url}/ryze/api/chat/markRead/${instance}`;
		return postJson(url, { messageId: 'A', number: '5511999999999' }, { token });
	}

	function markKirim() {
		return postJson(`${sandbox.url}/kirim/v1/${phoneNumberId}/messages`, {}, bearer);
	}

	it('announce the documented limits on every answer: RyzeAPI 100, Kirim 60 a minute', async () => {
		sandbox = await startSandbox();
		const seconds = Math.floor(Date.now() / 1000);
		for (const [answer, limit] of [
			[await markRyze(), 100],
			[await markKirim(), 60],
		] as const) {
			expect(answer.headers.get('x-ratelimit-limit')).toBe(String(limit));
			expect(answer.headers.get('x-ratelimit-remaining')).toBe(String(limit - 1));
			const reset = Number(answer.headers.get('x-ratelimit-reset'));
			expect(reset - seconds).toBeGreaterThanOrEqual(60);
			expect(reset - seconds).toBeLessThanOrEqual(62);
		}
	});

	it('announce them on refusals and unknown paths too', async () => {
		sandbox = await startSandbox();
		const answers = [
			await get(`${sandbox.url}/ryze/nowhere`),
			await get(`${sandbox.url}/kirim/v1/me`, { authorization: 'Bearer wrong' }),
		];
		expect(answers.every(({ headers }) => headers.has('x-ratelimit-remaining'))).toBe(true);
	});

	it('RyzeAPI refuses with 429 and its own text, without Retry-After', async () => {
		sandbox = await startSandbox({ rateLimits: { ryze: { requests: 1, windowMs: 60_000 } } });
		await markRyze();
		const answer = await markRyze();
		expect(answer).toMatchObject({
			status: 429,
			body: { error: { message: 'Rate limit exceeded. Try again later.' } },
		});
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
		expect(answer.headers.has('retry-after')).toBe(false);
	});

	it('Kirim refuses with 429 and Retry-After; reading costs nothing', async () => {
		sandbox = await startSandbox({ rateLimits: { kirim: { requests: 1, windowMs: 60_000 } } });
		await markKirim();
		const answer = await markKirim();
		expect(answer).toMatchObject({ status: 429, body: { error: { code: 'rate_limit_exceeded' } } });
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await get(`${sandbox.url}/kirim/v1/me`, bearer)).status).toBe(200);
	});

	it('Cloud API and Wawp limit nothing unless told to', async () => {
		const one = { requests: 1, windowMs: 60_000 };
		sandbox = await startSandbox({ rateLimits: { cloudApi: one, wawp: one } });
		const cloud = `${sandbox.url}/cloud/v25.0/1/messages`;
		await postJson(cloud, {});
		const throttled = await postJson(cloud, {});
		expect(throttled).toMatchObject({ status: 400, body: { error: { code: 130429 } } });
		expect(throttled.headers.get('x-business-use-case-usage')).toContain(
			'"estimated_time_to_regain_access":1',
		);
		await postJson(`${sandbox.url}/wawp/v2/session/info`, {});
		expect((await postJson(`${sandbox.url}/wawp/v2/session/info`, {})).status).toBe(429);
	});

	it('are refilled by a reset', async () => {
		sandbox = await startSandbox({ rateLimits: { ryze: { requests: 1, windowMs: 60_000 } } });
		await markRyze();
		sandbox.reset();
		expect((await markRyze()).status).toBe(200);
	});

	it('can be without a limit', async () => {
		sandbox = await startSandbox({ rateLimits: { ryze: 'none' } });
		expect((await markRyze()).headers.has('x-ratelimit-limit')).toBe(false);
	});
});
