/**
 * The providers' side of the bursts, a process of its own: it answers every call after the latency it was told and
 * keeps count. Whoever started it talks to it through its IPC channel.
 *
 * It is not the sandbox, because the sandbox was measured too slow for that: side by side, with 5,000 calls 50 at a
 * time on two busy cores, it answered 900 to 1,900 calls a second for 0.16 to 0.24 ms of processor time each, and this
 * one 1,600 to 5,200 for 0.07 to 0.14 ms, where n8n makes up to 1,600 a second on the same two cores.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { SANDBOX_SECRETS } from '../../sandbox/accounts.mts';
import { countCalls, type CallLimit } from '../../sandbox/faults/callLimit.mts';
import { PROVIDER_IDS, standInOf, type ProviderId } from '../../sandbox/providers/index.mts';
import type { StandInResponse } from '../../sandbox/providers/standIn.mts';
import { rateLimitHeaders, type RateLimit } from '../../sandbox/server/TokenBuckets.mts';

/** What a run meets. */
export interface Conditions {
	/** Every answer leaves this long after its call came in. */
	readonly latencyMs: number;
	/** One whose state every answer tells; its windows last whole seconds and begin at multiples of their length. */
	readonly limit: RateLimit | null;
	/** One that no header announces. */
	readonly unannounced?: CallLimit;
}

/** What was seen since the conditions were set. */
export interface Observation {
	readonly calls: number;
	/** The most calls that were under way at the same time. */
	readonly mostInFlight: number;
	/** Different messages whose call was accepted. */
	readonly delivered: number;
	/** Calls refused because of a rate limit. */
	readonly refused: number;
	/** Those of them that came in after an answer had announced the limit. */
	readonly refusedAfterAnnouncement: number;
	/** Unix milliseconds; null when no call came. */
	readonly firstCallAt: number | null;
}

const MESSAGE_ID = 'the id of the message';
const NO_BUCKET = { limit: 0, remaining: 0, resetsAt: 0, resetsIn: 0, allowed: false };

const READERS = new Map(PROVIDER_IDS.map((provider) => readerOf(provider)));

let conditions: Conditions = { latencyMs: 0, limit: null };
let isLetThrough = (): boolean => true;
let run = newRun();

const server = createServer((request, response) => {
	const text: Buffer[] = [];
	request.on('data', (part: Buffer) => text.push(part));
	request.on('end', () => answer(request, response, Buffer.concat(text).toString()));
});

// Whoever has no bound on its requests opens all connections at once.
server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
	process.send?.((server.address() as AddressInfo).port);
});

process.on('message', (message: Conditions | 'observe') => {
	if (message !== 'observe') {
		conditions = message;
		isLetThrough = message.unannounced ? countCalls(message.unannounced) : () => true;
		run = newRun();
	}
	process.send?.({ ...run.seen, delivered: run.delivered.size } satisfies Observation);
});
process.once('disconnect', () => process.exit());
// Ctrl-C is the business of the process that started this one.
process.on('SIGINT', () => undefined);

function newRun() {
	const nothing = { calls: 0, mostInFlight: 0, refused: 0, refusedAfterAnnouncement: 0 };
	return {
		seen: { ...nothing, firstCallAt: null as number | null },
		delivered: new Set<string>(),
		inFlight: 0,
		isAnnounced: false,
		window: { number: 0, taken: 0 },
	};
}

function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
	// A call that outlives its run must not count for the next one.
	const mine = run;
	mine.seen.calls += 1;
	mine.seen.firstCallAt ??= Date.now();
	mine.inFlight += 1;
	mine.seen.mostInFlight = Math.max(mine.seen.mostInFlight, mine.inFlight);
	const { status, headers, body } = judge(request, text);
	setTimeout(() => {
		response.writeHead(status, { ...headers, 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
		mine.inFlight -= 1;
		if (conditions.limit !== null) mine.isAnnounced = true;
	}, conditions.latencyMs);
}

function judge({ url = '/', headers }: IncomingMessage, text: string): StandInResponse {
	const body = (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
	const call = READERS.get(url.split('?')[0] ?? '')?.(headers, body);
	if (call === undefined) return { status: 404, body: {} };
	if (!call.isAuthenticated) return { status: 401, body: {} };
	const { isAllowed, limitHeaders } = takeFromWindow();
	if (!isAllowed || !isLetThrough()) {
		run.seen.refused += 1;
		if (run.isAnnounced) run.seen.refusedAfterAnnouncement += 1;
		return { ...call.refusal, headers: limitHeaders };
	}
	for (const id of call.messageIds) run.delivered.add(id);
	return { ...call.accepted, headers: limitHeaders };
}

/** The end of a window is told in whole seconds: beginning at multiples of its length, it is told exactly. */
function takeFromWindow() {
	if (conditions.limit === null) return { isAllowed: true, limitHeaders: {} };
	const { requests, windowMs } = conditions.limit;
	const now = Date.now();
	const number = Math.floor(now / windowMs);
	if (number !== run.window.number) run.window = { number, taken: 0 };
	const isAllowed = run.window.taken < requests;
	if (isAllowed) run.window.taken += 1;
	const resetsAt = (number + 1) * windowMs;
	const limitHeaders = rateLimitHeaders({
		limit: requests,
		remaining: requests - run.window.taken,
		resetsAt,
		resetsIn: resetsAt - now,
		allowed: isAllowed,
	});
	return { isAllowed, limitHeaders };
}

/** Reads a provider's call that marks messages: secret and ids are where the stand-in's own receipt has them. */
function readerOf(provider: ProviderId) {
	const { basePath, accepted, receipt, rateLimit } = standInOf(provider);
	const sample = receipt(MESSAGE_ID);
	const fields = Object.entries(sample.body ?? {});
	const secrets = fields.filter(([, value]) => SANDBOX_SECRETS.includes(String(value)));
	const [idField = ''] = fields.find(([, value]) => [value].flat()[0] === MESSAGE_ID) ?? [];
	const { status, body: refusal } = rateLimit.error(NO_BUCKET);
	const read = (headers: IncomingMessage['headers'], body: Readonly<Record<string, unknown>>) => ({
		isAuthenticated:
			Object.entries(sample.headers).every(([name, value]) => headers[name] === value) &&
			secrets.every(([name, value]) => body[name] === value),
		messageIds: [body[idField] ?? []].flat().map(String),
		accepted: accepted(body),
		// Without its headers, which would say when the limit ends.
		refusal: { status, body: refusal },
	});
	return [`${basePath}${sample.path}`, read] as const;
}
