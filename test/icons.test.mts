import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ICONS, MASTERS, checkIcons } from '../tools/icons/check.js';

const project = process.cwd();
const icon = `${ICONS}/whatsAppMarkRead.svg`;
const drawing = readFileSync(icon, 'utf8');
let copy: string;

/** Puts a file into a copy of the project's icons and masters. */
function write(path: string, text: string): void {
	mkdirSync(dirname(join(copy, path)), { recursive: true });
	writeFileSync(join(copy, path), text);
}

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'icons-'));
	for (const folder of [ICONS, MASTERS])
		cpSync(join(project, folder), join(copy, folder), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

it('The icons of this package are what their masters draw, safe, and all there', () => {
	expect(checkIcons(project)).toEqual([]);
});

describe('The icon check', () => {
	it('names icons that are not what their masters draw, whatever the line ends', () => {
		write(icon, drawing.replaceAll('\n', '\r\n'));
		write('icons/kirim.svg', drawing);
		write('icons/kirim.dark.svg', drawing);
		write('icons/other.svg', drawing);
		rmSync(join(copy, 'icons/ryze.svg'));

		expect(checkIcons(copy)).toEqual([
			"icons/kirim.svg differs from its master: run 'npm run generate'",
			"icons/kirim.dark.svg differs from its master: run 'npm run generate'",
			"icons/ryze.svg is missing: run 'npm run generate'",
			'icons/other.svg has no master in tools/icons/masters',
			'icons/kirim.dark.svg equals its light icon',
		]);
	});

	it.each([
		['a script', '<script>1</script>', 'contains <script>'],
		['an embedded image', '<image href="data:image/png;base64,AA=="/>', 'contains <image>'],
		['a style sheet', '<style>@import "a.css"</style>', 'contains <style>'],
		['an event handler', '<path onclick="x()" d="M0 0h1"/>', 'has an event handler (onclick)'],
		['an external link', '<path href="https://a.example"/>', 'refers to something outside (href)'],
		['an external paint', '<path fill="url(//a.example)"/>', 'refers to something outside (fill)'],
		['an unpainted colour', '<path fill="var(--tick)"/>', 'has an unpainted colour (fill)'],
		['a broken tag', '<path', 'is not valid SVG'],
		['too many bytes', `<path d="M0 0${'h1'.repeat(2048)}"/>`, 'at most 4096 are allowed'],
		['a viewBox that is not square', '<svg viewBox="0 0 60 40"/>', 'needs a square viewBox'],
	])('refuses %s in an icon', (_what, svg, fault) => {
		write(icon, svg.startsWith('<svg') ? svg : drawing.replace('</svg>', `${svg}</svg>`));

		expect(checkIcons(copy)).toContainEqual(expect.stringContaining(fault));
	});

	it('names a master that asks for a colour the palette lacks', () => {
		write(`${MASTERS}/ryze.svg`, '<svg viewBox="0 0 60 60"><path fill="var(--pink)"/></svg>');

		expect(() => checkIcons(copy)).toThrow("Master ryze: no colour 'pink' in the light palette");
	});

	it('names an icon the code asks for and does not get, also when only its case is wrong', () => {
		write('nodes/Some/Some.node.ts', "icon = { dark: 'file:../../icons/none.svg' };");
		write('credentials/Some.credentials.ts', "icon = 'file:../icons/WhatsAppMarkRead.svg';");

		expect(checkIcons(copy)).toEqual([
			'nodes/Some/Some.node.ts names icons/none.svg, which does not exist',
			'credentials/Some.credentials.ts names icons/WhatsAppMarkRead.svg, which does not exist',
		]);
	});
});
