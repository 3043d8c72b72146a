import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { filesEndingIn } from './files.mts';
import { headings, links } from './markdown.mts';
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
	const isThere = headings(read(file)).some(({ slug }) => slug === decodeURIComponent(anchor));
	return isThere ? null : `${target}: ${file} has no such heading`;
}

/** Forms that GitHub puts into a text field have no title of their own. */
function isForm(page: string): boolean {
	return page.startsWith('.github/');
}

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

describe.each(pages.filter((page) => !isForm(page)))('The page %s', (page) => {
	it('opens with its one title, and skips no level of headings', () => {
		const levels = headings(read(page)).map(({ level }) => level);

		expect(levels.filter((level) => level === 1)).toEqual([1]);
		expect(levels[0]).toBe(1);
		expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
	});
});

describe('What n8n shows of the documentation', () => {
	const address =
		/github\.com\/n8n-nodes-whatsapp-mark-read\/n8n-nodes-whatsapp-mark-read#([\w-]+)/g;
	const sources = ['credentials', 'nodes']
		.flatMap((folder) =>
			readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
				join(folder, name),
			),
		)
		.filter((file) => /\.(ts|json)$/.test(file) && read(file).search(address) !== -1);

	it.each(sources)('leads from %s to a heading of the README', (source) => {
		const anchors = [...read(source).matchAll(address)].map(([, anchor]) => anchor);
		// GitHub's own anchor of the whole page.
		const slugs = ['readme', ...headings(read('README.md')).map(({ slug }) => slug)];

		expect(slugs).toEqual(expect.arrayContaining(anchors));
	});

	it('leads there from the node and from its hints', () => {
		expect(sources.length).toBeGreaterThan(1);
	});
});
