import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Faults } from '../faults/Faults.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import { Refused } from '../providers/standIn.mts';
import type { RateLimitRules, Respond, StandInResponse } from '../providers/standIn.mts';
import { addFaults } from './faults.mts';
import { providerCall, readEveryBody } from './providerCall.mts';
import type { TokenBuckets } from './TokenBuckets.mts';

/**
 * Puts one provider's API on the server. A call passes these stages: it is read, the rate limit
 * takes its token, the route responds, and call and response are recorded. Faults that are switched
 * on apply before it is read, after that, or after the route has done its work.
 *
 * @param api fastify's scope below the provider's base path
 * @param buckets `null`: no rate limit
 * @param longestHold the longest that a response is held back, milliseconds
 */
export function mountProvider(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
	faults: Faults,
	buckets: TokenBuckets | null,
	longestHold: number,
): void {
	const { rateLimit, routes, unknownPath } = standInOf(provider);
	readEveryBody(api);
	const applyFault = addFaults(api, provider, memory, faults);
	if (buckets) enforceRateLimit(api, rateLimit, buckets);

	for (const [endpoint, respond] of Object.entries(routes)) {
		const [method = '', url = ''] = endpoint.split(' ');
		api.route({
			method,
			url,
			handler: async (request, reply) => {
				const response = responseOf(respond, request, memory);
				await holdBack(response, longestHold, request);
				return (await applyFault('marked', request, reply)) ? reply : await send(reply, response);
			},
		});
	}
	api.setNotFoundHandler(
		async (request, reply) => await send(reply, unknownPath(providerCall(request))),
	);
}

function responseOf(
	respond: Respond,
	request: FastifyRequest,
	memory: SandboxMemory,
): StandInResponse {
	try {
		return respond(providerCall(request), memory);
	} catch (error) {
		if (error instanceof Refused) return error.response;
		throw error;
	}
}

function enforceRateLimit(
	api: FastifyInstance,
	rateLimit: RateLimitRules,
	buckets: TokenBuckets,
): void {
	api.addHook('preHandler', async (request, reply) => {
		const call = providerCall(request);
		const bucket = rateLimit.bucketOf(call);
		const state = rateLimit.spends(call) ? buckets.take(bucket) : buckets.peek(bucket);
		reply.headers(rateLimit.headers(state));
		if (!state.allowed) await send(reply, rateLimit.error(state));
	});
}

/** Waits as long as the provider does, or until the caller has hung up. */
async function holdBack(
	{ heldBackMs = 0 }: StandInResponse,
	longestHold: number,
	{ raw: { socket } }: FastifyRequest,
): Promise<void> {
	const time = Math.min(heldBackMs, longestHold);
	if (time === 0) return;
	const ended = new AbortController();
	const { signal } = ended;
	await Promise.race([
		pause(time, undefined, { ref: false, signal }).catch(() => {}),
		once(socket, 'close', { signal }).catch(() => {}),
	]);
	ended.abort();
}

async function send(reply: FastifyReply, response: StandInResponse): Promise<FastifyReply> {
	reply.code(response.status).headers(response.headers ?? {});
	return await reply.send(response.body);
}
