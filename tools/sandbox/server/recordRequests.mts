import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FaultKind } from '../faults/fault.mts';
import { maskSecrets, maskText, maskTexts } from '../memory/secretMask.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { ProviderId } from '../providers/index.mts';
import type { PostedBody } from '../providers/call.mts';
import { providerCall } from './providerCall.mts';

/**
 * Remembers every call of a provider's scope with its response, before that is sent.
 *
 * @param faultOf the fault that the call got; `null`: none
 */
export function recordRequests(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
	faultOf: (request: FastifyRequest) => FaultKind | null,
): void {
	api.addHook('onSend', async (request, reply, payload) => {
		const { statusCode: status } = reply;
		noteCall(memory, provider, request, { status, response: payload, fault: faultOf(request) });
		return payload;
	});
}

/** Remembers one call; status 0 stands for a response that never came, or broke off. */
export function noteCall(
	memory: SandboxMemory,
	provider: ProviderId,
	request: FastifyRequest,
	given: { readonly status: number; readonly response: unknown; readonly fault: FaultKind | null },
): void {
	const call = providerCall(request);
	memory.noteRequest({
		provider,
		method: call.method,
		path: maskText(call.path),
		query: maskTexts(call.query),
		headers: maskTexts(call.headers),
		body: maskSecrets(plainBody(call.body)),
		status: given.status,
		response: maskSecrets(parsedText(given.response)),
		fault: given.fault,
		at: new Date().toISOString(),
	});
}

function plainBody(body: PostedBody): unknown {
	switch (body.format) {
		case 'none':
			return null;
		case 'json':
			return body.value;
		case 'form':
			return body.fields;
		case 'unreadable':
			return `[unreadable: ${body.note}]`;
	}
}

function parsedText(payload: unknown): unknown {
	if (typeof payload !== 'string' || payload === '') return null;
	try {
		return JSON.parse(payload) as unknown;
	} catch {
		return payload;
	}
}
