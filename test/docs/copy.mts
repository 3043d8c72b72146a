import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a build needs of the project, what the tests of a provider need, and where a provider must be. */
const PARTS = [
	'.github',
	'README.md',
	'credentials',
	'docs',
	'test/e2e/providers',
	'gulpfile.js',
	'icons',
	'nodes',
	'package.json',
	'test/credentials',
	'test/docs/markdown.mts',
	'test/docs/providerPages.test.mts',
	'test/helpers',
	'test/nodes/WhatsAppMarkRead/providers',
	'test/providers',
	'tools',
	'tsconfig.json',
];

/** Copies what a provider touches into an empty folder; the libraries stay where they are. */
export function copyProject(project: string, copy: string): void {
	for (const part of PARTS) cpSync(join(project, part), join(copy, part), { recursive: true });
	symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
}

/**
 * Draws the icons, type-checks the copy as strictly as the project, and builds it, as `npm run build` does.
 *
 * @throws Error with what the tool says
 */
export async function build(project: string, copy: string): Promise<void> {
	await runTool(project, 'gulp/bin/gulp.js', ['--cwd', copy, 'icons']);
	await runTool(project, 'typescript/bin/tsc', ['-p', copy]);
	cpSync(join(copy, 'icons'), join(copy, 'dist/icons'), { recursive: true });
}

/** Writes what is made from the registry, as `npm run generate` does. */
export async function writePages(project: string, copy: string): Promise<void> {
	await runTool(project, 'tsx/dist/cli.mjs', ['tools/docs/write.mts'], copy);
}

async function runTool(project: string, tool: string, options: readonly string[], cwd = project) {
	const script = join(project, 'node_modules', tool);
	await promisify(execFile)(process.execPath, [script, ...options], { cwd }).catch(
		({ stdout, stderr }: { stdout: string; stderr: string }) => {
			throw new Error(`${tool} fails:\n${stdout}${stderr}`);
		},
	);
}
