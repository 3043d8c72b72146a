import { setTimeout as wait } from 'node:timers/promises';

import type { RunningN8n } from '../../../../test/e2e/host/server.mts';

const SECONDS_TO_ANSWER = 30;
const MS_BETWEEN_LOOKS = 100;
const MB = 2 ** 20;

/** Memory of n8n's process right after its garbage was collected, in MB (2^20 bytes). */
export interface MemoryInUse {
	/** Objects that are still referred to. */
	readonly heapMb: number;
	/** Resident set: also what the process keeps in store, and code. */
	readonly residentMb: number;
}

/**
 * Has n8n collect its garbage, and reads what is left.
 * @param n8n started with collectOnSignal.cjs
 * @throws Error when it does not answer
 */
export async function memoryInUse(n8n: RunningN8n): Promise<MemoryInUse> {
	const before = reports(n8n.output()).length;
	process.kill(n8n.pid, 'SIGUSR2');
	const giveUpAt = Date.now() + SECONDS_TO_ANSWER * 1000;
	for (;;) {
		const report = reports(n8n.output())[before];
		if (report !== undefined) return report;
		if (Date.now() > giveUpAt) throw new Error('n8n does not tell its memory');
		await wait(MS_BETWEEN_LOOKS);
	}
}

/** Every report in what n8n has printed, oldest first. */
export function reports(output: string): readonly MemoryInUse[] {
	return [...output.matchAll(/^MEMORY-IN-USE (\{.*\})$/gm)].map(([, json = '']) => {
		const { heapUsed, rss } = JSON.parse(json) as { heapUsed: number; rss: number };
		return { heapMb: heapUsed / MB, residentMb: rss / MB };
	});
}
