import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultMoment } from '../faults/fault.mts';
import type { Faults } from '../faults/Faults.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { ProviderId } from '../providers/index.mts';
import { breakOff } from './brokenConnection.mts';
import { faultyResponse } from './faultyResponse.mts';
import { noteCall, recordRequests } from './recordRequests.mts';

/** Applies a call's fault if this is its moment; `true`: the call has got its response, or never will. */
export type ApplyFault = (
	moment: FaultMoment,
	request: FastifyRequest,
	reply: FastifyReply,
) => Promise<boolean>;

/**
 * The stage at which a provider's calls get their faults: when they arrive, when they are read,
 * and, by the returned function, when the message has been marked. Calls with a fault are remembered too.
 */
export function addFaults(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
	faults: Faults,
): ApplyFault {
	const drawn = new WeakMap<FastifyRequest, Fault>();
	const faulty = new WeakMap<FastifyRequest, Fault['kind']>();
	recordRequests(api, provider, memory, (request) => faulty.get(request) ?? null);

	const applyFault: ApplyFault = async (moment, request, reply) => {
		const fault = drawn.get(request);
		if (fault === undefined || (fault.when ?? 'read') !== moment) return false;
		const response = faultyResponse(fault, provider, request);
		if (response === null) {
			noteCall(memory, provider, request, { status: 0, response: null, fault: fault.kind });
			reply.hijack();
			breakOff(fault, reply.raw, faults);
		} else {
			faulty.set(request, fault.kind);
			await reply
				.code(response.status)
				.headers(response.headers ?? {})
				.send(response.body);
		}
		return true;
	};

	api.addHook('onRequest', async (request, reply) => {
		const fault = faults.next(provider);
		if (fault !== null) drawn.set(request, fault);
		return (await applyFault('arrived', request, reply)) ? reply : undefined;
	});
	api.addHook('preValidation', async (request, reply) =>
		(await applyFault('read', request, reply)) ? reply : undefined,
	);
	return applyFault;
}
