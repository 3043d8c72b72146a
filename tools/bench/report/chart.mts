/** One bar. */
export interface Bar {
	readonly label: string;
	readonly value: number;
	/** How the value is written at the bar's end. */
	readonly text: string;
	/** The node's own bars stand out. */
	readonly tone: 'own' | 'other' | 'bound';
}

/** Bars on one scale under a title. */
export interface BarGroup {
	readonly title: string;
	readonly bars: readonly Bar[];
}

const WIDTH = 760;
const LABEL_WIDTH = 290;
const TEXT_ROOM = 90;
const BAR_HEIGHT = 20;
const BAR_STEP = 30;
const TITLE_HEIGHT = 40;
const GROUP_GAP = 18;

/** Readable on white and on black: an image follows the reader's system, not the page around it. */
const STYLE = `
text { font: 14px system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif; fill: #57606a; }
.title { font-weight: 600; }
.own { fill: #1a9e5c; } .other { fill: #8c959f; } .bound { fill: #c9d1d9; }
@media (prefers-color-scheme: dark) { text { fill: #9ea7b3; } .bound { fill: #484f58; } }
`.trim();

/**
 * Draws groups of horizontal bars, each group on its own scale from zero.
 * @param description what a screen reader says
 * @returns an SVG document without anything active or outside it
 */
export function drawChart(groups: readonly BarGroup[], description: string): string {
	let top = 0;
	const parts = groups.flatMap(({ title, bars }) => {
		const scale = barScale(bars);
		const lines = [
			`<text class="title" x="0" y="${top + 24}">${escapeXml(title)}</text>`,
			...bars.flatMap((bar, position) =>
				drawBar(bar, top + TITLE_HEIGHT + position * BAR_STEP, scale),
			),
		];
		top += TITLE_HEIGHT + bars.length * BAR_STEP + GROUP_GAP;
		return lines;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img">`,
		`<title>${escapeXml(description)}</title>`,
		`<style>${STYLE}</style>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
}

function barScale(bars: readonly Bar[]): number {
	const longest = Math.max(0, ...bars.map(({ value }) => value));
	return longest === 0 ? 0 : (WIDTH - LABEL_WIDTH - TEXT_ROOM) / longest;
}

function drawBar({ label, value, text, tone }: Bar, top: number, scale: number): string[] {
	const width = Math.max(1, Math.round(value * scale));
	const middle = top + BAR_HEIGHT / 2 + 5;
	return [
		`<text x="${LABEL_WIDTH - 10}" y="${middle}" text-anchor="end">${escapeXml(label)}</text>`,
		`<rect class="${tone}" x="${LABEL_WIDTH}" y="${top}" width="${width}" height="${BAR_HEIGHT}" rx="3"/>`,
		`<text x="${LABEL_WIDTH + width + 8}" y="${middle}">${escapeXml(text)}</text>`,
	];
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
