import type { FastifyInstance } from 'fastify';
import { maskSecrets } from '../memory/secretMask.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { outgoingWebhook, type OutgoingWebhook } from '../webhook/outgoingWebhook.mts';
import type { WebhookDelivery } from '../webhook/sendWebhook.mts';
import { loopbackOnly } from './loopbackOnly.mts';
import { readOrder } from './order.mts';

/** What the control endpoints steer. */
export interface ControlTarget {
	readonly memory: SandboxMemory;
	send(message: OutgoingWebhook): Promise<WebhookDelivery>;
	reset(): void;
}

/**
 * The sandbox's own endpoints, for people and scripts outside its process: memory, webhook,
 * reset. No response holds a secret, not even a webhook's own payload token.
 */
export function addControl(control: FastifyInstance, target: ControlTarget): void {
	loopbackOnly(control);

	control.get('/memory', async () => target.memory.snapshot());
	control.post('/reset', async () => {
		target.reset();
		return { status: 'empty' };
	});
	control.post('/webhook', async (request) =>
		maskSecrets(await target.send(readOrder(outgoingWebhook, request.body))),
	);
	control.setNotFoundHandler(async (_request, reply) => {
		const known = 'GET /sandbox/memory, POST /sandbox/webhook, POST /sandbox/reset';
		await reply.code(404).send({ error: { message: `Nothing here. There are: ${known}` } });
	});
}
