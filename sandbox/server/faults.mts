import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultMoment } from '../faults/fault.mts';
import type { Faults } from '../faults/Faults.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { ProviderId } from '../providers/index.mts';
import { breakOff } from './brokenConnection.mts';
import { faultyAnswer } from './faultyAnswer.mts';
import { noteCall, recordRequests } from './recordRequests.mts';

/** Lets a call's fault strike if this is its moment; `true`: the call has got its answer, or never will. */
export type Strike = (
	moment: FaultMoment,
	request: FastifyRequest,
	reply: FastifyReply,
) => Promise<boolean>;

/**
 * The stage at which a provider's calls meet their faults: when they arrive, when they are read,
 * and, by the returned function, when the message has been marked. Struck calls are remembered too.
 */
export function addFaults(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
	faults: Faults,
): Strike {
	const drawn = new WeakMap<FastifyRequest, Fault>();
	const struck = new WeakMap<FastifyRequest, Fault['kind']>();
	recordRequests(api, provider, memory, (request) => struck.get(request) ?? null);

	const strike: Strike = async (moment, request, reply) => {
		const fault = drawn.get(request);
		if (fault === undefined || (fault.when ?? 'read') !== moment) return false;
		const answer = faultyAnswer(fault, provider, request);
		if (answer === null) {
			noteCall(memory, provider, request, { status: 0, answer: null, fault: fault.kind });
			reply.hijack();
			breakOff(fault, reply.raw, faults);
		} else {
			struck.set(request, fault.kind);
			await reply
				.code(answer.status)
				.headers(answer.headers ?? {})
				.send(answer.body);
		}
		return true;
	};

	api.addHook('onRequest', async (request, reply) => {
		const fault = faults.next(provider);
		if (fault !== null) drawn.set(request, fault);
		return (await strike('arrived', request, reply)) ? reply : undefined;
	});
	api.addHook('preValidation', async (request, reply) =>
		(await strike('read', request, reply)) ? reply : undefined,
	);
	return strike;
}
