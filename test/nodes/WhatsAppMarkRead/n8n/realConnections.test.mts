import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { execute } from '../../../../nodes/WhatsAppMarkRead/n8n/execute.ts';
import { executeContext } from '../../../helpers/executeContext.ts';
import { PLAIN } from '../../../helpers/plainNode.ts';
import { prepareEngine } from '../../../helpers/runNode.ts';

/** Says what a server on this machine does with a call, which is the n-th (from 0). */
type Behaviour = (response: ServerResponse, position: number, request: IncomingMessage) => void;

let server: Server;
let behave: Behaviour;
let calls: number;
/** Answers whose connection the node has closed before they were at their end. */
let stopped: number;

beforeAll(async () => {
	// A proxy of the machine would respond in place of the server below.
	process.env.NO_PROXY = '127.0.0.1';
	prepareEngine();
	server = createServer((request, response) => {
		response.on('close', () => {
			if (!response.writableFinished) stopped += 1;
		});
		request.resume();
		behave(response, calls, request);
		calls += 1;
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
	calls = 0;
	stopped = 0;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** Marks messages of as many items at the server, and returns their output and how long it took in milliseconds. */
async function mark({
	items = 1,
	options = {},
	cancelSignal,
}: { items?: number; options?: IDataObject; cancelSignal?: AbortSignal } = {}) {
	const ids = Array.from({ length: items }, (_, index) => `ID${index}`);
	const context = executeContext({
		parameters: {
			source: 'fields',
			chatId: '5511999999999',
			messageId: ids.join(','),
			options: { maxRetries: 0, ...options } as never,
		},
		credential: { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
		onError: 'continueRegularOutput',
		...(cancelSignal === undefined ? {} : { cancelSignal }),
	});
	const start = performance.now();
	const output = await execute(context, PLAIN);
	return { json: output[0]?.json, took: performance.now() - start };
}

/** Waits until something is so, at most two seconds. */
async function until(isSo: () => boolean): Promise<void> {
	for (let waited = 0; waited < 2_000 && !isSo(); waited += 10) await wait(10);
	expect(isSo()).toBe(true);
}

const accept = (response: ServerResponse) => response.end('{"success":true}');

describe('A response that arrives too late', () => {
	const LATE = {
		error: 'Plain did not respond in time (timeout)',
		details: { code: 'ETIMEDOUT', httpCode: null, attempts: 1 },
	};

	it('because nothing comes is given up, and its connection closed', async () => {
		behave = () => {};

		expect((await mark({ options: { timeout: 100 } })).json).toMatchObject(LATE);
		await until(() => stopped === 1);
	});

	it('because it arrives byte by byte is given up too', async () => {
		behave = (response) => {
			const drip = setInterval(() => response.write(' '), 20);
			response.on('close', () => clearInterval(drip));
		};

		const { json, took } = await mark({ options: { timeout: 150 } });

		expect(json).toMatchObject(LATE);
		expect(took).toBeLessThan(1_000);
		await until(() => stopped === 1);
	});

	it('is asked for again when the user allows that', async () => {
		behave = (response, position) => void (position === 1 && accept(response));

		const { json } = await mark({ options: { timeout: 100, maxRetries: 1 } });

		expect(json).toMatchObject({ success: true });
		expect(calls).toBe(2);
	});
});

describe('A response that never ends', () => {
	it('is stopped after a million bytes', async () => {
		let sent = 0;
		behave = (response) => {
			const piece = Buffer.alloc(64_000, ' ');
			const flood = () => {
				while (!response.destroyed && response.write(piece)) sent += piece.length;
			};
			response.on('drain', flood);
			flood();
		};

		const { json } = await mark();

		expect(json).toMatchObject({ details: { code: 'ANSWER_TOO_LONG', attempts: 1 } });
		await until(() => stopped === 1);
		// What the buffers of both ends hold comes on top.
		expect(sent).toBeLessThan(20_000_000);
	});
});

describe('An execution that is cancelled', () => {
	const CANCELLED = {
		error: 'The execution was stopped before Plain responded',
		details: { code: 'ERR_CANCELED' },
	};

	it('stops the requests in flight and sends no others', async () => {
		behave = () => {};
		const execution = new AbortController();
		const marking = mark({
			items: 20,
			options: { maxConcurrency: 3 },
			cancelSignal: execution.signal,
		});
		await until(() => calls === 3);

		execution.abort();

		const { json } = await marking;
		expect(json).toMatchObject({ ...CANCELLED, details: { messageIds: { length: 20 } } });
		await until(() => stopped === 3);
		expect(calls).toBe(3);
	});

	it('says which messages were marked before', async () => {
		behave = (response, position) => void (position === 0 && accept(response));
		const execution = new AbortController();
		const marking = mark({
			items: 3,
			options: { maxConcurrency: 1 },
			cancelSignal: execution.signal,
		});
		await until(() => calls === 2);

		execution.abort();

		expect((await marking).json).toMatchObject({
			...CANCELLED,
			details: { markedIds: ['ID0'], messageIds: ['ID1', 'ID2'] },
		});
	});

	it('waits no longer for a rate limit', async () => {
		behave = (response) => response.writeHead(429, { 'retry-after': '60' }).end('{}');
		const execution = new AbortController();
		const marking = mark({ options: { maxRetries: 3 }, cancelSignal: execution.signal });
		await until(() => calls === 1);
		await wait(50);

		execution.abort();

		const { json, took } = await marking;
		expect(json).toMatchObject(CANCELLED);
		expect(took).toBeLessThan(5_000);
		expect(calls).toBe(1);
	});
});
