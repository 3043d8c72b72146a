import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StartFailure } from './failure.mts';
import { lastLines, runCommand, runNpm, type CommandResult } from './host/command.mts';

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

/** What n8n leaves out of a community package's package.json. */
const DEVELOPMENT_ONLY = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * Builds the package with its own build script.
 * @throws StartFailure with the end of the build's output.
 */
export async function buildPackage(root: string, signal: AbortSignal): Promise<void> {
	requireSuccess(await runNpm(['run', 'build'], { cwd: root, signal }), 'built');
}

/**
 * Packs the built package as it would be published.
 * @returns the path of the tarball
 * @throws StartFailure with the end of npm's output.
 */
export async function packPackage(
	root: string,
	packFolder: string,
	signal: AbortSignal,
): Promise<string> {
	await rm(packFolder, { recursive: true, force: true });
	await mkdir(packFolder, { recursive: true });
	const options = ['--json', '--ignore-scripts', '--pack-destination', packFolder];
	const result = await runNpm(['pack', ...options], { cwd: root, signal });
	requireSuccess(result, 'packed');
	const [packed] = JSON.parse(result.stdout) as ReadonlyArray<{ readonly filename: string }>;
	return join(packFolder, packed?.filename ?? '');
}

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
	const cwd = join(nodesFolder, 'node_modules', packageName);
	await mkdir(cwd, { recursive: true });
	const unpack = ['-xzf', tarball, '-C', cwd, '--strip-components=1'];
	requireSuccess(await runCommand('tar', unpack, { cwd, signal }), 'unpacked');

	const packageFile = join(cwd, 'package.json');
	const packageJson = JSON.parse(await readFile(packageFile, 'utf8')) as PackageJson;
	const kept = Object.entries(packageJson).filter(([key]) => !DEVELOPMENT_ONLY.includes(key));
	await writeJson(packageFile, Object.fromEntries(kept));
	requireSuccess(await runNpm(INSTALL_LIKE_N8N, { cwd, signal }), 'installed into n8n');

	await writeJson(join(nodesFolder, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [packageName]: packageJson.version },
	});
}

async function writeJson(file: string, content: object): Promise<void> {
	await writeFile(file, JSON.stringify(content, null, 2));
}

function requireSuccess({ exitCode, output }: CommandResult, done: string): void {
	if (exitCode === 0) return;
	throw new StartFailure(`The package could not be ${done}.`, lastLines(output, 25));
}
