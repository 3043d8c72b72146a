import type { FastifyInstance } from 'fastify';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Keeps a scope for this machine: a page on a foreign name that resolves to 127.0.0.1 (DNS
 * rebinding), or one that merely posts here, must not steer the sandbox.
 */
export function loopbackOnly(scope: FastifyInstance): void {
	scope.addHook('onRequest', async ({ headers: { host = '', origin } }, reply) => {
		const isOwnOrigin = origin === undefined || origin === `http://${host}`;
		if (LOOPBACK_HOST.test(host) && isOwnOrigin) return;
		await reply
			.code(403)
			.send({ error: { message: 'The sandbox is steered through 127.0.0.1 only' } });
	});
}
