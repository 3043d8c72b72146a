import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { isProviderId, PROVIDER_EXPECTED, type ProviderId } from '../providers/index.mts';
import { loopbackOnly } from '../server/loopbackOnly.mts';
import { InvalidWebhook } from '../webhook/outgoingWebhook.mts';
import { CONDITIONS, isCondition } from './conditions.mts';
import { parseMessageOrder } from './messageOrder.mts';
import type { Phones } from './Phones.mts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
};

/** Nothing but the page's own files and its own server: no inline script or style, no frame around it. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'",
	'cache-control': 'no-store',
};

/**
 * Puts the phone page on the server: its files, the stream of what it shows, and what can be done on
 * it. What cannot be done gets a 400 with a message for the person at the page.
 *
 * @param scope fastify's scope below `/phone`
 * @param folder where `index.html` and its styles and scripts lie
 */
export function mountPhones(scope: FastifyInstance, phones: Phones, folder: string): void {
	loopbackOnly(scope);
	scope.addHook('onRequest', async (_request, reply) => void reply.headers(PAGE_HEADERS));
	scope.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
		const status = error instanceof InvalidWebhook ? 400 : (error.statusCode ?? 500);
		await reply.code(status).send({ error: { message: error.message } });
	});

	for (const name of readdirSync(folder)) {
		const content = readFileSync(join(folder, name));
		const paths = name === 'index.html' ? ['/', '/index.html'] : [`/${name}`];
		for (const path of paths) {
			scope.get(path, { prefixTrailingSlash: 'slash' }, async (_request, reply) => {
				return await reply.type(TYPES[extname(name)] ?? 'text/plain').send(content);
			});
		}
	}
	scope.get('/events', async (_request, reply) => {
		const events = new PassThrough();
		const push = () => void events.write(`data: ${JSON.stringify(phones.view())}\n\n`);
		push();
		events.on('close', phones.follow(push));
		return await reply.type('text/event-stream; charset=utf-8').send(events);
	});
	scope.post('/messages', async (request, reply) => {
		const posted = phones.act(parseMessageOrder(request.body));
		return await reply.code(202).send({ posted });
	});
	scope.post('/webhook-url', async (request) => {
		const { provider, url } = providerOrder(request.body);
		return { webhookUrl: phones.setWebhookUrl(provider, url) };
	});
	scope.post('/condition', async (request) => {
		const { provider, condition } = providerOrder(request.body);
		if (!isCondition(condition)) {
			throw new InvalidWebhook(`"condition" must be one of: ${CONDITIONS.join(', ')}`);
		}
		phones.setCondition(provider, condition);
		return { condition };
	});
}

/** @throws InvalidWebhook when the body names none of the providers */
function providerOrder(body: unknown): Record<string, unknown> & { provider: ProviderId } {
	const fields = typeof body === 'object' && body !== null ? body : {};
	const provider = 'provider' in fields ? fields.provider : undefined;
	if (isProviderId(provider)) return { ...fields, provider };
	throw new InvalidWebhook(PROVIDER_EXPECTED);
}
