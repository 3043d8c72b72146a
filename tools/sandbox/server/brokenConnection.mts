import type { ServerResponse } from 'node:http';
import type { Fault } from '../faults/fault.mts';
import type { Faults } from '../faults/Faults.mts';

/** A length that the part that is sent does not reach. */
const ANNOUNCED_BYTES = 4096;

const PIECE = Buffer.alloc(64 * 1024, ' ');

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Breaks the connection of a call whose response fastify has let go of. Never throws. */
export function breakOff(fault: Fault, response: ServerResponse, faults: Faults): void {
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
