/** Reading the project's own pages, as far as their tests need it: not all of Markdown, but all that the pages use. */

/** A fenced block. */
export interface CodeBlock {
	/** First word after the fence; empty when there is none. */
	readonly language: string;
	readonly text: string;
	/** The last line of text before the block, by which a page says what the block is. */
	readonly announcement: string;
}

export interface Heading {
	readonly level: number;
	readonly text: string;
	/** The anchor that GitHub and npm give it. */
	readonly slug: string;
}

export interface Table {
	readonly columns: number;
	readonly rows: number;
}

export interface Link {
	readonly kind: 'link' | 'image';
	/** What is shown for it: the words of a link, the alternative text of an image. */
	readonly text: string;
	readonly target: string;
}

const FENCE = /^```(\S*)/;

/** The fenced blocks of a page, in order. */
export function codeBlocks(page: string): readonly CodeBlock[] {
	const blocks: CodeBlock[] = [];
	let open: { language: string; announcement: string; lines: string[] } | null = null;
	let lastText = '';
	for (const line of page.split('\n')) {
		const fence = FENCE.exec(line);
		if (open !== null && fence === null) open.lines.push(line);
		else if (open !== null) {
			const { language, announcement, lines } = open;
			blocks.push({ language, announcement, text: `${lines.join('\n')}\n` });
			open = null;
		} else if (fence !== null) {
			open = { language: fence[1] ?? '', announcement: lastText, lines: [] };
		} else if (line.trim() !== '') lastText = line;
	}
	return blocks;
}

/** The lines of a page outside of fenced blocks. */
export function prose(page: string): readonly string[] {
	let isCode = false;
	return page.split('\n').filter((line) => {
		const isFence = FENCE.test(line);
		if (isFence) isCode = !isCode;
		return !isFence && !isCode;
	});
}

/** The headings of a page, in order. */
export function headings(page: string): readonly Heading[] {
	const seen = new Map<string, number>();
	return prose(page).flatMap((line) => {
		const [, marks, text] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
		if (marks === undefined || text === undefined) return [];
		const plain = slugOf(text);
		const earlier = seen.get(plain) ?? 0;
		seen.set(plain, earlier + 1);
		return [{ level: marks.length, text, slug: earlier === 0 ? plain : `${plain}-${earlier}` }];
	});
}

/** Where a link into a page can lead: its headings, and the anchors set by hand (`<a id="…">`). */
export function anchors(page: string): readonly string[] {
	const set = [
		...prose(page)
			.join('\n')
			.matchAll(/<a id="([^"]+)">/g),
	];
	return [...headings(page).map(({ slug }) => slug), ...set.map(([, id = '']) => id)];
}

/** As GitHub does it: lower case, letters, digits, `-` and `_` only, spaces as `-`. */
function slugOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
		.replace(/ /g, '-');
}

/** The tables of a page, in order; the head counts as a row. */
export function tables(page: string): readonly Table[] {
	const found: Table[] = [];
	let rows = 0;
	let columns = 0;
	for (const line of [...prose(page), '']) {
		if (line.startsWith('|')) {
			// The line under the head is no row.
			if (rows !== 1 || !/^[|\s:-]+$/.test(line)) rows += 1;
			columns = cellsIn(line);
		} else if (rows > 0) {
			found.push({ columns, rows });
			rows = 0;
		}
	}
	return found;
}

/** The first cells of each table of a page, without the heads. */
export function firstColumns(page: string): readonly (readonly string[])[] {
	const columns: string[][] = [];
	let before = '';
	for (const line of prose(page)) {
		const cell = line.split('|')[1]?.trim() ?? '';
		const isRow = line.startsWith('|') && before.startsWith('|') && !/^-+$/.test(cell);
		if (line.startsWith('|') && !before.startsWith('|')) columns.push([]);
		if (isRow) columns.at(-1)?.push(cell);
		before = line;
	}
	return columns;
}

function cellsIn(row: string): number {
	return row.replace(/\\\|/g, '').split('|').length - 2;
}

/** The links and images of a page, in order. */
export function links(page: string): readonly Link[] {
	const text = prose(page)
		.join('\n')
		.replace(/`[^`\n]*`/g, (code) => '`'.repeat(code.length));
	const images = [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map((match) => ({
		at: match.index,
		link: { kind: 'image' as const, text: match[1] ?? '', target: match[2] ?? '' },
	}));
	const withoutImages = text.replace(/!\[[^\]]*\]\([^)\s]+\)/g, (image) =>
		'i'.repeat(image.length),
	);
	const plain = [...withoutImages.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)].map((match) => ({
		at: match.index,
		link: { kind: 'link' as const, text: match[1] ?? '', target: match[2] ?? '' },
	}));
	return [...images, ...plain].sort((one, other) => one.at - other.at).map(({ link }) => link);
}
