import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from '../failure.mts';
import { lastLines, runCommand, runNpm } from '../host/command.mts';

type PackageJson = Readonly<Record<string, unknown>> & { readonly version: string };

/** The options n8n itself installs a community package with (`CommunityPackagesService`). */
const INSTALL_LIKE_N8N = [
	'install',
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

/**
 * Installs a packed community node into n8n's home, step by step as n8n does when somebody types a
 * package name on its Community Nodes screen: unpack, leave out what the package needs only for
 * its development, install the rest, write the package into the ledger.
 * @throws StartFailure with the end of the failed program's output.
 */
export async function installIntoN8n(
	tarball: string,
	packageName: string,
	userFolder: string,
	signal: AbortSignal,
): Promise<void> {
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const packageFolder = join(nodesFolder, 'node_modules', packageName);
	await mkdir(packageFolder, { recursive: true });

	const unpacked = await runCommand(
		'tar',
		['-xzf', tarball, '-C', packageFolder, '--strip-components=1'],
		{ cwd: nodesFolder, signal },
	);
	if (unpacked.exitCode !== 0) throw notInstalled(unpacked.output);

	const packageFile = join(packageFolder, 'package.json');
	const packageJson = JSON.parse(await readFile(packageFile, 'utf8')) as PackageJson;
	await writeJson(packageFile, withoutDevelopment(packageJson));

	const installed = await runNpm(INSTALL_LIKE_N8N, { cwd: packageFolder, signal });
	if (installed.exitCode !== 0) throw notInstalled(installed.output);

	await writeJson(join(nodesFolder, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [packageName]: packageJson.version },
	});
}

/** What n8n keeps of a community package's package.json. */
export function withoutDevelopment(packageJson: PackageJson): PackageJson {
	const developmentOnly = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
	const kept = Object.entries(packageJson).filter(([key]) => !developmentOnly.includes(key));
	return { ...Object.fromEntries(kept), version: packageJson.version };
}

async function writeJson(file: string, content: object): Promise<void> {
	await writeFile(file, JSON.stringify(content, null, 2));
}

function notInstalled(output: string): StartFailure {
	return new StartFailure(
		'The packed node could not be installed into n8n.',
		lastLines(output, 15),
	);
}
