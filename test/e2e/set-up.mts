import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { buildAndPack } from './n8n-with-node.mts';

/** The environment variable by which the tests know the packed node. */
export const PACKED_NODE = 'PACKED_NODE';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Builds and packs the node once for all tests of a run.
 * @returns what removes it again
 */
export default async function setUp(): Promise<() => Promise<void>> {
	const folder = join(ROOT, '.cache', `pack-e2e-${process.pid}`);
	process.env[PACKED_NODE] = await buildAndPack(ROOT, folder, new AbortController().signal);
	return async () => await rm(folder, { recursive: true, force: true });
}
