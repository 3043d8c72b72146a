import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Outside } from '../pipeline/deliver/outside';
import type { Authentication } from './transport';
import { sendRequest } from './transport';

/** The world outside of the pipeline: n8n's network, clock and cancellation. */
export function outsideOf(
	context: IExecuteFunctions,
	authentication: Authentication,
	timeout: number,
): Outside {
	const cancelled = cancellation(context.getExecutionCancelSignal());
	return {
		send: async (request) => await sendRequest(context, authentication, request, timeout),
		pause: async (milliseconds) => await Promise.race([sleep(milliseconds), cancelled]),
		cancelled,
		isCancelled: () => context.getExecutionCancelSignal()?.aborted === true,
		now: () => Date.now(),
		random: () => Math.random(),
	};
}

async function cancellation(signal: AbortSignal | undefined): Promise<void> {
	await new Promise<void>((resolve) => {
		if (signal?.aborted === true) resolve();
		signal?.addEventListener('abort', () => resolve(), { once: true });
	});
}
