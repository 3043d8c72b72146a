import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { hints } from '../../nodes/WhatsAppMarkRead/description/hints.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.ts';
import codex from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json' with { type: 'json' };
import { CREDENTIAL_TYPES } from '../../tools/credentialTypes.js';
import { filesEndingIn, firstColumns, headings, links } from './pages.mts';

const NODE = 'nodes/WhatsAppMarkRead';

const read = (page: string): string => readFileSync(page, 'utf8');

/** The whole code of the node, in which every message stands as it is shown. */
const code = filesEndingIn(/\.ts$/, NODE)
	.map((file) => read(file).replaceAll("\\'", "'"))
	.join('\n');

it.each(filesEndingIn(/\.md$/))('%s says of every picture what it shows', (page) => {
	const images = links(read(page)).filter(({ kind }) => kind === 'image');

	expect(images.filter(({ text }) => text.length < 15)).toEqual([]);
});

describe('What n8n shows of the documentation', () => {
	const repository = 'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read';
	const { primaryDocumentation, credentialDocumentation } = codex.resources;
	const addresses = [
		...[...CREDENTIAL_TYPES.values()].map(({ documentationUrl = '' }) => documentationUrl),
		...[...primaryDocumentation, ...credentialDocumentation].map(({ url }) => url),
		...hints(PROVIDERS).flatMap(({ message }) =>
			[...message.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url),
		),
	];

	it.each(addresses)('exists: %s', (address) => {
		// `#readme` is GitHub's own name for the whole README.
		const [file = '', anchor] = address
			.replace(`${repository}/blob/main/`, '')
			.replace(`${repository}#readme`, 'README.md')
			.replace(`${repository}#`, 'README.md#')
			.split('#');

		expect(existsSync(file)).toBe(true);
		const slugs = headings(read(file)).map(({ slug }) => slug);
		expect(anchor === undefined || slugs.includes(anchor)).toBe(true);
	});

	const version1 = read('test/fixtures/workflows/v1.json');

	it.each(PROVIDERS.filter(({ credentialType }) => version1.includes(`"${credentialType}"`)))(
		'has a place in the README for credentials of version 1.0.0: $displayName',
		({ displayName }) => {
			const [{ slug } = { slug: '' }] = headings(`# ${displayName}`);

			expect(read('README.md')).toContain(`<a id="${slug}">`);
		},
	);
});

describe.each(['README.md', 'docs/es/README.md'])('The gallery in %s', (page) => {
	const targets = links(read(page)).map(({ target }) => posix.join(posix.dirname(page), target));
	const examples = readdirSync('examples').filter((name) => name.endsWith('.json'));

	it.each(examples)('has the example %s, with a picture of it', (name) => {
		expect(targets).toContain(`examples/${name}`);
		expect(targets).toContain(`docs/images/example-${name.replace('.json', '.png')}`);
	});
});

describe.each(['docs/reference.md', 'docs/es/reference.md'])('%s', (page) => {
	const { properties } = new WhatsAppMarkRead().description;
	/** What is shown among the fields, but is none of ours to explain. */
	const noFields = ['callout', 'credentials', 'notice'];
	const fields = properties.filter(({ type }) => !noFields.includes(type));
	const options = properties.find(({ name }) => name === 'options')?.options as INodeProperties[];

	it('names every field and every option of the panel as n8n shows it', () => {
		const [parameters = [], optionNames = []] = firstColumns(read(page));
		const labels = (shown: readonly INodeProperties[]) => [
			...new Set(shown.map(({ displayName }) => displayName)),
		];

		expect([...parameters].sort()).toEqual(labels(fields).sort());
		expect([...optionNames].sort()).toEqual(labels(options).sort());
	});
});

describe.each(['docs/troubleshooting.md', 'docs/es/troubleshooting.md'])('%s', (page) => {
	const messages = PROVIDERS.flatMap(({ errors }) =>
		errors.map(({ message }) => message.replace('{provider}', '…')),
	);

	it('explains messages that the node really shows', () => {
		// A message of the tables, or one that the code puts together: `…` stands for what varies.
		const isSaid = (message: string) =>
			messages.includes(message) || message.split('…').every((part) => code.includes(part));
		const shown = firstColumns(read(page)).flat();

		expect(shown.length).toBeGreaterThan(40);
		expect(shown.filter((message) => !isSaid(message))).toEqual([]);
	});
});

describe('The page about how the node works', () => {
	const page = read('docs/architecture.md');

	it('names files and folders that exist', () => {
		const named = [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w.-]+\.m?ts)`/g)]
			.map((match) => match[1] ?? '')
			.filter((path) => !path.includes('<'));

		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((path) => !existsSync(path) && !existsSync(`${NODE}/${path}`))).toEqual([]);
	});

	it('names functions that exist, from the first to the last stage', () => {
		const webhooks = [...page.matchAll(/`(read\w+Webhook)`/g)].map(([, name = '']) => name);
		const stages =
			'readProvider readInputItem readItem readPayload conversationsOf planCalls deliver exchange reportReceipt toOutputItems';

		for (const name of [...webhooks, ...stages.split(' ')]) {
			expect(page).toContain(`\`${name}\``);
			expect(code).toContain(`function ${name}(`);
		}
	});
});
