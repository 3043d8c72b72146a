import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Faults } from '../faults/Faults.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { StandInResponse, RateLimitRules } from '../providers/standIn.mts';
import { addFaults } from './faults.mts';
import { readEveryBody } from './postedBody.mts';
import { providerCall } from './providerCall.mts';
import type { TokenBuckets } from './TokenBuckets.mts';

/**
 * Puts one provider's API on the server. A call passes these stages: it is read, the rate limit
 * takes its token, the route responds, and call and response are recorded. Faults that are switched
 * on apply before it is read, after that, or after the route has done its work.
 *
 * @param api fastify's scope below the provider's base path
 * @param buckets `null`: no rate limit
 */
export function mountProvider(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
	faults: Faults,
	buckets: TokenBuckets | null,
): void {
	const { rateLimit, routes, unknownPath } = standInOf(provider);
	readEveryBody(api);
	const applyFault = addFaults(api, provider, memory, faults);
	if (buckets) enforceRateLimit(api, rateLimit, buckets);

	for (const { method, path, respond } of routes) {
		api.route({
			method,
			url: path,
			handler: async (request, reply) => {
				const given = respond(providerCall(request), memory);
				return (await applyFault('marked', request, reply)) ? reply : await send(reply, given);
			},
		});
	}
	api.setNotFoundHandler(
		async (request, reply) => await send(reply, unknownPath(providerCall(request))),
	);
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

async function send(reply: FastifyReply, response: StandInResponse): Promise<FastifyReply> {
	reply.code(response.status).headers(response.headers ?? {});
	return await reply.send(response.body);
}
