/** What a worker's log says about the executions it ran. */
export interface WorkerLog {
	readonly started: ReadonlySet<string>;
	readonly finished: ReadonlySet<string>;
}

/** Reads the executions out of what a worker has printed. */
export function readWorkerLog(output: string): WorkerLog {
	return { started: executions(output, 'started'), finished: executions(output, 'finished') };
}

/** Executions a worker has begun and not brought to an end. */
export function underWay({ started, finished }: WorkerLog): string[] {
	return [...started].filter((execution) => !finished.has(execution));
}

function executions(output: string, verb: 'started' | 'finished'): Set<string> {
	const lines = output.matchAll(new RegExp(`Worker ${verb} execution (\\S+)`, 'g'));
	return new Set([...lines].map(([, execution]) => execution ?? ''));
}
