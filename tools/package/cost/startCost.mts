import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { alternate, type Alternated } from '../../bench/alternate.mts';
import { sampleMemory } from '../../bench/memory.mts';
import { median } from '../../bench/statistics.mts';
import { chooseNode } from '../../../test/e2e/host/node-runtime.mts';
import { reservePort } from '../../../test/e2e/host/port.mts';
import { provideHost } from '../../../test/e2e/host/install.mts';
import { startN8n } from '../../../test/e2e/host/server.mts';
import { n8nEnvironment } from '../../../test/e2e/host/settings.mts';
import { installIntoN8n } from '../../../test/e2e/package.mts';
import { PACKAGE_NAME, projectPaths } from '../../../test/e2e/paths.mts';
import type { Undo } from '../../../test/e2e/undo.mts';
import type { CheckResult, PackedPackage } from '../check.mts';

/** n8n goes on loading for a moment after it has said that it is ready. */
const MS_TO_SETTLE = 5000;

type Side = 'with' | 'without';

/** One start of n8n. */
export interface N8nStartCost {
	/** From its start until its editor and webhooks answer, milliseconds. */
	readonly ms: number;
	/** Resident set size a few seconds later, MB (2^20 bytes); null where the system does not tell. */
	readonly residentMb: number | null;
}

/**
 * Starts n8n with and without the package, in turns, and compares the medians. The first start of
 * each, in which n8n sets up its database, does not count.
 * @param starts counted starts of each
 * @param undo receives what removes the two homes of n8n
 * @throws StartFailure when n8n cannot be provided or started
 */
export async function measureStartCost(
	packed: PackedPackage,
	starts: number,
	undo: Undo,
	signal: AbortSignal,
	tell: (news: string) => void,
): Promise<CheckResult> {
	const homes = {
		with: await prepareHome(packed, 'with', undo, signal),
		without: await prepareHome(packed, 'without', undo, signal),
	};
	const rounds = { runs: starts, warmUp: 'withWarmUp' } as const;
	const results = await alternate<Side, N8nStartCost>(['without', 'with'], rounds, async (side) => {
		signal.throwIfAborted();
		const cost = await homes[side]();
		tell(`${side} the package: ${cost.ms.toFixed(0)} ms, ${describeMemory(cost.residentMb)}`);
		return cost;
	});
	return compareStarts(results);
}

/** Puts the medians beside each other. It is a measurement: no number of it is a fault. */
export function compareStarts(results: ReadonlyArray<Alternated<Side, N8nStartCost>>): CheckResult {
	const [without, withPackage] = (['without', 'with'] as const).map((wanted) => {
		const samples = results.find(({ side }) => side === wanted)?.samples ?? [];
		const memories = samples.flatMap(({ residentMb }) => residentMb ?? []);
		return {
			starts: samples.length,
			ms: median(samples.map(({ ms }) => ms)),
			residentMb: memories.length === 0 ? null : median(memories),
		};
	});
	if (without === undefined || withPackage === undefined) throw new RangeError('A side is missing');
	return {
		subject: "n8n's start, without → with the package",
		seen: `${seconds(without.ms)} → ${seconds(withPackage.ms)}, ${describeMemory(without.residentMb)} → ${describeMemory(withPackage.residentMb)} (median of ${without.starts})`,
		faults: [],
	};
}

/** @returns what starts n8n once in this home, and stops it again */
async function prepareHome(
	{ root, tarball }: PackedPackage,
	side: Side,
	undo: Undo,
	signal: AbortSignal,
): Promise<() => Promise<N8nStartCost>> {
	const port = await reservePort(0, { name: 'n8n', option: '--port' });
	const paths = projectPaths(root, { n8nPort: port, purpose: 'load' });
	const { hostFolder, userFolder, logFile } = paths;
	await provideHost(paths, 'keep', signal);
	await rm(userFolder, { recursive: true, force: true });
	undo.add(async () => await rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	if (side === 'with') await installIntoN8n(tarball, PACKAGE_NAME, userFolder, signal);

	return async () => {
		const brokerPort = await reservePort(0, { name: "n8n's task runner", option: '--port' });
		const startedAt = performance.now();
		const n8n = await startN8n({
			nodeBinary: chooseNode(hostFolder),
			hostFolder,
			environment: n8nEnvironment({ port, brokerPort, userFolder }, process.env),
			logFile,
			url: `http://127.0.0.1:${port}`,
			signal,
		});
		const ms = performance.now() - startedAt;
		try {
			await wait(MS_TO_SETTLE, undefined, { signal });
			const { memory } = await sampleMemory(n8n.pid, async () => {});
			return { ms, residentMb: memory?.before ?? null };
		} finally {
			await n8n.stop();
		}
	};
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}

function describeMemory(residentMb: number | null): string {
	return residentMb === null ? 'memory unknown' : `${residentMb.toFixed(0)} MB`;
}
