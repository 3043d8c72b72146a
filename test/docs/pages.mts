import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, walkTokens, type MarkedToken } from 'marked';

export interface Heading {
	readonly level: number;
	readonly text: string;
	/** The anchor that GitHub and npm give it. */
	readonly slug: string;
}

export interface Link {
	readonly kind: 'link' | 'image';
	/** What is shown for it: the words of a link, the alternative text of an image. */
	readonly text: string;
	readonly target: string;
}

/** What is not ours, or not kept; the example of the guide stands elsewhere in its copy of the project. */
const LEFT_OUT = new Set(['.cache', '.git', 'coverage', 'dist', 'exampleGateway', 'node_modules']);

/** Every file of the project whose name ends so, from its folder, with `/`. */
export function filesEndingIn(ending: RegExp, folder = '.'): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name).replaceAll('\\', '/');
		if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesEndingIn(ending, path);
		return ending.test(entry.name) ? [path] : [];
	});
}

/** The headings of a page, in order. */
export function headings(page: string): readonly Heading[] {
	return tokensOf(page).flatMap((token) =>
		token.type === 'heading'
			? [{ level: token.depth, text: token.text, slug: slugOf(token.text) }]
			: [],
	);
}

/** The fenced blocks of a page, in order, each with its language. */
export function codeBlocks(page: string): ReadonlyArray<{ language: string; text: string }> {
	return tokensOf(page).flatMap((token) =>
		token.type === 'code' ? [{ language: token.lang ?? '', text: token.text }] : [],
	);
}

/** The tables of a page, in order: rows of cells, the head first. */
export function tables(page: string): ReadonlyArray<ReadonlyArray<readonly string[]>> {
	return tokensOf(page).flatMap((token) =>
		token.type === 'table'
			? [[token.header, ...token.rows].map((row) => row.map(({ text }) => text))]
			: [],
	);
}

/** The first cells of each table of a page, without the heads. */
export function firstColumns(page: string): ReadonlyArray<readonly string[]> {
	return tables(page).map(([, ...rows]) => rows.map(([cell = '']) => cell));
}

/** The links and images of a page, in order. */
export function links(page: string): readonly Link[] {
	return tokensOf(page).flatMap((token) =>
		token.type === 'link' || token.type === 'image'
			? [{ kind: token.type, text: token.text, target: token.href }]
			: [],
	);
}

function tokensOf(page: string): readonly MarkedToken[] {
	const tokens: MarkedToken[] = [];
	walkTokens(lexer(page), (token) => {
		tokens.push(token as MarkedToken);
	});
	return tokens;
}

/** As GitHub does it: lower case, letters, digits, `-` and `_` only, spaces as `-`. */
function slugOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
		.replace(/ /g, '-');
}
