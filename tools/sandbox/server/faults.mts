import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SANDBOX_SECRETS } from '../accounts.mts';
import type { Fault, FaultMoment } from '../faults/fault.mts';
import type { Faults } from '../faults/Faults.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { StandInResponse } from '../providers/standIn.mts';
import { noteCall, recordRequests } from './recordRequests.mts';

/** A length that the part that is sent does not reach. */
const ANNOUNCED_BYTES = 4096;

const PIECE = Buffer.alloc(64 * 1024, ' ');

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Applies a call's fault if this is its moment; `true`: the call has got its response, or never will. */
export type ApplyFault = (
	moment: FaultMoment,
	request: FastifyRequest,
	reply: FastifyReply,
) => Promise<boolean>;

/**
 * The stage at which a provider's calls get their faults: when they arrive, when they are read,
 * and, by the returned function, when the message has been marked. Calls with a fault are remembered too.
 */
export function addFaults(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
	faults: Faults,
): ApplyFault {
	const drawn = new WeakMap<FastifyRequest, Fault>();
	const faulty = new WeakMap<FastifyRequest, Fault['kind']>();
	recordRequests(api, provider, memory, (request) => faulty.get(request) ?? null);

	const applyFault: ApplyFault = async (moment, request, reply) => {
		const fault = drawn.get(request);
		if (fault === undefined || (fault.when ?? 'read') !== moment) return false;
		const response = faultyResponse(fault, provider, request);
		if (response === null) {
			noteCall(memory, provider, request, { status: 0, response: null, fault: fault.kind });
			reply.hijack();
			breakOff(fault, reply.raw, faults);
		} else {
			faulty.set(request, fault.kind);
			await reply
				.code(response.status)
				.headers(response.headers ?? {})
				.send(response.body);
		}
		return true;
	};

	api.addHook('onRequest', async (request, reply) => {
		const fault = faults.next(provider);
		if (fault !== null) drawn.set(request, fault);
		return (await applyFault('arrived', request, reply)) ? reply : undefined;
	});
	api.addHook('preValidation', async (request, reply) =>
		(await applyFault('read', request, reply)) ? reply : undefined,
	);
	return applyFault;
}

/** The response that a fault puts in place of the provider's; `null` when it breaks the connection instead. */
function faultyResponse(
	fault: Fault,
	provider: ProviderId,
	request: FastifyRequest,
): StandInResponse | null {
	switch (fault.kind) {
		case 'answer':
			return fault;
		case 'refusal': {
			const text = fault.status < 300 ? 'Something went wrong' : (STATUS_CODES[fault.status] ?? '');
			const refusal = standInOf(provider).error(fault.status, text);
			return { ...refusal, headers: { ...refusal.headers, ...fault.headers } };
		}
		case 'echo':
			return echo(fault, provider, request);
		default:
			return null;
	}
}

/** Everything that came in, in every place where a caller might look for a text. */
function echo(
	{ status, after = 0 }: Extract<Fault, { kind: 'echo' }>,
	provider: ProviderId,
	{ method, url, headers, body }: FastifyRequest,
): StandInResponse {
	const texts = [JSON.stringify(body), url, JSON.stringify(headers)];
	const secret = SANDBOX_SECRETS.find((known) => texts.some((text) => text?.includes(known))) ?? '';
	const text = `${'.'.repeat(after)}${[secret, ...texts].join(' ')}`;
	const refusal = standInOf(provider).error(status, text);
	return {
		status,
		headers: { 'x-request-id': secret },
		body: {
			...(refusal.body as object),
			code: secret,
			request: { method, url, headers, body },
		},
	};
}

/** Breaks the connection of a call whose response fastify has let go of. Never throws. */
function breakOff(fault: Fault, response: ServerResponse, faults: Faults): void {
	const { socket } = response;
	response.on('error', () => {});
	switch (fault.kind) {
		case 'reset':
			socket?.resetAndDestroy();
			break;
		case 'silence':
			break;
		case 'drip':
			drip(response, fault.everyMs);
			break;
		case 'truncated': {
			const length = fault.framing === 'length' ? { 'content-length': ANNOUNCED_BYTES } : {};
			response.writeHead(200, { 'content-type': 'application/json', ...length });
			// What was written leaves before the connection is cut.
			response.write('{"success":tr', () => socket?.destroy());
			break;
		}
		case 'oversized': {
			const { megabytes, status = 200 } = fault;
			response.writeHead(status, { 'content-type': 'application/json' });
			pour(response, megabytes === 'endless' ? Infinity : megabytes * BYTES_PER_MEGABYTE, faults);
			break;
		}
		case 'bytes':
			socket?.end(fault.text);
			break;
	}
}

function drip(response: ServerResponse, everyMs: number): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.write('{');
	const timer = setInterval(() => response.write(' '), everyMs);
	response.on('close', () => clearInterval(timer));
}

/** Writes as fast as the caller takes it, so much and no more. */
function pour(response: ServerResponse, bytes: number, faults: Faults): void {
	let left = bytes;
	const write = () => {
		while (left > 0 && !response.destroyed) {
			left -= PIECE.length;
			faults.noteOversized(PIECE.length);
			if (!response.write(PIECE)) return;
		}
		response.end();
	};
	response.on('drain', write);
	write();
}
