import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAYS, SHORT_TIMEOUT, type OutsideCase } from './faultCase.mts';

const { lost, late } = SAYS;

const HOST = '127.0.0.1';

/** Servers that are no provider's, each on a port of this machine. */
export interface Elsewhere {
	/** `host:port` of a port at which nobody listens. */
	readonly closed: string;
	readonly selfSigned: string;
	readonly plain: string;
	readonly hangsUp: string;
	readonly silent: string;
	/** `host:port` of another origin than the sandbox's, to which no call may be led. */
	readonly origin: string;
	/** Whatever reached that origin: nothing ever may. */
	readonly arrived: readonly string[];
	close(): void;
}

/**
 * Starts the servers that stand in the way.
 *
 * @throws Error when the command `openssl` is missing or fails
 */
export async function startElsewhere(): Promise<Elsewhere> {
	const arrived: string[] = [];
	const sockets = new Set<Socket>();
	const servers: Server[] = [];
	const listen = async (server: Server) => {
		server.on('connection', (socket: Socket) => {
			sockets.add(socket.on('error', () => {}));
		});
		await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
		servers.push(server);
		return `${HOST}:${(server.address() as AddressInfo).port}`;
	};
	const unused = createServer();
	const closed = await listen(unused);
	await new Promise((resolve) => unused.close(resolve));
	return {
		closed,
		selfSigned: await listen(
			createTlsServer(makeCertificate(), (_request, response) => {
				response.end('{"success":true}');
			}),
		),
		plain: await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
		hangsUp: await listen(createServer((socket) => socket.destroy())),
		silent: await listen(createServer(() => {})),
		origin: await listen(
			createHttpServer((request, response) => {
				arrived.push(`${request.method} ${request.url}`);
				response.setHeader('content-type', 'application/json');
				response.end('{"success":true}');
			}),
		),
		arrived,
		close: () => {
			servers.forEach((server) => server.close());
			sockets.forEach((socket) => socket.destroy());
		},
	};
}

/** A self-signed certificate for 127.0.0.1 that nobody trusts; it leaves no file behind. */
function makeCertificate(): { key: Buffer; cert: Buffer } {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-mark-read-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
	const name = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=IP:${HOST}`];
	try {
		execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', cert], {
			stdio: 'pipe',
		});
		return { key: readFileSync(key), cert: readFileSync(cert) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const ROWS: ReadonlyArray<
	readonly [
		name: string,
		reaction: OutsideCase['reaction'],
		says: RegExp,
		url: OutsideCase['url'],
		timeout?: number,
	]
> = [
	[
		'DNS: the name does not exist',
		'triedAgain',
		/host name of .* could not be found/,
		() => 'https://no-such-host.invalid',
	],
	[
		'connection refused',
		'triedAgain',
		/Could not connect to .*/,
		({ closed }) => `http://${closed}`,
	],
	[
		'TLS: certificate not trusted',
		'notTriedAgain',
		/certificate of .* is not trusted/,
		({ selfSigned }) => `https://${selfSigned}`,
	],
	[
		'TLS: https:// to a plain port',
		'notTriedAgain',
		/Could not make a secure connection \(TLS\) to .*/,
		({ plain }) => `https://${plain}`,
	],
	[
		'TLS: http:// to a TLS port',
		'triedAgain',
		/connection to .* was lost|could not be read/,
		({ selfSigned }) => `http://${selfSigned}`,
	],
	['TLS: hangs up during the handshake', 'triedAgain', lost, ({ hangsUp }) => `https://${hangsUp}`],
	[
		'TLS: silent during the handshake',
		'triedAgain',
		late,
		({ silent }) => `https://${silent}`,
		SHORT_TIMEOUT,
	],
];

/** Addresses at which no provider can be reached. */
export const OUTSIDE_CASES: readonly OutsideCase[] = ROWS.map(
	([name, reaction, says, url, timeout]) => ({ name, reaction, says, url, timeout, status: null }),
);
