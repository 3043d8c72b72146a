import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { codeBlocks, filesEndingIn, headings, links, tables, type Link } from './pages.mts';

const pairs = filesEndingIn(/\.md$/, 'docs/es').map((spanish) => ({
	spanish,
	english: englishOf(spanish),
}));

/** Pages under `docs/es` have the name of the page they translate; the README stands at the top level. */
function englishOf(page: string): string {
	return page.replace('docs/es/README.md', 'README.md').replace('docs/es/', 'docs/');
}

/** Where a link leads, whichever the language: to the page of the same name, and the heading at the same place. */
function languageless({ kind, target }: Link, page: string): string {
	if (/^[a-z]+:/i.test(target)) return target;
	const [path = '', anchor] = target.split('#');
	const file = path === '' ? page : posix.join(posix.dirname(page), path);
	const plain = `${kind} ${englishOf(file)}`;
	if (anchor === undefined) return plain;
	const place = headings(readFileSync(file, 'utf8')).findIndex(
		({ slug }) => slug === decodeURIComponent(anchor),
	);
	return `${plain}#heading ${place}`;
}

/** What must be the same in both languages. Of a provider's page only the part for users is translated. */
function outline(page: string) {
	const [text = ''] = readFileSync(page, 'utf8').split('\n## How sure we are\n');
	return {
		headings: headings(text).map(({ level }) => level),
		tables: tables(text).map((rows) => rows.map((cells) => cells.length)),
		code: codeBlocks(text).map((block) => block.text.replace(/^\s*(#|\/\/).*$/gm, '')),
		links: links(text).map((link) => languageless(link, page)),
	};
}

it.each(pairs)(
	'$spanish has the headings, tables, code and links of $english',
	({ english, spanish }) => {
		expect(outline(spanish)).toEqual(outline(english));
	},
);
