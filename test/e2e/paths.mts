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

/** Where an n8n's recipe lies and where it is installed; git ignores the installation. */
export function hostPaths(root: string, { folder }: HostVersion): HostPaths {
	return {
		hostRecipe: join(root, 'test', 'e2e', folder),
		hostFolder: join(root, '.cache', folder),
	};
}

/**
 * Where an n8n has its home.
 *
 * It lies under the host's node_modules because Node.js looks for `n8n-workflow` upwards from the
 * installed node: there it meets the host's own copy, as in every n8n, and not the development copy
 * of this project.
 * @param name tells it apart from others of the same host
 */
export function userFolderIn(hostFolder: string, name: string): string {
	return join(hostFolder, 'node_modules', '.cache', `n8n-user-folder-${name}`);
}

/** Where everything of one run lives; git ignores all of it. */
export function projectPaths(
	root: string,
	{ n8nPort, purpose, host = N8N_2 }: RunIdentity,
): ProjectPaths {
	const paths = hostPaths(root, host);
	return {
		...paths,
		userFolder: userFolderIn(paths.hostFolder, String(n8nPort)),
		packFolder: join(root, '.cache', `pack-${n8nPort}`),
		logFile: join(root, '.cache', purpose === 'stay' ? 'n8n.log' : `n8n-${purpose}.log`),
	};
}
