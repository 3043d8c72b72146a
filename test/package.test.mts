import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

import type { Provider } from '../nodes/WhatsAppMarkRead/providers/provider.ts';

/** The package as n8n finds it after an installation: package.json and the built dist. */
const root = process.cwd();

interface PackageJson {
	readonly name: string;
	readonly license: string;
	readonly files: readonly string[];
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies: Readonly<Record<string, string>>;
	readonly scripts: Readonly<Record<string, string>>;
	readonly n8n: {
		readonly n8nNodesApiVersion: number;
		readonly strict: boolean;
		readonly nodes: readonly string[];
		readonly credentials: readonly string[];
	};
}

const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;

const { PROVIDERS } = jest.requireActual<{ PROVIDERS: readonly Provider[] }>(
	join(root, 'dist/nodes/WhatsAppMarkRead/providers/index.js'),
);
const CREDENTIAL_TYPES = PROVIDERS.map(({ credentialType }) => credentialType);

let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
});

function nodeDescription() {
	const { type } = loader.getNode('whatsAppMarkRead');
	if ('nodeVersions' in type) throw new TypeError('The node has one version only');
	return type.description;
}

/** `icons/<package>/<path in the package>`, as n8n serves it. */
function filesOf(iconUrl: unknown): string[] {
	const { light, dark } = iconUrl as { light: string; dark: string };
	return [light, dark].map((url) => url.replace(`icons/${packageJson.name}/`, ''));
}

describe("The built package, loaded by n8n's own loader,", () => {
	it('has one node', () => {
		expect(loader.types.nodes.map(({ name, displayName }) => [name, displayName])).toEqual([
			['whatsAppMarkRead', 'WhatsApp Mark Read'],
		]);
	});

	it('has a credential type for each provider', () => {
		expect(loader.types.credentials.map(({ name }) => name)).toEqual(CREDENTIAL_TYPES);
	});

	it.each(CREDENTIAL_TYPES)('links the credential %s to the node', (name) => {
		expect(loader.getCredential(name).type.supportedNodes).toEqual(['whatsAppMarkRead']);
	});

	it('offers the credential of every provider in the node', () => {
		expect(nodeDescription().credentials?.map(({ name }) => name)).toEqual(CREDENTIAL_TYPES);
	});

	it('finds the light and the dark icon of the node', () => {
		const files = filesOf(nodeDescription().iconUrl);

		expect(files).toEqual([
			'dist/icons/whatsAppMarkRead.svg',
			'dist/icons/whatsAppMarkRead.dark.svg',
		]);
		files.forEach((file) => expect(existsSync(join(root, file))).toBe(true));
	});

	it.each(PROVIDERS)('finds the light and the dark icon of $credentialType', (provider) => {
		const files = filesOf(loader.getCredential(provider.credentialType).type.iconUrl);

		expect(files).toEqual([`dist/icons/${provider.id}.svg`, `dist/icons/${provider.id}.dark.svg`]);
		files.forEach((file) => expect(existsSync(join(root, file))).toBe(true));
	});

	it('has the codex, by which the node is found in the search', () => {
		const { codex } = nodeDescription();

		expect(codex?.categories).toEqual(['Communication']);
		expect(codex?.alias).toEqual(
			expect.arrayContaining(['blue ticks', ...PROVIDERS.map(({ displayName }) => displayName)]),
		);
		expect(codex?.resources?.primaryDocumentation).toHaveLength(1);
		expect(codex?.resources?.credentialDocumentation).toHaveLength(1);
	});

	it('can run, and can fill its list of phone numbers', () => {
		const { type } = loader.getNode('whatsAppMarkRead');

		expect(type).toHaveProperty('execute', expect.any(Function));
		expect(type).toHaveProperty('methods.listSearch.searchAccounts', expect.any(Function));
	});
});

describe('The package', () => {
	it('needs nothing at run time but what n8n brings', () => {
		expect(packageJson.dependencies ?? {}).toEqual({});
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('publishes what was built, the changelog, and what npm always adds', () => {
		expect(packageJson.files).toEqual([
			'dist/nodes',
			'dist/credentials',
			'dist/icons',
			'CHANGELOG.md',
		]);
	});

	it("keeps n8n's strict rules, under a name by which n8n finds it", () => {
		expect(packageJson.name).toBe('n8n-nodes-whatsapp-mark-read');
		expect(packageJson.n8n.strict).toBe(true);
		expect(packageJson.n8n.n8nNodesApiVersion).toBe(1);
		expect(packageJson.license).toBe('MIT');
	});

	it('runs no script on the machine that installs it', () => {
		const forbidden = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];

		expect(forbidden.filter((script) => script in packageJson.scripts)).toEqual([]);
	});
});
