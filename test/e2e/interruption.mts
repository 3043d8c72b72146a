const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const MS_BETWEEN_LOOKS = 500;

export interface Interruption {
	/** Aborted by Ctrl-C or a request to end. */
	readonly signal: AbortSignal;
	/** Settles when that happens. */
	readonly happened: Promise<void>;
}

/**
 * Turns Ctrl-C and requests to end into an orderly stop. The end of the process that started this
 * one counts as a request: npm passes a SIGTERM on to its shell only.
 */
export function listenForInterruption(): Interruption {
	const controller = new AbortController();
	const happened = new Promise<void>((resolve) => {
		const interrupt = (): void => {
			controller.abort();
			resolve();
		};
		for (const name of SIGNALS) process.on(name, interrupt);
		const parent = process.ppid;
		setInterval(() => {
			if (process.ppid !== parent) interrupt();
		}, MS_BETWEEN_LOOKS).unref();
	});
	return { signal: controller.signal, happened };
}
