import type { FastifyInstance } from 'fastify';
import { maskSecrets } from '../memory/secretMask.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import {
	parseOutgoingWebhook,
	WebhookRefused,
	type OutgoingWebhook,
} from '../webhook/outgoingWebhook.mts';
import type { WebhookDelivery } from '../webhook/sendWebhook.mts';

/** What the control endpoints steer. */
export interface ControlTarget {
	readonly memory: SandboxMemory;
	send(message: OutgoingWebhook): Promise<WebhookDelivery>;
	reset(): void;
}

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * The sandbox's own endpoints, for people and scripts outside its process: memory, webhook, reset,
 * health. No answer holds a secret, not even a webhook's own payload token.
 */
export function addControl(control: FastifyInstance, target: ControlTarget): void {
	// A page on a foreign name that resolves to 127.0.0.1 (DNS rebinding) must not steer the sandbox.
	control.addHook('onRequest', async (request, reply) => {
		if (LOOPBACK_HOST.test(request.headers.host ?? '')) return;
		await reply.code(403).send(problem('The sandbox is steered through 127.0.0.1 only'));
	});
	control.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
		const status = error instanceof WebhookRefused ? 400 : (error.statusCode ?? 500);
		await reply.code(status).send(problem(error.message));
	});

	control.get('/health', async () => ({ status: 'ok' }));
	control.get('/memory', async () => target.memory.snapshot());
	control.post('/reset', async () => {
		target.reset();
		return { status: 'empty' };
	});
	control.post('/webhook', async (request) =>
		maskSecrets(await target.send(parseOutgoingWebhook(request.body))),
	);
	control.setNotFoundHandler(async (_request, reply) => {
		const known =
			'GET /sandbox/health, GET /sandbox/memory, POST /sandbox/webhook, POST /sandbox/reset';
		await reply.code(404).send(problem(`Nothing here. There are: ${known}`));
	});
}

function problem(message: string): { error: { message: string } } {
	return { error: { message } };
}
