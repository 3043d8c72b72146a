import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { codeBlocks, headings, links, tables } from './markdown.mts';
import type { CodeBlock, Link } from './markdown.mts';

/** The pages that exist in both languages, by their English name. */
const TRANSLATED = [
	'README.md',
	'docs/installation.md',
	'docs/reference.md',
	'docs/troubleshooting.md',
];

function spanish(page: string): string {
	return page.replace(/\.md$/, '.es.md');
}

function read(page: string): string {
	return readFileSync(page, 'utf8');
}

/** Code without what a translator may change in it: the comments. */
function withoutComments({ language, text }: CodeBlock): string {
	return `${language}: ${text.replace(/^\s*(#|\/\/).*$/gm, '')}`;
}

/** Where links lead, whichever the language: to the page of the same name, and the heading at the same place. */
function targets(page: string): readonly string[] {
	return links(read(page)).map((link) => `${link.kind} ${languageless(link, page)}`);
}

function languageless({ target }: Link, page: string): string {
	const [path = '', anchor] = target.split('#');
	const plainPath = path.replace(/\.es\.md$/, '.md');
	if (anchor === undefined) return plainPath;
	if (path !== '' && !path.endsWith('.md')) return target;
	const file = path === '' ? page : join(dirname(page), path);
	const place = headings(read(file)).findIndex(({ slug }) => slug === decodeURIComponent(anchor));
	return `${plainPath}#heading ${place}`;
}

describe.each(TRANSLATED)('The Spanish version of %s', (page) => {
	const english = read(page);
	const translated = read(spanish(page));

	it('has the same headings, level by level', () => {
		const levels = (text: string) => headings(text).map(({ level }) => level);

		expect(levels(translated)).toEqual(levels(english));
	});

	it('has the same tables, with as many rows and columns', () => {
		expect(tables(translated)).toEqual(tables(english));
	});

	it('has the same code, comments aside', () => {
		const code = (text: string) => codeBlocks(text).map(withoutComments);

		expect(code(translated)).toEqual(code(english));
	});

	it('shows the same pictures and leads to the same places', () => {
		expect(targets(spanish(page))).toEqual(targets(page));
	});
});
