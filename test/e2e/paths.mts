import { join } from 'node:path';

import { N8N_2, type HostVersion } from './host/versions.mts';

export const PACKAGE_NAME = 'n8n-nodes-whatsapp-mark-read';

/** Where an n8n comes from. */
export interface HostPaths {
	/** What to install: the package that brings n8n and the Node.js it runs on, with its lock. */
	readonly hostRecipe: string;
	/** Where it is installed. Not beside the recipe: the build copies every image it finds there. */
	readonly hostFolder: string;
}

export interface ProjectPaths extends HostPaths {
	/** n8n's home: its database, its settings and the installed community node. */
	readonly userFolder: string;
	readonly packFolder: string;
	readonly logFile: string;
}

/** What tells two runs at the same time apart. */
export interface RunIdentity {
	readonly n8nPort: number;
	/** Names the log file. `stay`: n8n's home stays for somebody to look at. */
	readonly purpose: string;
	readonly host?: HostVersion;
}

/**
 * Where everything of one run lives; git ignores all of it.
 *
 * n8n's home lies under the host's node_modules because Node.js looks for `n8n-workflow` upwards from
 * the installed node: there it meets the host's own copy, as in every n8n, and not the development
 * copy of this project.
 * @param root the project's folder
 */
export function projectPaths(
	root: string,
	{ n8nPort, purpose, host: { folder } = N8N_2 }: RunIdentity,
): ProjectPaths {
	const cache = join(root, '.cache');
	const hostFolder = join(cache, folder);
	return {
		hostRecipe: join(root, 'test', 'e2e', folder),
		hostFolder,
		userFolder: join(hostFolder, 'node_modules', '.cache', `n8n-user-folder-${n8nPort}`),
		packFolder: join(cache, `pack-${n8nPort}`),
		logFile: join(cache, purpose === 'stay' ? 'n8n.log' : `n8n-${purpose}.log`),
	};
}
