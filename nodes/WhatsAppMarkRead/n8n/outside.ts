import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Outside } from '../pipeline/deliver';
import type { Authentication } from './transport';
import { sendRequest } from './transport';

/** The world outside of the pipeline: n8n's network, clock and cancellation. */
export function outsideOf(
	context: IExecuteFunctions,
	authentication: Authentication,
	timeout: number,
): Outside {
	const signal = context.getExecutionCancelSignal();
	return {
		send: async (request) => await sendRequest(context, authentication, request, timeout),
		pause: async (milliseconds) => await pause(milliseconds, signal),
		isCancelled: () => signal?.aborted === true,
		now: () => Date.now(),
		random: () => Math.random(),
	};
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	if (signal === undefined) return await sleep(milliseconds);
	if (signal.aborted) return;
	let stop = () => {};
	const cancelled = new Promise<void>((resolve) => {
		stop = resolve;
		signal.addEventListener('abort', stop, { once: true });
	});
	await Promise.race([sleep(milliseconds), cancelled]);
	signal.removeEventListener('abort', stop);
}
