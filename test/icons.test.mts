import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ICONS, MASTERS, checkIcons } from '../tools/icons/check.js';

const project = process.cwd();
const icon = `${ICONS}/whatsAppMarkRead.svg`;
let copy: string;

/** Puts a file into a copy of the project's icons and masters. */
function write(path: string, text: string): void {
	mkdirSync(dirname(join(copy, path)), { recursive: true });
	writeFileSync(join(copy, path), text);
}

/** Adds something inside the icon in the copy. */
function addToIcon(svg: string): void {
	write(icon, readFileSync(join(copy, icon), 'utf8').replace('</svg>', `${svg}</svg>`));
}

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'icons-'));
	for (const folder of [ICONS, MASTERS])
		cpSync(join(project, folder), join(copy, folder), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

describe('the icons of this package', () => {
	it('are what their masters draw, safe, and all there', () => {
		expect(checkIcons(project)).toEqual([]);
	});
});

describe('the icon check', () => {
	it('names an icon that was changed by hand', () => {
		addToIcon('<path d="M0 0h1v1z"/>');
		expect(checkIcons(copy)).toEqual([
			"icons/whatsAppMarkRead.svg differs from its master: run 'npm run generate'",
		]);
	});

	it('names an icon that was never drawn', () => {
		rmSync(join(copy, 'icons/whatsAppMarkRead.dark.svg'));
		expect(checkIcons(copy)).toEqual([
			"icons/whatsAppMarkRead.dark.svg is missing: run 'npm run generate'",
		]);
	});

	it('names an icon without a master', () => {
		write('icons/other.svg', readFileSync(join(copy, icon), 'utf8'));
		expect(checkIcons(copy)).toEqual([`icons/other.svg has no master in ${MASTERS}`]);
	});

	it('accepts icons checked out with Windows line ends', () => {
		write(icon, readFileSync(join(copy, icon), 'utf8').replaceAll('\n', '\r\n'));
		expect(checkIcons(copy)).toEqual([]);
	});

	it('refuses a dark icon that equals the light one', () => {
		write('icons/whatsAppMarkRead.dark.svg', readFileSync(join(copy, icon), 'utf8'));
		expect(checkIcons(copy)).toContain('icons/whatsAppMarkRead.dark.svg equals its light icon');
	});

	it.each([
		['a script', '<script>1</script>', 'contains <script>'],
		['an embedded image', '<image href="data:image/png;base64,AA=="/>', 'contains <image>'],
		['a style sheet', '<style>@import "a.css"</style>', 'contains <style>'],
		['an event handler', '<path onclick="x()" d="M0 0h1"/>', 'has an event handler (onclick)'],
		[
			'an external link',
			'<path href="https://example.com/a.svg"/>',
			'refers to something outside (href)',
		],
		[
			'an external paint',
			'<path fill="url(https://example.com/a)"/>',
			'refers to something outside (fill)',
		],
		['an unpainted colour', '<path fill="var(--tick)"/>', 'has an unpainted colour (fill)'],
		['a broken tag', '<path', 'is not valid SVG'],
		['too many bytes', `<path d="M0 0${'h1'.repeat(2048)}"/>`, 'at most 4096 are allowed'],
	])('refuses %s in an icon', (_what, svg, fault) => {
		addToIcon(svg);
		expect(checkIcons(copy)).toContainEqual(expect.stringContaining(fault));
	});

	it('refuses a viewBox that is not square', () => {
		write(icon, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"/>');
		expect(checkIcons(copy)).toContain(
			"icons/whatsAppMarkRead.svg needs a square viewBox from 0 0, has '0 0 60 40'",
		);
	});

	it('names a master that asks for a colour the palette lacks', () => {
		write(
			`${MASTERS}/whatsAppMarkRead.svg`,
			'<svg viewBox="0 0 60 60"><path fill="var(--pink)"/></svg>',
		);
		expect(() => checkIcons(copy)).toThrow(
			"Master whatsAppMarkRead: no colour 'pink' in the light palette",
		);
	});

	it('names an icon the code asks for and does not get', () => {
		write(
			'nodes/Some/Some.node.ts',
			"icon = { light: 'file:../../icons/whatsAppMarkRead.svg', dark: 'file:../../icons/none.svg' };",
		);
		write('credentials/Some.credentials.ts', "icon = 'file:../icons/WhatsAppMarkRead.svg';");
		expect(checkIcons(copy)).toEqual([
			'nodes/Some/Some.node.ts names icons/none.svg, which does not exist',
			'credentials/Some.credentials.ts names icons/WhatsAppMarkRead.svg, which does not exist',
		]);
	});
});
