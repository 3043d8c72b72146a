import {
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	seededRandom,
	startSandbox,
	type Fault,
	type FaultPlan,
	type Sandbox,
} from '../../../tools/sandbox/index.mts';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';
import { get, postJson } from './apiClient.mts';
import { OTHER_PROVIDER, postReceipt, PROVIDER, receiveMessage } from './receipt.mts';

const LIMIT = { calls: 2, windowMs: 60_000, kind: 'fixed' } as const;

let sandbox: Sandbox;
let messageId: string;

beforeEach(async () => {
	sandbox = await startSandbox({ rateLimits: 'none' });
	messageId = receiveMessage(sandbox, PROVIDER);
});
afterEach(async () => await sandbox.close());

async function mark(signal?: AbortSignal): Promise<Response> {
	const { path, headers, body } = standInOf(PROVIDER).receipt(messageId);
	return await fetch(`${sandbox.url}${standInOf(PROVIDER).basePath}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
		redirect: 'manual',
		signal: signal ?? null,
	});
}

function always(fault: Fault): void {
	sandbox.faults.set(PROVIDER, { sequence: [fault], repeat: true });
}

function isMarked(): boolean {
	return sandbox.memory.isRead(PROVIDER, messageId);
}

describe('The switch', () => {
	it('is off until a plan is set, and again after null', async () => {
		expect((await mark()).status).toBe(200);
		always({ kind: 'refusal', status: 503 });
		expect((await mark()).status).toBe(503);
		sandbox.faults.set(PROVIDER, null);
		expect((await mark()).status).toBe(200);
	});

	it('is turned off by a reset of the sandbox', async () => {
		always({ kind: 'reset' });
		sandbox.reset();
		messageId = receiveMessage(sandbox, PROVIDER);
		expect((await mark()).status).toBe(200);
	});

	it('strikes the calls of one provider only', async () => {
		always({ kind: 'refusal', status: 503 });
		const otherId = receiveMessage(sandbox, OTHER_PROVIDER);
		const { status } = await postReceipt(sandbox, OTHER_PROVIDER, otherId);
		expect(status).toBe(200);
	});

	it('strikes the calls of a sequence one by one, then none', async () => {
		const fault: Fault = { kind: 'refusal', status: 500 };
		sandbox.faults.set(PROVIDER, { sequence: [fault, null, fault] });
		const statuses = [];
		for (let call = 0; call < 5; call += 1) statuses.push((await mark()).status);
		expect(statuses).toEqual([500, 200, 500, 200, 200]);
	});

	it('strikes the calls over a limit that nothing announces', async () => {
		sandbox.faults.set(PROVIDER, { limit: LIMIT, fault: { kind: 'refusal', status: 429 } });
		const statuses = [];
		for (let call = 0; call < 4; call += 1) statuses.push((await mark()).status);
		expect(statuses).toEqual([200, 200, 429, 429]);
	});

	it('draws the same share of the calls for the same seed', () => {
		const plan: FaultPlan = { share: 0.3, faults: [{ kind: 'reset' }], seed: 7 };
		const draw = () => {
			sandbox.faults.set(PROVIDER, plan);
			return Array.from({ length: 1000 }, () => sandbox.faults.next(PROVIDER));
		};
		const first = draw();
		expect(draw()).toEqual(first);
		const struck = first.filter((fault) => fault !== null).length;
		expect(struck).toBeGreaterThan(250);
		expect(struck).toBeLessThan(350);
	});
});

describe('A fault', () => {
	it.each([
		['arrived', false],
		['read', false],
		['marked', true],
	] as const)(
		'that strikes when the call is %s leaves the message marked: %s',
		async (when, is) => {
			always({ kind: 'reset', when });
			await expect(mark()).rejects.toThrow('fetch failed');
			expect(isMarked()).toBe(is);
		},
	);

	it('is remembered with the call it struck', async () => {
		always({ kind: 'refusal', status: 502 });
		await mark();
		always({ kind: 'reset' });
		await mark().catch(() => null);
		sandbox.faults.clear();
		await mark();
		expect(sandbox.memory.requests.map(({ status, fault }) => [status, fault])).toEqual([
			[502, 'refusal'],
			[0, 'reset'],
			[200, null],
		]);
	});

	it('can keep silent for ever', async () => {
		always({ kind: 'silence' });
		await expect(mark(AbortSignal.timeout(200))).rejects.toThrow('timeout');
	});

	it('can send the head of an answer and then drip', async () => {
		always({ kind: 'drip', everyMs: 10 });
		const answer = await mark(AbortSignal.timeout(300));
		expect(answer.status).toBe(200);
		await expect(answer.text()).rejects.toThrow();
	});

	it.each(['length', 'chunked'] as const)('can cut a body off (%s)', async (framing) => {
		always({ kind: 'truncated', framing });
		const answer = await mark();
		await expect(answer.text()).rejects.toThrow();
	});

	it('can send a body of any size, and counts it', async () => {
		always({ kind: 'oversized', megabytes: 3 });
		const body = await (await mark()).text();
		expect(body).toHaveLength(3 * 1024 * 1024);
		expect(sandbox.faults.oversizedBytes).toBe(body.length);
	});

	it('stops an endless body when nobody reads it any more', async () => {
		always({ kind: 'oversized', megabytes: 'endless' });
		const answer = await mark();
		await answer.body?.cancel();
		const sent = sandbox.faults.oversizedBytes;
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(sandbox.faults.oversizedBytes - sent).toBeLessThan(16_000_000);
	});

	it('can send bytes that are no HTTP', async () => {
		always({ kind: 'bytes', text: 'SSH-2.0-OpenSSH_9.6\r\n' });
		await expect(mark()).rejects.toThrow('fetch failed');
	});

	it('can give any answer, a redirect among them', async () => {
		const location = 'http://127.0.0.1:1/elsewhere';
		always({ kind: 'answer', status: 307, headers: { location }, body: '<p>moved</p>' });
		const answer = await mark();
		expect([answer.status, answer.headers.get('location')]).toEqual([307, location]);
		expect(await answer.text()).toBe('<p>moved</p>');
	});

	it.each(PROVIDER_IDS)('can put a failure in the shape of %s under status 200', async (id) => {
		sandbox.faults.set(id, { sequence: [{ kind: 'refusal', status: 200 }] });
		const answer = await postReceipt(sandbox, id, receiveMessage(sandbox, id));
		const { body } = standInOf(id).error(200, 'Something went wrong');
		expect(answer.status).toBe(200);
		expect(Object.keys(answer.body as object)).toEqual(Object.keys(body as object));
		expect(JSON.stringify(answer.body)).toContain('Something went wrong');
	});

	it.each(PROVIDER_IDS)(
		'can repeat a request to %s with its secrets, which the memory never keeps',
		async (id) => {
			sandbox.faults.set(id, { sequence: [{ kind: 'echo', status: 400 }] });
			const answer = await postReceipt(sandbox, id, receiveMessage(sandbox, id));
			const text = JSON.stringify(answer.body);
			expect(SANDBOX_SECRETS.some((secret) => text.includes(secret))).toBe(true);
			const remembered = JSON.stringify(sandbox.memory.snapshot());
			expect(SANDBOX_SECRETS.filter((secret) => remembered.includes(secret))).toEqual([]);
		},
	);
});

describe('Over HTTP', () => {
	it('faults are switched on and off', async () => {
		const url = `${sandbox.url}/sandbox/faults`;
		const plan = { sequence: [{ kind: 'refusal', status: 503 }], repeat: true };
		expect(await postJson(url, { provider: PROVIDER, plan })).toMatchObject({
			status: 200,
			body: { provider: PROVIDER, faults: 'on' },
		});
		expect((await mark()).status).toBe(503);
		expect(await postJson(url, { provider: PROVIDER, plan: null })).toMatchObject({
			body: { faults: 'off' },
		});
		expect((await mark()).status).toBe(200);
		expect((await get(`${sandbox.url}/sandbox/health`)).status).toBe(200);
	});

	it.each<[string, unknown, string]>([
		['no object', [], 'expected object, received array'],
		[
			'an unknown provider',
			{ provider: 'telegram', plan: null },
			'"provider": Invalid option: expected one of "',
		],
		['no plan', { provider: PROVIDER }, '"plan": Invalid input: expected object'],
		['an empty plan', plan({}), '"share": Expected a "sequence", a "limit", or a "share" from'],
		[
			'an empty sequence',
			plan({ sequence: [] }),
			'"sequence": Too small: expected array to have >=1',
		],
		[
			'a limit of no kind',
			plan({ limit: { calls: 1, windowMs: 1 } }),
			'"limit.kind": Invalid option: expected one of "fixed"|"sliding"',
		],
		['a limit without a fault', plan({ limit: LIMIT }), '"fault": Expected one of: reset'],
		['a share above 1', plan({ share: 2 }), '"share": Too big: expected number to be <=1'],
		[
			'a share without faults',
			plan({ share: 1, seed: 1 }),
			'"faults": Invalid input: expected array',
		],
		[
			'no seed',
			plan({ share: 1, faults: [{ kind: 'reset' }] }),
			'"seed": Invalid input: expected number',
		],
		['an unknown kind', one({ kind: '__proto__' }), '"sequence.0.kind": Expected one of: reset'],
		[
			'an unknown moment',
			one({ kind: 'reset', when: 'later' }),
			'"sequence.0.when": Invalid option: expected one of "arrived"|',
		],
		[
			'a drip without time',
			one({ kind: 'drip' }),
			'"sequence.0.everyMs": Invalid input: expected number',
		],
		[
			'an unknown framing',
			one({ kind: 'truncated' }),
			'"sequence.0.framing": Invalid option: expected one of "length"|',
		],
		[
			'a size below 0',
			one({ kind: 'oversized', megabytes: -1 }),
			'"sequence.0.megabytes": Expected a number above 0',
		],
		[
			'bytes without text',
			one({ kind: 'bytes' }),
			'"sequence.0.text": Invalid input: expected string',
		],
		[
			'a status that is none',
			one({ kind: 'answer', status: 42 }),
			'"sequence.0.status": Too small: expected number to be >=200',
		],
		[
			'headers that are no texts',
			one({ kind: 'refusal', status: 429, headers: { 'retry-after': 1 } }),
			'"sequence.0.headers.retry-after": Invalid input: expected string',
		],
		[
			'a wrong length',
			one({ kind: 'echo', status: 400, after: -1 }),
			'"sequence.0.after": Too small: expected number to be >=0',
		],
	])('%s is refused, and what to change is said', async (_case, order, message) => {
		expect(await postJson(`${sandbox.url}/sandbox/faults`, order)).toMatchObject({
			status: 400,
			body: { error: { message: expect.stringContaining(message) } },
		});
	});

	function plan(given: object): object {
		return { provider: PROVIDER, plan: given };
	}

	function one(fault: object): object {
		return plan({ sequence: [fault] });
	}
});

describe('The seeded numbers', () => {
	it('are the same for the same seed, and others for another', () => {
		const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
		expect(draw(1)).toEqual(draw(1));
		expect(draw(1)).not.toEqual(draw(2));
	});

	it('lie from 0 to 1 and spread evenly', () => {
		const numbers = Array.from({ length: 10_000 }, seededRandom(3));
		expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
		const mean = numbers.reduce((total, number) => total + number, 0) / numbers.length;
		expect(mean).toBeCloseTo(0.5, 1);
	});
});
