import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageDirectoryLoader, resolveOutputSchemaPath } from 'n8n-core';

import type { Provider } from '../nodes/WhatsAppMarkRead/providers/provider.ts';

/** The package as n8n finds it: package.json and the built dist here, or the unpacked tarball in `npm run verify`. */
const root = process.env.PACKAGE_FOLDER ?? process.cwd();

const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	readonly name: string;
	readonly version: string;
	readonly scripts: Readonly<Record<string, string>>;
};

const { PROVIDERS } = jest.requireActual<{ PROVIDERS: readonly Provider[] }>(
	join(root, 'dist/nodes/WhatsAppMarkRead/providers/index.js'),
);
const CREDENTIAL_TYPES = PROVIDERS.map(({ credentialType }) => credentialType);

/** Name of an icon's file, light and dark, where n8n looks for it. */
function iconsOf(iconUrl: unknown): readonly string[] {
	return Object.values(iconUrl as { light: string; dark: string }).map((url) =>
		url.replace(`icons/${packageJson.name}/`, ''),
	);
}

describe("The built package, loaded by n8n's own loader,", () => {
	const loader = new PackageDirectoryLoader(root);
	beforeAll(async () => await loader.loadAll());

	it('has one node, which can run, fill its list of accounts, and use the credential of every provider', () => {
		const { type } = loader.getNode('whatsAppMarkRead');

		expect(loader.types.nodes.map(({ displayName }) => displayName)).toEqual([
			'WhatsApp Mark Read',
		]);
		expect(type).toMatchObject({
			execute: expect.any(Function),
			methods: { listSearch: { searchAccounts: expect.any(Function) } },
			description: { credentials: CREDENTIAL_TYPES.map((name) => ({ name })) },
		});
	});

	it('has a credential type for each provider, linked to the node', () => {
		expect(loader.types.credentials.map(({ name }) => name)).toEqual(CREDENTIAL_TYPES);
		for (const name of CREDENTIAL_TYPES)
			expect(loader.getCredential(name).type.supportedNodes).toEqual(['whatsAppMarkRead']);
	});

	it('finds the light and the dark icon of the node and of each provider', () => {
		const { nodes, credentials } = loader.types;
		const found = [...nodes, ...credentials].map(({ iconUrl }) => iconsOf(iconUrl));
		const ids = ['whatsAppMarkRead', ...PROVIDERS.map(({ id }) => id)];

		expect(found).toEqual(ids.map((id) => [`dist/icons/${id}.svg`, `dist/icons/${id}.dark.svg`]));
		expect(found.flat().filter((file) => !existsSync(join(root, file)))).toEqual([]);
	});

	it('has the codex, by which the node is found in the search', () => {
		const [node] = loader.types.nodes;

		expect(node?.codex).toMatchObject({
			categories: ['Communication'],
			alias: expect.arrayContaining([
				'blue ticks',
				...PROVIDERS.map(({ displayName }) => displayName),
			]),
			resources: { primaryDocumentation: [{}], credentialDocumentation: [{}] },
		});
	});

	it.each(['markMessage', 'markChat', 'markChatUnread'])(
		'has an output schema of %s',
		(operation) => {
			const nodeDir = dirname(join(root, loader.known.nodes.whatsAppMarkRead?.sourcePath ?? ''));
			const schema = resolveOutputSchemaPath({ nodeDir, version: 1, operation });

			expect(existsSync(schema ?? '')).toBe(true);
		},
	);
});

describe('The package', () => {
	it("keeps n8n's strict rules, and needs nothing at run time but what n8n brings", () => {
		expect(packageJson).toMatchObject({
			name: 'n8n-nodes-whatsapp-mark-read',
			license: 'MIT',
			files: ['dist/nodes', 'dist/credentials', 'dist/icons', 'CHANGELOG.md'],
			n8n: { strict: true, n8nNodesApiVersion: 1 },
			peerDependencies: { 'n8n-workflow': '*' },
		});
		expect(packageJson).not.toHaveProperty('dependencies');
		expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
	});

	it('runs no script on the machine that installs it', () => {
		const forbidden = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];

		expect(forbidden.filter((script) => script in packageJson.scripts)).toEqual([]);
	});
});

it.each([
	[`v${packageJson.version}`, 0],
	['v0.0.1', 1],
])('A release tagged %s is checked against the version and the changelog', (tag, exitCode) => {
	const check = ['--import', 'tsx', 'tools/package/checkRelease.mts', tag];

	expect(spawnSync(process.execPath, check).status).toBe(exitCode);
});
