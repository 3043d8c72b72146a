import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { Faults } from './faults/Faults.mts';
import { SandboxMemory } from './memory/SandboxMemory.mts';
import { mountPhones } from './phone/mountPhones.mts';
import { Phones } from './phone/Phones.mts';
import { PROVIDER_IDS, standInOf, type ProviderId } from './providers/index.mts';
import { addControl } from './server/control.mts';
import { mountProvider } from './server/mountProvider.mts';
import { TokenBuckets, type RateLimit } from './server/TokenBuckets.mts';
import type { OutgoingWebhook } from './webhook/outgoingWebhook.mts';
import { sendWebhook, type WebhookDelivery } from './webhook/sendWebhook.mts';

const HOST = '127.0.0.1';

/** Longest path segment the router takes; instance names and ids stay well below. */
const MAX_PARAM_LENGTH = 1000;

export interface SandboxOptions {
	/** 0 (default): any free port. */
	readonly port?: number;
	/** Another limit than the documented one for some providers, or no limit at all. */
	readonly rateLimits?: Readonly<Record<ProviderId, RateLimit>> | 'none';
	/** The longest that a response is held back where the provider does so, milliseconds; without it as long as the provider does. */
	readonly longestHold?: number;
	/** The phone page, served at `/phone/`; without it there is none. */
	readonly phonePage?: PhonePageOptions;
}

export interface PhonePageOptions {
	/** Where the page's files lie: `sandbox/phone/page`. */
	readonly folder: string;
	/** n8n's webhook URL for each provider, on this machine; the rest can be typed into the page. */
	readonly webhookUrls?: Readonly<Record<ProviderId, string>>;
}

/** A running sandbox: the providers' APIs on one loopback port. */
export interface Sandbox {
	/** `http://127.0.0.1:<port>`, without a slash at the end. */
	readonly url: string;
	readonly port: number;
	/** What was received, marked and asked. */
	readonly memory: SandboxMemory;
	/** The switch for faults: resets, timeouts, broken responses. */
	readonly faults: Faults;
	/**
	 * Posts a webhook the way its provider would, after remembering the message as received.
	 *
	 * @throws InvalidWebhook when the provider has no such webhook or the address is unusable
	 */
	sendWebhook(message: OutgoingWebhook): Promise<WebhookDelivery>;
	/** Forgets everything, fills the rate-limit buckets and ends the faults. */
	reset(): void;
	/** Stops listening and drops open connections. */
	close(): Promise<void>;
}

/**
 * Starts the providers' APIs on 127.0.0.1.
 *
 * @throws Error when an option is wrong or the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const port = checkedPort(options.port ?? 0);
	const memory = new SandboxMemory();
	const faults = new Faults();
	const { phonePage, longestHold = Infinity } = options;
	const phones = phonePage && new Phones(memory, faults, phonePage.webhookUrls ?? {});
	const server = fastify({
		logger: false,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
	});

	server.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
		await reply.code(error.statusCode ?? 500).send({ error: { message: error.message } });
	});

	const allBuckets: TokenBuckets[] = [];
	for (const provider of PROVIDER_IDS) {
		const { basePath, rateLimit } = standInOf(provider);
		const limit = limitOf(provider, options.rateLimits) ?? rateLimit.documented;
		const buckets = limit === 'none' || limit === null ? null : new TokenBuckets(limit);
		if (buckets) allBuckets.push(buckets);
		await server.register(
			async (api) => mountProvider(api, provider, memory, faults, buckets, longestHold),
			{
				prefix: basePath,
			},
		);
	}
	const send = async (message: OutgoingWebhook) => await sendWebhook(message, memory);
	const reset = () => {
		memory.clear();
		faults.clear();
		phones?.reset();
		allBuckets.forEach((buckets) => buckets.refill());
	};
	await server.register(async (control) => addControl(control, { memory, send, reset }), {
		prefix: '/sandbox',
	});

	if (phones) {
		await server.register(async (scope) => mountPhones(scope, phones, phonePage.folder), {
			prefix: '/phone',
		});
		for (const path of ['/', '/phone']) {
			server.get(path, async (_request, reply) => await reply.redirect('/phone/'));
		}
	}

	server.setNotFoundHandler(async (_request, reply) => {
		const basePaths = PROVIDER_IDS.map((id) => standInOf(id).basePath);
		const message = `Nothing here. The APIs live below ${basePaths.join(', ')}`;
		await reply.code(404).send({ error: { message } });
	});
	try {
		await server.listen({ host: HOST, port });
	} catch (error) {
		await server.close();
		throw listenError(error, port);
	}
	const bound = (server.server.address() as AddressInfo).port;
	return {
		url: `http://${HOST}:${bound}`,
		port: bound,
		memory,
		faults,
		sendWebhook: send,
		reset,
		close: async () => await server.close(),
	};
}

function checkedPort(port: number): number {
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`The sandbox's port must be a whole number from 0 to 65535, not "${port}"`);
}

function limitOf(
	provider: ProviderId,
	rateLimits: SandboxOptions['rateLimits'],
): RateLimit | 'none' | undefined {
	const limit = rateLimits === 'none' ? rateLimits : rateLimits?.[provider];
	if (limit === undefined || limit === 'none') return limit;
	if (Number.isInteger(limit.requests) && limit.requests > 0 && limit.windowMs > 0) return limit;
	throw new Error(
		`rateLimits.${provider} needs "requests" (a whole number above 0) and "windowMs" (milliseconds above 0)`,
	);
}

function listenError(error: unknown, port: number): Error {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === 'EADDRINUSE') {
		return new Error(`Port ${port} of ${HOST} is in use: stop what listens there or pick another`);
	}
	if (code === 'EACCES') {
		return new Error(`Port ${port} of ${HOST} needs more rights: pick one above 1023`);
	}
	return error instanceof Error ? error : new Error(String(error));
}
