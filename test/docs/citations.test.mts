import { existsSync, readFileSync } from 'node:fs';

import { filesEndingIn, headings } from './pages.mts';

/** A citation may run on into the next line of a comment; quotes are escaped in JSON. */
const CITATION = /(docs\/providers\/[\w-]+\.md)(?:,(?:\s|\*|\/\/)+\\?"([^"\\]+)\\?")?/g;

/** Documents that are not in the repository. */
const UNREACHABLE = /\b(?:fact )?sheets?\b|\bseeds? 0\d\d\b/i;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** What of each file may cite: its comments; JSON has none, its `source` cites. */
const citing = filesEndingIn(/\.(ts|mts|js|mjs|cjs|json)$/).map((file) => {
	const text = readFileSync(file, 'utf8');
	return { file, text: file.endsWith('.json') ? text : (text.match(COMMENT) ?? []).join('\n') };
});

function leadsNowhere(page: string, heading: string | undefined): boolean {
	if (!existsSync(page)) return true;
	const found = headings(readFileSync(page, 'utf8'));
	return heading !== undefined && !found.some(({ text }) => text === heading);
}

describe('The comments of the code', () => {
	it('cite pages about the providers, and headings in them, that exist', () => {
		const citations = citing.flatMap(({ file, text }) =>
			[...text.matchAll(CITATION)].map(([, page = '', heading]) => ({ file, page, heading })),
		);

		expect(citations.filter(({ heading }) => heading !== undefined).length).toBeGreaterThan(30);
		expect(citations.filter(({ page, heading }) => leadsNowhere(page, heading))).toEqual([]);
	});

	it('cite no document that is not here', () => {
		const comments = citing.filter(({ file }) => !file.endsWith('.json'));

		expect(comments.filter(({ text }) => UNREACHABLE.test(text))).toEqual([]);
	});
});
