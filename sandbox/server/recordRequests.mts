import type { FastifyInstance } from 'fastify';
import { maskSecrets, maskText, maskTexts } from '../memory/secretMask.mts';
import type { SandboxMemory } from '../memory/SandboxMemory.mts';
import type { ProviderId } from '../providers/providerId.mts';
import type { PostedBody } from './postedBody.mts';
import { providerCall } from './providerCall.mts';

/** Remembers every call of a provider's scope with its answer, before the answer leaves. */
export function recordRequests(
	api: FastifyInstance,
	provider: ProviderId,
	memory: SandboxMemory,
): void {
	api.addHook('onSend', async (request, reply, payload) => {
		const call = providerCall(request);
		memory.noteRequest({
			provider,
			method: call.method,
			path: maskText(call.path),
			query: maskTexts(call.query),
			headers: maskTexts(call.headers),
			body: maskSecrets(plainBody(call.body)),
			status: reply.statusCode,
			answer: maskSecrets(plainAnswer(payload)),
			at: new Date().toISOString(),
		});
		return payload;
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

function plainAnswer(payload: unknown): unknown {
	if (typeof payload !== 'string' || payload === '') return null;
	try {
		return JSON.parse(payload) as unknown;
	} catch {
		return payload;
	}
}
