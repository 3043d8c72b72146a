import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServerElsewhere {
	readonly url: string;
	/** Whatever reached it: nothing ever may. */
	readonly arrived: readonly string[];
	close(): void;
}

/** Starts a server at another origin than the sandbox's, to which no call may be led. */
export async function startServerElsewhere(): Promise<ServerElsewhere> {
	const arrived: string[] = [];
	const server = createServer((request, response) => {
		arrived.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
		response.setHeader('content-type', 'application/json');
		response.end('{"success":true}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		arrived,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
