import type { FastifyInstance, FastifyReply } from 'fastify';
import { isProviderId, PROVIDER_EXPECTED, type ProviderId } from '../providers/index.mts';
import { loopbackOnly } from '../server/loopbackOnly.mts';
import { InvalidWebhook } from '../webhook/outgoingWebhook.mts';
import { CONDITIONS, isCondition } from './conditions.mts';
import { openEventStream } from './eventStream.mts';
import { parseMessageOrder } from './messageOrder.mts';
import { PAGE_HEADERS, type PageFile } from './pageFiles.mts';
import type { Phones } from './Phones.mts';

/**
 * Puts the phone page on the server: its files, the stream of what happens, and what can be done on
 * it. What cannot be done gets a 400 with a message for the person at the page.
 *
 * @param scope fastify's scope below `/phone`
 */
export function mountPhones(
	scope: FastifyInstance,
	phones: Phones,
	files: ReadonlyMap<string, PageFile>,
): void {
	loopbackOnly(scope);
	scope.addHook('onRequest', async (_request, reply) => void reply.headers(PAGE_HEADERS));
	scope.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
		const status = error instanceof InvalidWebhook ? 400 : (error.statusCode ?? 500);
		await reply.code(status).send({ error: { message: error.message } });
	});

	scope.get('/', { prefixTrailingSlash: 'slash' }, async (_request, reply) => {
		return await sendFile(reply, files.get('index.html'));
	});
	scope.get<{ Params: { name: string } }>(
		'/:name',
		async (request, reply) => await sendFile(reply, files.get(request.params.name)),
	);
	scope.get('/events', (request, reply) =>
		openEventStream(request, reply, phones.feed, () => phones.view()),
	);
	scope.post('/messages', async (request, reply) => {
		const posted = phones.act(parseMessageOrder(request.body));
		return await reply.code(202).send({ posted });
	});
	scope.post('/webhook-url', async (request) => {
		const { provider, url } = providerOrder(request.body);
		return phones.setWebhookUrl(provider, url);
	});
	scope.post('/condition', async (request) => {
		const { provider, condition } = providerOrder(request.body);
		if (isCondition(condition)) return phones.setCondition(provider, condition);
		throw new InvalidWebhook(`"condition" must be one of: ${CONDITIONS.join(', ')}`);
	});
}

/** @throws InvalidWebhook when the body names none of the providers */
function providerOrder(body: unknown): Record<string, unknown> & { provider: ProviderId } {
	const fields = typeof body === 'object' && body !== null ? body : {};
	const provider = 'provider' in fields ? fields.provider : undefined;
	if (isProviderId(provider)) return { ...fields, provider };
	throw new InvalidWebhook(PROVIDER_EXPECTED);
}

async function sendFile(reply: FastifyReply, file: PageFile | undefined): Promise<FastifyReply> {
	if (!file) return await reply.code(404).send({ error: { message: 'No such file of the page' } });
	return await reply.type(file.type).send(file.content);
}
