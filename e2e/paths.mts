import { join } from 'node:path';

export const PACKAGE_NAME = 'n8n-nodes-whatsapp-mark-read';

export interface ProjectPaths {
	/** What to install: the package that brings n8n and the Node.js it runs on, with its lock. */
	readonly hostRecipe: string;
	/** Where it is installed. Not beside the recipe: the build copies every image it finds there. */
	readonly hostFolder: string;
	/** n8n's home: its database, its settings and the installed community node. */
	readonly userFolder: string;
	readonly packFolder: string;
	readonly logFile: string;
}

/** What tells two runs at the same time apart. */
export interface RunIdentity {
	readonly n8nPort: number;
	readonly purpose: Purpose;
}

/** Staying up for somebody to look at, running through once, or one of the runs that check or measure. */
export type Purpose = 'stay' | 'once' | 'bench' | 'ui' | 'examples' | 'matrix' | 'load';

/**
 * Where everything of one run lives; git ignores all of it.
 *
 * n8n's home lies under the host's node_modules because Node.js looks for `n8n-workflow` upwards
 * from the installed node: there it meets the host's own copy, as in every n8n, and not the
 * development copy of this project.
 */
export function projectPaths(root: string, { n8nPort, purpose }: RunIdentity): ProjectPaths {
	const hostFolder = join(root, '.cache', 'n8n-host');
	return {
		hostRecipe: join(root, 'e2e', 'n8n-host'),
		hostFolder,
		userFolder: join(hostFolder, 'node_modules', '.cache', `n8n-user-folder-${n8nPort}`),
		packFolder: join(root, '.cache', `pack-${n8nPort}`),
		logFile: join(root, '.cache', purpose === 'stay' ? 'n8n.log' : `n8n-${purpose}.log`),
	};
}
