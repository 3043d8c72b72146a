import { createServer } from 'node:net';

import { StartFailure } from '../failure.mts';

export interface PortOwner {
	/** Who wants the port, as in "n8n". */
	readonly name: string;
	/** The option that chooses another port, as in "--port". */
	readonly option: string;
}

/**
 * Settles which port of 127.0.0.1 a server will use.
 * @param wanted a port, or 0 for any free one
 * @throws StartFailure when the wanted port is taken; names the option that chooses another.
 */
export async function reservePort(wanted: number, { name, option }: PortOwner): Promise<number> {
	return await new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', ({ message }) => {
			reject(
				new StartFailure(
					`Port ${wanted}, meant for ${name}, cannot be used: ${message}.`,
					`Stop the program that uses it (perhaps an earlier start), or choose another port: npm start -- ${option} ${wanted + 10}`,
				),
			);
		});
		probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
			const address = probe.address();
			const port = typeof address === 'object' && address !== null ? address.port : wanted;
			probe.close(() => resolve(port));
		});
	});
}
