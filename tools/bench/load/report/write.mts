import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { describeSurroundings } from '../../machine.mts';
import { judgeLoad } from '../promises.mts';
import { worstDelayMs, type LoadResult } from '../results.mts';
import { loadDocument } from './document.mts';
import { loadTables } from './tables.mts';

const DOCUMENT = 'docs/load.md';

/**
 * Writes the document.
 * @param root the project's folder
 * @param nodeBinary the Node.js that ran n8n
 * @returns what was written, relative to the root
 */
export async function writeLoadReport(
	root: string,
	result: LoadResult,
	nodeBinary: string,
): Promise<string> {
	const document = loadDocument({
		seconds: result.seconds,
		rate: result.rate,
		tables: loadTables(result),
		verdicts: judgeLoad(result),
		surroundings: await describeSurroundings(root, nodeBinary),
		worstDelayMs: worstDelayMs(result),
	});
	const file = join(root, DOCUMENT);
	await writeFile(file, await format(document, { ...(await resolveConfig(file)), filepath: file }));
	return DOCUMENT;
}
