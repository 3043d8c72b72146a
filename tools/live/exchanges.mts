import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

import { ClientRequestInterceptor } from '@mswjs/interceptors/ClientRequest';

/** A request as it left n8n, and what came back; without `response`: nothing did. */
export interface Exchange {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
	response?: {
		readonly status: number;
		readonly headers: Readonly<Record<string, string>>;
		/** Parsed where it is JSON, else the text. */
		readonly body: unknown;
	};
}

const DECODERS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
	br: brotliDecompressSync,
	deflate: inflateSync,
	gzip: gunzipSync,
};

/**
 * Runs something and records every HTTP request that it makes.
 *
 * @param requests `sent`, or `withheld`: then none of them leaves this machine, and each fails
 */
export async function recordExchanges<Result>(
	requests: 'sent' | 'withheld',
	run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly exchanges: readonly Exchange[] }> {
	const exchanges = new Map<string, Exchange>();
	const unread: Array<Promise<void>> = [];
	const interceptor = new ClientRequestInterceptor();
	interceptor.on('request', async ({ request, requestId, controller }) => {
		const { method, url } = request;
		const headers = Object.fromEntries(request.headers);
		// Kept before its body is read: requests stay in their order.
		const exchange = { method, url, headers, body: null as unknown };
		exchanges.set(requestId, exchange);
		exchange.body = parsed(await request.clone().text());
		if (requests === 'withheld') controller.errorWith(new Error('The request was withheld'));
	});
	interceptor.on('response', ({ response, requestId }) => {
		const exchange = exchanges.get(requestId);
		if (exchange !== undefined) unread.push(addResponse(exchange, response.clone()));
	});
	interceptor.apply();
	try {
		const result = await run();
		await Promise.allSettled(unread);
		return { result, exchanges: [...exchanges.values()] };
	} finally {
		interceptor.dispose();
	}
}

async function addResponse(exchange: Exchange, response: Response): Promise<void> {
	const { status } = response;
	const headers = Object.fromEntries(response.headers);
	exchange.response = { status, headers, body: 'The response broke off' };
	const bytes = Buffer.from(await response.arrayBuffer());
	const decode = DECODERS[headers['content-encoding'] ?? ''] ?? ((body) => body);
	exchange.response = { status, headers, body: parsed(decode(bytes).toString('utf8')) };
}

/** `null` where there is no body. */
function parsed(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
