import {
	countCalls,
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	seededRandom,
	startSandbox,
	type Fault,
	type FaultPlan,
	type Sandbox,
} from '../../../tools/sandbox/index.mts';
import { standInOf } from '../../../tools/sandbox/providers/index.mts';
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

	it.each<[string, Fault]>([
		['drip', { kind: 'drip', everyMs: 10 }],
		['end too early, its length announced', { kind: 'truncated', framing: 'length' }],
		['end too early, in chunks', { kind: 'truncated', framing: 'chunked' }],
	])('can send the head of a response and then %s', async (_how, fault) => {
		always(fault);
		const response = await mark(AbortSignal.timeout(300));
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow();
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

describe('A limit that no header announces', () => {
	it.each([
		['fixed', 'its window opens with the first call', [150, 150, 150], '++--++-'],
		[
			'sliding',
			'lets a call through as soon as another is a window ago',
			[150, 150, 190],
			'++--+-+',
		],
	] as const)('that is %s %s', (kind, _says, last, expected) => {
		let time = 0;
		const isLetThrough = countCalls({ calls: 2, windowMs: 100, kind }, () => time);
		const times = [50, 90, 100, 149, ...last];

		expect(times.map((at) => ((time = at), isLetThrough() ? '+' : '-')).join('')).toBe(expected);
	});
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
