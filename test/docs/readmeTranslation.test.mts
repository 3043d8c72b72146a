import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { filesEndingIn } from './files.mts';
import { codeBlocks, headings, links, tables } from './markdown.mts';
import type { CodeBlock, Link } from './markdown.mts';

const pairs = filesEndingIn(/\.md$/, 'docs/es').map((spanish) => ({
	spanish,
	english: englishOf(spanish),
}));

/** Pages under `docs/es` have the name of the page they translate; the README stands at the top level. */
function englishOf(page: string): string {
	return page.replace('docs/es/README.md', 'README.md').replace('docs/es/', 'docs/');
}

/** What is translated of a page: of a provider's page only the part for users. */
function read(page: string): string {
	const [translated = ''] = readFileSync(page, 'utf8').split('\n## How sure we are\n');
	return translated;
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
	if (/^[a-z]+:/i.test(target)) return target;
	const [path = '', anchor] = target.split('#');
	const file = path === '' ? page : join(dirname(page), path).replaceAll('\\', '/');
	const plain = englishOf(file);
	if (anchor === undefined) return plain;
	const place = headings(readFileSync(file, 'utf8')).findIndex(
		({ slug }) => slug === decodeURIComponent(anchor),
	);
	return `${plain}#heading ${place}`;
}

describe.each(pairs)('$spanish, like $english,', ({ english, spanish }) => {
	it('has the same headings, level by level', () => {
		const levels = (page: string) => headings(read(page)).map(({ level }) => level);

		expect(levels(spanish)).toEqual(levels(english));
	});

	it('has the same tables, with as many rows and columns', () => {
		expect(tables(read(spanish))).toEqual(tables(read(english)));
	});

	it('has the same code, comments aside', () => {
		const code = (page: string) => codeBlocks(read(page)).map(withoutComments);

		expect(code(spanish)).toEqual(code(english));
	});

	it('shows the same pictures and leads to the same places', () => {
		expect(targets(spanish)).toEqual(targets(english));
	});
});
