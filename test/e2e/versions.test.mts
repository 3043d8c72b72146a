import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { n8nEnvironment } from '../../e2e/host/settings.mts';
import { HOST_VERSIONS, N8N_1, N8N_2 } from '../../e2e/host/versions.mts';
import { hostPaths, projectPaths } from '../../e2e/paths.mts';

const ROOT = join(__dirname, '..', '..');
const settings = { port: 5690, brokerPort: 5691, userFolder: '/scratch' };

interface Recipe {
	readonly dependencies: Readonly<Record<string, string>>;
}

describe.each(HOST_VERSIONS)('the recipe of n8n $version', (host) => {
	const { hostRecipe } = hostPaths(ROOT, host);
	const lock = readFileSync(join(hostRecipe, 'package-lock.json'), 'utf8');

	it('installs exactly that n8n', () => {
		const recipe = JSON.parse(readFileSync(join(hostRecipe, 'package.json'), 'utf8')) as Recipe;

		expect(recipe.dependencies).toEqual({ n8n: host.version });
		expect(lock).toContain(`"n8n": "${host.version}"`);
	});

	it('names no registry, so that everybody installs from their own', () => {
		expect(lock).not.toContain('"resolved"');
	});
});

describe('the versions of n8n', () => {
	it('live in folders of their own', () => {
		const one = hostPaths(ROOT, N8N_1).hostFolder;
		expect(hostPaths(ROOT, N8N_2).hostFolder).not.toBe(one);
	});

	it('are n8n 2 where nothing else is asked for', () => {
		const { hostFolder } = projectPaths(ROOT, { n8nPort: 5690, purpose: 'once' });
		expect(hostFolder).toBe(hostPaths(ROOT, N8N_2).hostFolder);
	});

	it('get only settings they know: n8n 1 ends at the name of a module it does not have', () => {
		expect(n8nEnvironment(settings, {})).toHaveProperty('N8N_DISABLED_MODULES');
		expect(n8nEnvironment(settings, {}, N8N_1)).not.toHaveProperty('N8N_DISABLED_MODULES');
	});
});
