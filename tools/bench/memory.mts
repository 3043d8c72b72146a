import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import type { RunningN8n } from '../../test/e2e/host/server.mts';

const MS_BETWEEN_SAMPLES = 50;
const SECONDS_TO_TELL = 30;
const MB = 2 ** 20;

/** Memory of a process while something ran, in MB (2^20 bytes) of resident set size. */
export interface MemoryUse {
	readonly before: number;
	readonly peak: number;
}

/**
 * Samples the resident set size of a process while the work runs, 20 times a second. On a system
 * that tells nothing about another process the use is null.
 */
export async function sampleMemory<Result>(
	pid: number,
	work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly memory: MemoryUse | null }> {
	const before = residentMb(pid);
	let peak = before;
	const sampling = setInterval(() => {
		peak = Math.max(peak ?? 0, residentMb(pid) ?? 0);
	}, MS_BETWEEN_SAMPLES);
	try {
		const result = await work();
		const after = residentMb(pid);
		const memory =
			before === null || peak === null ? null : { before, peak: Math.max(peak, after ?? 0) };
		return { result, memory };
	} finally {
		clearInterval(sampling);
	}
}

function residentMb(pid: number): number | null {
	try {
		if (process.platform === 'linux') {
			const status = readFileSync(`/proc/${pid}/status`, 'utf8');
			const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
			return kilobytes === undefined ? null : Number(kilobytes) / 1024;
		}
		if (process.platform === 'win32') return null;
		return (
			Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
		);
	} catch {
		return null;
	}
}

/** Memory of n8n's process right after its garbage was collected, in MB. */
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
	const told = () => [...n8n.output().matchAll(/^MEMORY-IN-USE (\{.*\})$/gm)];
	const before = told().length;
	process.kill(n8n.pid, 'SIGUSR2');
	const giveUpAt = Date.now() + SECONDS_TO_TELL * 1000;
	for (;;) {
		const [, json] = told()[before] ?? [];
		if (json !== undefined) {
			const { heapUsed, rss } = JSON.parse(json) as { heapUsed: number; rss: number };
			return { heapMb: heapUsed / MB, residentMb: rss / MB };
		}
		if (Date.now() > giveUpAt) throw new Error('n8n does not tell its memory');
		await wait(100);
	}
}
