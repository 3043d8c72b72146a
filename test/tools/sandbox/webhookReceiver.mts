import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook as it arrived. */
export interface ArrivedWebhook {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: unknown;
}

/** Stands in for n8n's Webhook node: takes every POST and keeps it. */
export interface WebhookReceiver {
	readonly url: string;
	readonly arrived: ArrivedWebhook[];
	close(): void;
}

/** Starts a receiver on any free loopback port; it answers `{"received":true}`. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
	const arrived: ArrivedWebhook[] = [];
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString();
			const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
			arrived.push({
				headers: request.headers,
				body: isForm
					? Object.fromEntries(new URLSearchParams(text))
					: (JSON.parse(text) as unknown),
			});
			response.setHeader('content-type', 'application/json').end('{"received":true}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook`,
		arrived,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
