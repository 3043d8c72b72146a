import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodePropertyOptions, INodeType } from 'n8n-workflow';
import nock from 'nock';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { checkIcons } from '../../tools/icons/check.js';
import { listFiles } from '../../tools/listFiles.js';
import { verifyDist } from '../../tools/package/verify.js';
import { useFakeNetwork } from '../helpers/fakeNetwork.ts';
import { runNode } from '../helpers/runNode.ts';
import { webhookItem } from '../helpers/webhookItem.ts';
import { missingPlaces, unregistered } from '../providers/places.mts';
import { build, copyProject, writePages } from './copy.mts';
import { applyStep, stepsOf, tableOf } from './guide.mts';
import { without } from './leftOut.mts';

const project = process.cwd();
const page = readFileSync(join(project, 'docs/adding-a-provider.md'), 'utf8');
const example = join(project, 'test/docs/exampleGateway');
const steps = stepsOf(page);
const own = listFiles(example);

// Made at once, since the tests of every provider are run below as part of this file.
const copy = mkdtempSync(join(tmpdir(), 'adding-a-provider-'));
copyProject(project, copy);
cpSync(example, copy, { recursive: true, force: false, errorOnExist: true });
steps.forEach((step) => applyStep(copy, step));

const CREDENTIAL = 'whatsAppMarkReadExampleGatewayApi';

const REGISTRY = 'nodes/WhatsAppMarkRead/providers/index.ts';

const CHANGED = [...new Set(steps.map(({ path }) => path))].filter((path) => path !== '');

const ICONS = ['icons/exampleGateway.svg', 'icons/exampleGateway.dark.svg'];

const WRITTEN = [
	'docs/errors.md',
	'docs/fields.md',
	'README.md',
	'docs/es/README.md',
	'.github/ISSUE_TEMPLATE/bug_report.yml',
];

/** Every place of the example: its code, stand-in and webhooks as a whole, everything else file by file. */
const PLACES = [
	...CHANGED,
	...new Set(
		own.map((path) => /^((nodes|sandbox|e2e).*|.*\/webhooks)(?=\/)/.exec(path)?.[0] ?? path),
	),
	...ICONS,
	...WRITTEN,
];

let loader: PackageDirectoryLoader;
let node: INodeType;

useFakeNetwork();

beforeAll(async () => {
	await build(project, copy);
	await writePages(project, copy);
	loader = new PackageDirectoryLoader(copy);
	await loader.loadAll();
	const { type } = loader.getNode('whatsAppMarkRead');
	if ('nodeVersions' in type) throw new TypeError('The node has one version only');
	node = type;
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the test of all places says first of the copy as it is. */
function firstFailure(): string | undefined {
	const { exampleGateway } = jest.requireActual<{ exampleGateway: Provider }>(
		join(copy, 'nodes/WhatsAppMarkRead/providers/exampleGateway/index.ts'),
	);
	const isRegistered = textOf(copy, REGISTRY).includes(exampleGateway.id);
	return [
		...(isRegistered ? missingPlaces(copy, exampleGateway) : []),
		...unregistered(copy, isRegistered ? [...PROVIDERS, exampleGateway] : PROVIDERS),
	][0];
}

function textOf(root: string, path: string): string {
	return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

describe('The guide to adding a provider', () => {
	it('says how many files outside the folders of the provider it changes by hand', () => {
		expect(page).toContain(`**${CHANGED.length} files**`);
		expect(CHANGED).toEqual(['nodes/WhatsAppMarkRead/providers/index.ts', 'package.json']);
	});

	it('changes no others but those that a command writes', () => {
		const differing = listFiles(copy)
			.filter((path) => !/^(dist|node_modules)/.test(path))
			.filter((path) => textOf(copy, path) !== textOf(project, path));

		expect(differing).toEqual([...own, ...ICONS, ...CHANGED, ...WRITTEN].sort());
	});

	it('shows what fails when a place is left out', () => {
		const failures = PLACES.map((path) => [path, without(path, project, copy, firstFailure)]);

		expect(tableOf(page, 'Left out')).toEqual(failures);
		expect(firstFailure()).toBeUndefined();
	});

	it('draws an icon that obeys the rules of icons', () => {
		expect(checkIcons(copy)).toEqual([]);
	});

	it('makes a package that is complete and holds nothing else', () => {
		expect(verifyDist(copy)).toEqual({ removed: [], faults: [] });
	});
});

describe('In the package that is built then, the provider', () => {
	it('is offered last in the dropdown, so that the default stays', () => {
		const field = node.description.properties.find(({ name }) => name === 'provider');
		const names = (field?.options as INodePropertyOptions[]).map(({ name }) => name);

		expect(names.at(-1)).toBe('Example Gateway');
		expect(field?.default).toBe('cloudApi');
	});

	it('brings its credential, for itself alone', () => {
		const shown = (node.description.credentials ?? []).filter(({ displayOptions }) =>
			Object.values(displayOptions?.show ?? {})
				.flat()
				.includes('exampleGateway'),
		);

		expect(shown).toMatchObject([{ name: CREDENTIAL, required: true }]);
		expect(loader.getCredential(CREDENTIAL).type.displayName).toBe(
			'WhatsApp Mark Read: Example Gateway API',
		);
	});

	it('has its webhook read, its request sent and its response reported', async () => {
		const { type } = loader.getCredential(CREDENTIAL);
		const message = { id: 'EG.1a2b3c4d', chat: '5511999999999@s.whatsapp.net' };
		nock('https://gateway.example.com', { reqheaders: { authorization: 'Bearer dummy-key' } })
			.post('/v1/lines/support/read', { message_id: 'EG.1a2b3c4d' })
			.reply(200, { ok: true, request: 'req_1' });

		const { output } = await runNode({
			node,
			parameters: { provider: 'exampleGateway' },
			credentials: {
				[CREDENTIAL]: {
					type,
					data: { apiKey: 'dummy-key', line: 'sales', baseUrl: 'https://gateway.example.com/' },
				},
			},
			items: [webhookItem({ type: 'message.received', line: 'support', message })],
		});

		expect(output[0]?.[0]?.json).toMatchObject({
			success: true,
			provider: 'exampleGateway',
			account: 'support',
			chatId: '5511999999999@s.whatsapp.net',
			messageIds: ['EG.1a2b3c4d'],
			requestId: 'req_1',
		});
	});
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
