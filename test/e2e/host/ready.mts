import { step } from '../progress.mts';
import type { ProjectPaths } from '../paths.mts';
import {
	askRegistry,
	buildSqlite,
	downloadHost,
	followRecipe,
	isHostInstalled,
	removeHost,
} from './install.mts';
import { N8N_2, type HostVersion } from './versions.mts';

/**
 * Makes sure that n8n is installed as locked; an installation that fits is used again.
 * @throws StartFailure naming why n8n could not be installed.
 */
export async function provideHost(
	{ hostRecipe, hostFolder }: Pick<ProjectPaths, 'hostRecipe' | 'hostFolder'>,
	wish: 'keep' | 'renew',
	signal: AbortSignal,
	host: HostVersion = N8N_2,
): Promise<void> {
	if (wish === 'renew') {
		await step('Removing the installed n8n', async () => await removeHost(hostFolder));
	}
	await followRecipe(hostRecipe, hostFolder);
	if (await isHostInstalled(hostFolder)) return;
	await step('Asking the npm registry for n8n', async () => await askRegistry(hostFolder, signal));
	await step(
		`Installing n8n ${host.version} (first start only: about 2 minutes and ${host.size})`,
		async () => await downloadHost(hostFolder, signal),
	);
	await step(
		"Building n8n's SQLite driver (first start only: about a minute)",
		async () => await buildSqlite(hostFolder, signal),
	);
}
