import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Outside } from '../pipeline/deliver/outside';
import { sendRequest, type Authentication } from './transport';

/** The world outside of the pipeline: n8n's network, clock and cancellation. */
export function outsideOf(
	context: IExecuteFunctions,
	authentication: Authentication,
	timeout: number,
): Outside {
	const cancelSignal = context.getExecutionCancelSignal();
	const cancelled = cancellation(cancelSignal);
	return {
		send: async (request, atMost = timeout) =>
			await sendRequest(context, authentication, request, Math.min(timeout, atMost)),
		pause: async (milliseconds) => {
			// The signal stops the timer too, which would keep the process alive; older versions of n8n ignore it.
			const time = sleep(milliseconds, cancelSignal).catch(() => {});
			await Promise.race([time, cancelled]);
		},
		cancelled,
		isCancelled: () => cancelSignal?.aborted === true,
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
