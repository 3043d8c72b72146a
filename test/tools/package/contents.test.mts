import { findContentFaults } from '../../../tools/package/contents.mts';

const COMPLETE = [
	'README.md',
	'LICENSE',
	'CHANGELOG.md',
	'package.json',
	'dist/icons/whatsAppMarkRead.svg',
	'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.js',
	'dist/nodes/WhatsAppMarkRead/WhatsAppMarkRead.node.json',
].map((path) => ({ path }));

describe('A tarball', () => {
	it('may hold the built package and its papers', () => {
		expect(findContentFaults({ size: 80_000, files: COMPLETE })).toEqual([]);
	});

	it.each([
		'test/run.js',
		'dist/package.json',
		'dist/nodes/X/X.node.ts',
		'.env',
		'docs/picture.png',
		'README.es.md',
	])('may not hold %s', (path) => {
		const files = [...COMPLETE, { path }];

		expect(findContentFaults({ size: 80_000, files })).toEqual([`${path} must not be published`]);
	});

	it('may not lack its licence', () => {
		const files = COMPLETE.filter(({ path }) => path !== 'LICENSE');

		expect(findContentFaults({ size: 80_000, files })).toEqual(['LICENSE is missing']);
	});

	it('may not be larger than 100 kB', () => {
		expect(findContentFaults({ size: 100_001, files: COMPLETE })).toEqual([
			'100001 bytes are more than 100000',
		]);
	});
});
