import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';

import { mountChatModel } from './chat-model.mts';
import { mountRecorder, type SentOut } from './recorder.mts';

/** Everybody the examples call besides the sandbox: where answers go, the team, a chat model. */
export interface Outside {
	/** Without a slash at the end. */
	readonly url: string;
	/** What was sent out so far, oldest first. */
	readonly sent: readonly SentOut[];
	/** The address that stands for `https://<host>`. */
	addressOf(host: string): string;
	close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startOutside(): Promise<Outside> {
	const server = fastify({ logger: false, forceCloseConnections: true });
	mountChatModel(server);
	const sent = mountRecorder(server);
	await server.listen({ host: '127.0.0.1', port: 0 });
	const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	return {
		url,
		sent,
		addressOf: (host) => `${url}/${host}`,
		close: async () => await server.close(),
	};
}
