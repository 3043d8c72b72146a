import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findContentFaults } from '../tools/package/contents.js';

const COMPLETE = {
	'package.json': JSON.stringify({
		name: 'a',
		version: '1.0.0',
		files: ['dist', 'CHANGELOG.md', '.env'],
		n8n: { nodes: ['dist/nodes/A/A.node.js'], credentials: ['dist/credentials/A.credentials.js'] },
	}),
	'README.md': '',
	LICENSE: '',
	'CHANGELOG.md': '',
	'dist/nodes/A/A.node.js': "icon = 'file:../../icons/a.svg';",
	'dist/nodes/A/A.node.json': '{}',
	'dist/nodes/A/__schema__/v1.0.0.json': '{}',
	'dist/credentials/A.credentials.js': "icon = 'file:../icons/a.svg';",
	'dist/icons/a.svg': '',
};

let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'contents-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return findContentFaults(root);
}

describe('What would be published', () => {
	it('may be nodes, credentials, codex, schemas, icons and the papers of the package', () => {
		expect(faultsOf(COMPLETE)).toEqual([]);
	});

	it('may be nothing else, and not much', () => {
		const others = [
			'.env',
			'dist/credentials/notes.txt',
			'dist/docs/a.png',
			'dist/icons/masters/a.svg',
			'dist/index.js',
			'dist/nodes/A/A.node.d.ts',
			'dist/nodes/A/A.test.js',
			'dist/nodes/A/secrets.json',
			'dist/nodes/A/test/helper.js',
		];
		const large = Array.from({ length: 40_000 }, (_, index) => Math.sin(index)).join();

		const faults = faultsOf({
			...COMPLETE,
			...Object.fromEntries(others.map((path) => [path, ''])),
			'dist/nodes/A/large.js': large,
		});

		expect(faults.slice(0, -1).sort()).toEqual(
			others.map((path) => `${path} must not be published`).sort(),
		);
		expect(faults.at(-1)).toMatch(/^\d+ bytes are more than 100000$/);
	});

	it('may lack no paper, no listed credential and no icon', () => {
		const {
			LICENSE: _licence,
			'dist/icons/a.svg': _icon,
			'dist/credentials/A.credentials.js': _credential,
			...others
		} = COMPLETE;

		expect(faultsOf(others)).toEqual([
			'LICENSE is missing',
			'dist/credentials/A.credentials.js is missing',
			'dist/nodes/A/A.node.js names icons/a.svg, which does not exist',
		]);
	});
});
