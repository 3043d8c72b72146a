import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifyDist } from '../tools/package/verify.js';

let root: string;

function write(path: string, text = ''): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'dist-'));
	const n8n = {
		nodes: ['dist/nodes/A/A.node.js'],
		credentials: ['dist/credentials/A.credentials.js'],
	};
	write('package.json', JSON.stringify({ n8n }));
	write('dist/package.json', '{}');
	write('dist/nodes/A/A.node.js', "icon = 'file:../../icons/a.svg';");
	write('dist/nodes/A/A.node.json', '{}');
	write('dist/nodes/A/__schema__/v1.0.0.json', '{}');
	write('dist/credentials/A.credentials.js', "icon = 'file:../icons/a.svg';");
	write('dist/icons/a.svg');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the check of the built package', () => {
	it('accepts nodes, credentials, codex, schemas and icons', () => {
		expect(verifyDist(root)).toEqual({ removed: [], faults: [] });
	});

	it.each([
		'nodes/A/A.node.ts',
		'nodes/A/A.node.js.map',
		'nodes/A/A.node.d.ts',
		'nodes/A/secrets.json',
		'icons/masters/a.svg',
		'icons/a.png',
		'credentials/notes.txt',
		'elsewhere/a.js',
		'index.js',
	])('refuses %s', (file) => {
		write(`dist/${file}`);
		expect(verifyDist(root).faults).toEqual([`dist/${file} must not be published`]);
	});

	it.each(['nodes/A/A.test.js', 'nodes/A/test/helper.js'])('refuses the test file %s', (file) => {
		write(`dist/${file}`);
		expect(verifyDist(root).faults).toEqual([`dist/${file} is a test file`]);
	});

	it('removes images and schemas copied from unpublished folders, and says so', () => {
		write('dist/tools/icons/masters/a.svg');
		write('dist/docs/a.png');
		write('dist/docs/b.png');
		write('dist/tsconfig.tsbuildinfo');
		expect(verifyDist(root)).toEqual({
			removed: ['dist/docs (2 files)', 'dist/tools (1 file)', 'dist/tsconfig.tsbuildinfo (1 file)'],
			faults: [],
		});
		expect(existsSync(join(root, 'dist/docs'))).toBe(false);
	});

	it('names a node or credential that package.json lists and the build lacks', () => {
		rmSync(join(root, 'dist/credentials/A.credentials.js'));
		expect(verifyDist(root).faults).toEqual([
			'package.json lists dist/credentials/A.credentials.js, which was not built',
		]);
	});

	it('names an icon the built code asks for and does not get', () => {
		rmSync(join(root, 'dist/icons/a.svg'));
		expect(verifyDist(root).faults).toEqual([
			'dist/nodes/A/A.node.js names icons/a.svg, which does not exist',
			'dist/credentials/A.credentials.js names icons/a.svg, which does not exist',
		]);
	});

	it('says when nothing was built', () => {
		rmSync(join(root, 'dist'), { recursive: true });
		expect(verifyDist(root).faults).toContain("dist is empty: run 'npm run build'");
	});
});
