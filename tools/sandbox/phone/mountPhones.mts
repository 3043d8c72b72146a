import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { loopbackOnly } from '../server/loopbackOnly.mts';
import { providerId, readOrder } from '../server/order.mts';
import { CONDITIONS } from './conditions.mts';
import { messageOrder } from './messages.mts';
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

const urlOrder = z.object({ provider: providerId, url: z.unknown() });

const conditionOrder = z.object({ provider: providerId, condition: z.enum(CONDITIONS) });

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
		const posted = phones.act(readOrder(messageOrder, request.body));
		return await reply.code(202).send({ posted });
	});
	scope.post('/webhook-url', async (request) => {
		const { provider, url } = readOrder(urlOrder, request.body);
		return { webhookUrl: phones.setWebhookUrl(provider, url) };
	});
	scope.post('/condition', async (request) => {
		const { provider, condition } = readOrder(conditionOrder, request.body);
		phones.setCondition(provider, condition);
		return { condition };
	});
}
