import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { countCalls } from '../../sandbox/faults/callLimit.mts';
import type { StandInResponse } from '../../sandbox/providers/standIn.mts';
import { rateLimitHeaders } from '../../sandbox/server/TokenBuckets.mts';
import { Ledger } from './ledger.mts';
import { LimitWindows } from './limit-windows.mts';
import type { Conditions, FromTarget, ToTarget } from './protocol.mts';
import { readMarkCall } from './provider-calls.mts';

/**
 * The providers' side of the benchmark, a process of its own: it answers every call after the
 * latency it was told and keeps count. Whoever started it talks to it through its IPC channel.
 */
let conditions: Conditions = { latencyMs: 0, limit: null };
let windows: LimitWindows | null = null;
let isLetThrough = (): boolean => true;
let ledger = new Ledger();

const server = createServer((request, response) => {
	const text: Buffer[] = [];
	request.on('data', (part: Buffer) => text.push(part));
	request.on('end', () => answer(request, response, Buffer.concat(text).toString()));
});

// Whoever has no bound on its requests opens all connections at once.
server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
	tell({ kind: 'listening', port: (server.address() as AddressInfo).port });
});

process.on('message', (message: ToTarget) => {
	if (message.kind === 'observe') {
		tell({ kind: 'observation', observation: ledger.observation() });
		return;
	}
	conditions = message.conditions;
	windows = conditions.limit && new LimitWindows(conditions.limit);
	isLetThrough = conditions.unannounced ? countCalls(conditions.unannounced) : () => true;
	ledger = new Ledger();
	tell({ kind: 'ready' });
});
process.once('disconnect', () => process.exit());
// Ctrl-C is the business of the process that started this one.
process.on('SIGINT', () => undefined);

function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
	const mine = ledger;
	mine.come(Date.now());
	const { status, headers, body } = judge(request, text);
	setTimeout(() => {
		response.writeHead(status, { ...headers, 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
		mine.leave(Date.now(), windows === null ? 'plain' : 'announcesLimit');
	}, conditions.latencyMs);
}

function judge({ url = '/', headers }: IncomingMessage, text: string): StandInResponse {
	const path = url.split('?')[0] ?? '';
	const body = (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
	const call = readMarkCall({ path, headers, body });
	if (call === null) return { status: 404, body: {} };
	if (!call.isAuthenticated) return { status: 401, body: {} };
	const window = windows?.take(Date.now());
	const limitHeaders = window ? rateLimitHeaders(window) : {};
	if (window?.allowed === false || !isLetThrough()) {
		ledger.refuse();
		return { ...call.refusal, headers: limitHeaders };
	}
	ledger.accept(call.messageIds);
	return { ...call.accepted, headers: limitHeaders };
}

function tell(message: FromTarget): void {
	process.send?.(message);
}
