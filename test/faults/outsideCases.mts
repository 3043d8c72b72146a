import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { FaultCase } from './cases/faultCase.mts';
import { makeCertificate } from './certificate.mts';

/** An address at which no provider can be reached, and what the user must be told. */
export type OutsideCase = Pick<FaultCase, 'name' | 'reaction' | 'says' | 'status' | 'timeout'> & {
	/** What stands in place of a provider's origin. */
	readonly url: string;
};

export interface OutsideWorld {
	readonly cases: readonly OutsideCase[];
	close(): void;
}

const HOST = '127.0.0.1';

/** Milliseconds. */
const SHORT_TIMEOUT = 1_500;

/**
 * Starts the servers that stand in the way, each on a free port of this machine.
 *
 * @throws Error when no certificate can be made
 */
export async function startOutsideWorld(): Promise<OutsideWorld> {
	const selfSigned = createTlsServer(await makeCertificate(), (_request, response) => {
		response.end('{"success":true}');
	});
	const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
	const hangsUp = createServer((socket) => socket.destroy());
	const isSilent = createServer(() => {});
	const servers: readonly Server[] = [selfSigned, plain, hangsUp, isSilent];
	const sockets = new Set<Socket>();
	for (const server of servers) {
		server.on('connection', (socket: Socket) => {
			sockets.add(socket);
			socket.on('error', () => {});
			socket.on('close', () => sockets.delete(socket));
		});
		await listen(server);
	}
	const closed = createServer();
	await listen(closed);
	const closedPort = portOf(closed);
	await new Promise((resolve) => closed.close(resolve));

	const noResponse = { status: null };
	return {
		cases: [
			{
				...noResponse,
				name: 'DNS: the name does not exist',
				url: 'https://no-such-host.invalid',
				reaction: 'triedAgain',
				says: /host name of .* could not be found/,
			},
			{
				...noResponse,
				name: 'connection refused',
				url: `http://${HOST}:${closedPort}`,
				reaction: 'triedAgain',
				says: /Could not connect to .*/,
			},
			{
				...noResponse,
				name: 'TLS: certificate not trusted',
				url: `https://${HOST}:${portOf(selfSigned)}`,
				reaction: 'notTriedAgain',
				says: /certificate of .* is not trusted/,
			},
			{
				...noResponse,
				name: 'TLS: https:// to a plain port',
				url: `https://${HOST}:${portOf(plain)}`,
				reaction: 'notTriedAgain',
				says: /Could not make a secure connection \(TLS\) to .*/,
			},
			{
				...noResponse,
				name: 'TLS: http:// to a TLS port',
				url: `http://${HOST}:${portOf(selfSigned)}`,
				reaction: 'triedAgain',
				says: /connection to .* was lost|could not be read/,
			},
			{
				...noResponse,
				name: 'TLS: hangs up during the handshake',
				url: `https://${HOST}:${portOf(hangsUp)}`,
				reaction: 'triedAgain',
				says: /connection to .* was lost/,
			},
			{
				...noResponse,
				name: 'TLS: silent during the handshake',
				url: `https://${HOST}:${portOf(isSilent)}`,
				reaction: 'triedAgain',
				says: /did not respond in time/,
				timeout: SHORT_TIMEOUT,
			},
		],
		close: () => {
			servers.forEach((server) => server.close());
			sockets.forEach((socket) => socket.destroy());
		},
	};
}

async function listen(server: Server): Promise<void> {
	await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
}

function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}
