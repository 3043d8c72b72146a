import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { hints } from '../../nodes/WhatsAppMarkRead/description/hints.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import codex from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json' with { type: 'json' };
import { CREDENTIAL_TYPES } from '../../tools/credentialTypes.js';
import { filesEndingIn } from './files.mts';
import { anchors, headings, links } from './markdown.mts';
import type { Link } from './markdown.mts';

const project = process.cwd();

const pages = filesEndingIn(/\.md$/);

function read(page: string): string {
	return readFileSync(join(project, page), 'utf8');
}

function isOutside({ target }: Link): boolean {
	return /^[a-z]+:/i.test(target);
}

/** Why a link leads nowhere; `null` when it leads somewhere. */
function faultOf(page: string, { target }: Link): string | null {
	const [path = '', anchor] = target.split('#');
	const file = path === '' ? page : join(dirname(page), decodeURIComponent(path));
	if (!existsSync(join(project, file))) return `${target}: there is no ${file}`;
	if (anchor === undefined || !file.endsWith('.md')) return null;
	const isThere = anchors(read(file)).includes(decodeURIComponent(anchor));
	return isThere ? null : `${target}: ${file} has no such heading`;
}

/** GitHub puts it into a text field, without a title. */
const FORM = '.github/pull_request_template.md';

describe.each(pages)('The page %s', (page) => {
	const inside = links(read(page)).filter((link) => !isOutside(link));

	it('leads to files and headings that exist', () => {
		const faults = inside.map((link) => faultOf(page, link)).filter((fault) => fault !== null);

		expect(faults).toEqual([]);
	});

	it('says of every picture what it shows', () => {
		const images = links(read(page)).filter(({ kind }) => kind === 'image');

		expect(images.filter(({ text }) => text.length < 15)).toEqual([]);
	});
});

describe.each(pages.filter((page) => page !== FORM))('The page %s', (page) => {
	it('opens with its one title, and skips no level of headings', () => {
		const levels = headings(read(page)).map(({ level }) => level);

		expect(levels.filter((level) => level === 1)).toEqual([1]);
		expect(levels[0]).toBe(1);
		expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
	});
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

	/** The same place in this folder. `#readme` is GitHub's own name for the whole README. */
	function target(address: string): string {
		return address
			.replace(`${repository}/blob/main/`, '')
			.replace(`${repository}#readme`, 'README.md')
			.replace(`${repository}#`, 'README.md#');
	}

	it.each(addresses)('exists: %s', (address) => {
		expect(address.startsWith(repository)).toBe(true);
		expect(faultOf('README.md', { kind: 'link', text: '', target: target(address) })).toBeNull();
	});

	const providersOfVersion1 = readdirSync('test/fixtures/workflows/v1').map(
		(name) => name.split('-')[0],
	);
	const headingsOfVersion1 = PROVIDERS.filter(({ id }) => providersOfVersion1.includes(id))
		.flatMap(({ displayName }) => headings(`# ${displayName}`))
		.map(({ slug }) => slug);

	it.each(headingsOfVersion1)('exists for credentials of version 1.0.0: README.md#%s', (anchor) => {
		expect(anchors(read('README.md'))).toContain(anchor);
	});
});
