import { existsSync, readFileSync } from 'node:fs';

import { filesEndingIn, headings } from './pages.mts';

interface Citation {
	readonly file: string;
	readonly page: string;
	/** `null` when a whole page is cited. */
	readonly heading: string | null;
}

/** A citation may run on into the next line of a comment; quotes are escaped in JSON. */
const CITATION = /(docs\/providers\/[\w-]+\.md)(?:,(?:\s|\*|\/\/)+\\?"([^"\\]+)\\?")?/g;

/** Documents that are not in the repository. */
const UNREACHABLE = /\b(?:fact )?sheets?\b|\bseeds? 0\d\d\b/i;

const files = filesEndingIn(/\.(ts|mts|js|mjs|cjs|json)$/).map((file) => ({
	file,
	text: readFileSync(file, 'utf8'),
}));

const citations: readonly Citation[] = files.flatMap(({ file, text }) =>
	[...citingText(file, text).matchAll(CITATION)].map(([, page = '', heading]) => ({
		file,
		page,
		heading: heading ?? null,
	})),
);

function leadsNowhere({ page, heading }: Citation): boolean {
	if (!existsSync(page)) return true;
	const found = headings(readFileSync(page, 'utf8')).map(({ text }) => text);
	return heading !== null && !found.includes(heading);
}

/** JSON has no comments: its `source` cites. */
function citingText(file: string, text: string): string {
	return file.endsWith('.json') ? text : comments(text).join('\n');
}

function comments(text: string): readonly string[] {
	return text.match(/\/\*[\s\S]*?\*\/|\/\/.*$/gm) ?? [];
}

describe('The comments of the code', () => {
	it('cite pages about the providers, and headings in them, that exist', () => {
		expect(citations.filter(({ heading }) => heading !== null).length).toBeGreaterThan(30);
		expect(citations.filter(leadsNowhere)).toEqual([]);
	});

	it('cite no document that is not here', () => {
		const citing = files.filter(({ text }) => comments(text).some((one) => UNREACHABLE.test(one)));

		expect(citing.map(({ file }) => file)).toEqual([]);
	});
});
