import { createServer, type Server } from 'node:net';

import { portInUse, reservePort } from '../../e2e/host/port.mts';

const n8n = { name: 'n8n', option: '--port' };

async function listenOnAnyPort(): Promise<{ server: Server; port: number }> {
	const server = createServer();
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('no port');
	return { server, port: address.port };
}

describe('reserving a port', () => {
	it('says which port is taken, for whom, and which option chooses another', () => {
		const failure = portInUse(5678, n8n);
		expect(failure.message).toBe('Port 5678 on 127.0.0.1, meant for n8n, is already in use.');
		expect(failure.advice).toContain('npm start -- --port 5688');
	});

	it('refuses a port somebody listens on, and takes it once it is free', async () => {
		const { server, port } = await listenOnAnyPort();
		await expect(reservePort(port, n8n)).rejects.toThrow(`Port ${port} on 127.0.0.1`);
		await new Promise((resolve) => {
			server.close(resolve);
		});
		await expect(reservePort(port, n8n)).resolves.toBe(port);
	});

	it('finds a free port when asked for any', async () => {
		await expect(reservePort(0, n8n)).resolves.toBeGreaterThan(0);
	});
});
