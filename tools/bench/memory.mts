import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MS_BETWEEN_SAMPLES = 50;

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
			return readResidentKb(readFileSync(`/proc/${pid}/status`, 'utf8')) / 1024;
		}
		if (process.platform === 'win32') return null;
		return (
			Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
		);
	} catch {
		return null;
	}
}

/** Reads `VmRSS` out of Linux' `/proc/<pid>/status`. @throws Error when it is not there */
export function readResidentKb(status: string): number {
	const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
	if (kilobytes === undefined) throw new Error('The status names no VmRSS');
	return Number(kilobytes);
}
