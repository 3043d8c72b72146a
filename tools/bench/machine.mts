import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../../test/e2e/host/command.mts';

/** Where and with what was measured. Nothing in it names a host or a folder. */
export interface Surroundings {
	readonly processor: string;
	readonly cores: number;
	readonly memoryGb: number;
	readonly system: string;
	readonly n8nVersion: string;
	/** The Node.js that ran n8n. */
	readonly nodeVersion: string;
	readonly packageVersion: string;
	/** As in 2026-01-31. */
	readonly date: string;
}

/**
 * Looks around.
 * @param root the project's folder
 * @param nodeBinary the Node.js that runs n8n
 */
export async function describeSurroundings(
	root: string,
	nodeBinary: string,
): Promise<Surroundings> {
	const host = (await readJson(join(root, 'test', 'e2e', 'n8n-host', 'package.json'))) as {
		dependencies: { n8n: string };
	};
	const own = (await readJson(join(root, 'package.json'))) as { version: string };
	const node = await runCommand(nodeBinary, ['--version'], { cwd: root });
	return {
		processor: cpus()[0]?.model.trim() ?? 'unknown processor',
		cores: availableParallelism(),
		memoryGb: Math.round(totalmem() / 2 ** 30),
		system: `${type()} ${release().split('-')[0] ?? ''}`.trim(),
		n8nVersion: host.dependencies.n8n,
		nodeVersion: node.stdout.trim().replace(/^v/, ''),
		packageVersion: own.version,
		date: new Date().toISOString().slice(0, 10),
	};
}

async function readJson(file: string): Promise<unknown> {
	return JSON.parse(await readFile(file, 'utf8')) as unknown;
}
