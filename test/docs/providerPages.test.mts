import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { firstColumns, headings } from './pages.mts';

/** What comes under a heading, up to the next heading of any level. */
function chapter(page: string, heading: string): string {
	const [, text = ''] = page.split(`\n## ${heading}\n`);
	return text.split(/^#/m)[0] ?? '';
}

function read(name: string): string {
	return readFileSync(join(__dirname, `../../docs/providers/${name}.md`), 'utf8');
}

const [required] = firstColumns(chapter(read('README'), 'What a page contains'));
const [rows] = firstColumns(chapter(read('cloudApi'), 'What it supports'));

describe.each(PROVIDERS)('The page of $displayName', ({ id, displayName }) => {
	const page = read(id);

	it('has the headings that docs/providers/README.md lists, in the same order', () => {
		expect(required?.length).toBeGreaterThan(10);
		expect(headings(page).map(({ text }) => text)).toEqual([displayName, ...(required ?? [])]);
	});

	it('says of the same things whether they are supported', () => {
		expect(rows?.length).toBeGreaterThan(5);
		expect(firstColumns(chapter(page, 'What it supports'))).toEqual([rows]);
	});
});
