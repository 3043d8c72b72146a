import { execFile } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodePropertyOptions } from 'n8n-workflow';
import nock from 'nock';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { listFiles } from '../../tools/listFiles.js';
import { findContentFaults } from '../../tools/package/contents.js';
import { missingPlaces, unregistered } from '../providers/places.mts';

/** What a build needs of the project, what the tests of a provider need, and where a provider must be. */
const PARTS =
	'.github CHANGELOG.md LICENSE README.md credentials docs gulpfile.js icons nodes package.json test/credentials test/docs test/e2e/providers test/helpers test/nodes/WhatsAppMarkRead/providers test/providers tools tsconfig.json';

const CREDENTIAL = 'whatsAppMarkReadExampleGatewayApi';

const project = process.cwd();
const page = readFileSync('docs/adding-a-provider.md', 'utf8');
const example = 'test/docs/exampleGateway';
const changes = [...page.matchAll(/Change in `([^`]+)`:\n\n```diff\n([\s\S]+?)\n```/g)];
const changed = changes.map(([, path = '']) => path);

// Made at once, since the tests of every provider are run below as part of this file.
const copy = mkdtempSync(join(tmpdir(), 'adding-a-provider-'));
for (const part of PARTS.split(' ')) cpSync(part, join(copy, part), { recursive: true });
symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
cpSync(example, copy, { recursive: true, force: false, errorOnExist: true });
for (const [, path = '', diff = ''] of changes) {
	const before = textOf(copy, path);
	writeFileSync(join(copy, path), diff.split('\n@@\n').reduce(patched, before));
}

/** Lines of a change start with a space (as it is), `-` (goes) or `+` (comes). */
function patched(before: string, change: string): string {
	const side = (mark: string) =>
		change
			.split('\n')
			.filter((line) => [' ', mark].includes(line.charAt(0)))
			.map((line) => `${line.slice(1)}\n`)
			.join('');
	const parts = before.split(side('-'));
	if (parts.length !== 2) throw new TypeError(`This does not fit in one place:\n${change}`);
	return parts.join(side('+'));
}

function textOf(root: string, path: string): string {
	return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

async function runTool(tool: string, ...options: readonly string[]): Promise<void> {
	const script = join(project, 'node_modules', tool);
	await promisify(execFile)(process.execPath, [script, ...options], { cwd: copy }).catch(
		({ stdout, stderr }: { stdout: string; stderr: string }) => {
			throw new Error(`${tool} fails:\n${stdout}${stderr}`);
		},
	);
}

beforeAll(async () => {
	await runTool('gulp/bin/gulp.js', 'icons');
	await runTool('typescript/bin/tsc');
	cpSync(join(copy, 'icons'), join(copy, 'dist/icons'), { recursive: true });
	await runTool('tsx/dist/cli.mjs', 'tools/docs/write.mts');
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('The guide to adding a provider', () => {
	it('says how many files outside the folders of the provider it changes by hand', () => {
		expect(changed).toEqual(['nodes/WhatsAppMarkRead/providers/index.ts', 'package.json']);
		expect(page).toContain(`**${changed.length} files**`);
	});

	it('changes no others but those that a command writes', () => {
		const differing = listFiles(copy)
			.filter((path) => !/^(dist|node_modules)/.test(path))
			.filter((path) => textOf(copy, path) !== textOf(project, path));
		const written = [
			...['icons/exampleGateway.svg', 'icons/exampleGateway.dark.svg'],
			...['docs/errors.md', 'docs/providers/README.md', 'README.md', 'docs/es/README.md'],
			'.github/ISSUE_TEMPLATE/bug_report.yml',
		];

		expect(differing).toEqual([...listFiles(example), ...changed, ...written].sort());
	});

	it('puts the provider into every place where one must be', () => {
		const { exampleGateway } = jest.requireActual<{ exampleGateway: Provider }>(
			join(copy, 'nodes/WhatsAppMarkRead/providers/exampleGateway/index.ts'),
		);

		expect(missingPlaces(copy, exampleGateway)).toEqual([]);
		expect(unregistered(copy, [...PROVIDERS, exampleGateway])).toEqual([]);
	});

	it('makes a package that is complete and holds nothing else', () => {
		expect(findContentFaults(copy)).toEqual([]);
	});
});

it('In the package that is built then, the provider comes last and brings its credential', async () => {
	const loader = new PackageDirectoryLoader(copy);
	await loader.loadAll();
	const { type } = loader.getNode('whatsAppMarkRead');
	if ('nodeVersions' in type) throw new TypeError('The node has one version only');
	const { properties, credentials = [] } = type.description;
	const field = properties.find(({ name }) => name === 'provider');
	const shown = credentials.filter(({ displayOptions }) =>
		Object.values(displayOptions?.show ?? {})
			.flat()
			.includes('exampleGateway'),
	);

	expect((field?.options as INodePropertyOptions[]).at(-1)?.name).toBe('Example Gateway');
	expect(field?.default).toBe('cloudApi');
	expect(shown).toMatchObject([{ name: CREDENTIAL, required: true }]);
	expect(loader.getCredential(CREDENTIAL).type.displayName).toBe(
		'WhatsApp Mark Read: Example Gateway API',
	);
});

describe('The tests of every provider pass for it:', () => {
	const kinds = ['webhooks', 'requests', 'responses', 'errors', 'fields', 'connection', 'engine'];
	const shared = kinds.map((kind) => `test/providers/${kind}.test.mts`);
	const hostile = 'test/nodes/WhatsAppMarkRead/providers/provider.test.ts';

	const pages = 'test/docs/providerPages.test.mts';
	const credential = 'test/credentials/everyCredential.test.mts';

	for (const path of [...shared, hostile, pages, credential]) jest.requireActual(join(copy, path));
});

describe('Its stand-in is run by the sandbox:', () => {
	beforeAll(() => nock.enableNetConnect('127.0.0.1'));
	afterAll(() => nock.disableNetConnect());

	jest.requireActual(join(copy, 'test/credentials/againstSandbox.test.mts'));
});
