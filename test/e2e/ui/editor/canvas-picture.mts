import type { Locator } from '@playwright/test';

import type { Stage } from '../test.mts';
import type { Clip } from '../pictures/folder.mts';
import { atRest } from './at-rest.mts';
import { zoomToFit } from './canvas.mts';
import { marked } from './test-ids.mts';

/** Space around the nodes, in pixels; their names and subtitles stand below them. */
const MARGIN = { side: 90, above: 24, below: 88 } as const;

const BUTTONS_AT_THE_SIDE = [
	'node-creator-plus-button',
	'command-bar-button',
	'add-sticky-button',
	'toggle-focus-panel-button',
	'instance-ai-canvas-action-button',
]
	.map(marked)
	.join(', ');

/** What floats over the canvas is no part of the workflow. */
const HIDE_BUTTONS = `
	[class*='_executionButtons_'], ${marked('canvas-controls')}, ${BUTTONS_AT_THE_SIDE} { visibility: hidden !important; }
`;

/** Takes a picture of the workflow on the canvas: all its nodes and notes, and not much around. */
export async function takeWorkflow({ page, pictures }: Stage, name: string): Promise<void> {
	await zoomToFit(page);
	const nodes = page.locator('.vue-flow__node');
	const extent = await atRest(async () => await extentOf(nodes));
	const canvas = await page.locator(marked('canvas')).boundingBox();
	if (!canvas) throw new Error('There is no canvas on the page');
	const bar = await page.locator(marked('radio-button-workflow')).boundingBox();
	const top = Math.max(canvas.y, bar ? bar.y + bar.height + MARGIN.above / 2 : 0);
	await pictures.take(name, page, within({ ...canvas, top }, extent), HIDE_BUTTONS);
}

interface Extent {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

async function extentOf(nodes: Locator): Promise<Extent> {
	const boxes = await Promise.all(
		(await nodes.all()).map(async (node) => await node.boundingBox()),
	);
	const drawn = boxes.filter((box) => box !== null);
	return {
		left: Math.min(...drawn.map(({ x }) => x)),
		top: Math.min(...drawn.map(({ y }) => y)),
		right: Math.max(...drawn.map(({ x, width }) => x + width)),
		bottom: Math.max(...drawn.map(({ y, height }) => y + height)),
	};
}

/** The nodes with some space around, but nothing from beyond the canvas. */
function within(
	canvas: Clip & { readonly top: number },
	{ left, top, right, bottom }: Extent,
): Clip {
	const x = Math.max(canvas.x, left - MARGIN.side);
	const y = Math.max(canvas.top, top - MARGIN.above);
	return {
		x,
		y,
		width: Math.min(canvas.x + canvas.width, right + MARGIN.side) - x,
		height: Math.min(canvas.y + canvas.height, bottom + MARGIN.below) - y,
	};
}
