import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute } from '../../../../nodes/WhatsAppMarkRead/n8n/execute.ts';
import { executeContext } from '../../../helpers/executeContext.ts';
import { PLAIN } from '../../../helpers/plainNode.ts';
import { prepareEngine } from '../../../helpers/runNode.ts';

let server: Server;
let calls = 0;

beforeAll(async () => {
	// n8n reads these when the first call is made.
	process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	process.env.NO_PROXY = '127.0.0.1,localhost';
	prepareEngine();
	server = createServer((_request, response) => {
		calls += 1;
		response.end('{"success":true}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => await new Promise((resolve) => server.close(resolve)));

describe("n8n's own protection against calls into its network, where it is switched on,", () => {
	it.each(['127.0.0.1', 'localhost'])(
		'holds for the base URL of the credential too: %s',
		async (host) => {
			const { port } = server.address() as AddressInfo;
			const context = executeContext({
				parameters: { source: 'fields', chatId: '5511999999999', messageId: 'AAA1' },
				credential: { baseUrl: `http://${host}:${port}` },
				onError: 'continueRegularOutput',
			});

			const output = await execute(context, PLAIN);

			expect(output[0]?.json).toMatchObject({
				error: 'This n8n does not allow requests to the address of Plain',
				details: { code: 'SSRF_BLOCKED', attempts: 1 },
			});
			expect(calls).toBe(0);
		},
	);
});
