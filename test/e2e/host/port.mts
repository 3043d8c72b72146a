import { createServer } from 'node:net';

import { StartFailure } from '../failure.mts';

const LOOPBACK = '127.0.0.1';

/**
 * Settles which port a server will use.
 * @param wanted a port, or 0 for any free one
 * @throws StartFailure when the wanted port is taken; names the option that chooses another.
 */
export async function reservePort(wanted: number, owner: PortOwner): Promise<number> {
	const port = await tryPort(wanted);
	if (port === undefined) throw portInUse(wanted, owner);
	return port;
}

export interface PortOwner {
	/** Who wants the port, as in "n8n". */
	readonly name: string;
	/** The option that chooses another port, as in "--port". */
	readonly option: string;
}

/** The failure that says a port is taken and what to do about it. */
export function portInUse(port: number, { name, option }: PortOwner): StartFailure {
	return new StartFailure(
		`Port ${port} on ${LOOPBACK}, meant for ${name}, is already in use.`,
		`Stop the program that uses it (perhaps an earlier start), or choose another port: npm start -- ${option} ${port + 10}`,
	);
}

async function tryPort(wanted: number): Promise<number | undefined> {
	return await new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
			else reject(error);
		});
		probe.listen({ port: wanted, host: LOOPBACK, exclusive: true }, () => {
			const address = probe.address();
			const port = typeof address === 'object' && address !== null ? address.port : wanted;
			probe.close(() => resolve(port));
		});
	});
}
