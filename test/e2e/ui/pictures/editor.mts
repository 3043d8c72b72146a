import { isDeepStrictEqual } from 'node:util';

import { expect, type Locator } from '@playwright/test';

import { VIEWPORT } from '../browser.mts';
import type { Stage } from '../test.mts';
import type { Clip } from './folder.mts';

/** Space around what a picture is of, in pixels. */
const MARGIN = 16;

/** Space around nodes; their names and subtitles stand below them. */
const AROUND_NODES = { side: 90, above: 24, below: 88 } as const;

/** High enough for the longest panel without scrolling. */
const TALL = { ...VIEWPORT, height: 1100 };

/** What floats over the canvas is no part of the workflow. */
const HIDE_BUTTONS = `
	[class*='_executionButtons_'],
	[data-test-id='canvas-controls'],
	[data-test-id='node-creator-plus-button'],
	[data-test-id='command-bar-button'],
	[data-test-id='add-sticky-button'],
	[data-test-id='toggle-focus-panel-button'],
	[data-test-id='instance-ai-canvas-action-button'] { visibility: hidden !important; }
`;

/** Takes a picture of the workflow on the canvas: all its nodes and notes, and not much around. */
export async function takeWorkflow({ page, pictures }: Stage, name: string): Promise<void> {
	await page.getByTestId('zoom-to-fit').click();
	const [nodes, canvas, bar] = await atRest(
		async () =>
			await Promise.all([
				boxAround(page.locator('.vue-flow__node')),
				boxAround(page.getByTestId('canvas')),
				boxAround(page.getByTestId('radio-button-workflow')),
			]),
	);
	const { side, above, below } = AROUND_NODES;
	const left = Math.max(canvas.x, nodes.x - side);
	const top = Math.max(canvas.y, bar.y + bar.height + above / 2, nodes.y - above);
	const right = Math.min(canvas.x + canvas.width, nodes.x + nodes.width + side);
	const bottom = Math.min(canvas.y + canvas.height, nodes.y + nodes.height + below);
	const clip = { x: left, y: top, width: right - left, height: bottom - top };
	await pictures.take(name, page, clip, HIDE_BUTTONS);
}

/** Takes a picture of the middle of the open panel: its tabs and its fields, down to the last one. */
export async function takeFieldsColumn({ page, pictures }: Stage, name: string): Promise<void> {
	await page.setViewportSize(TALL);
	const shown = (testId: string) => page.getByTestId(testId).filter({ visible: true }).last();
	const [tabs, button, last] = await atRest(
		async () =>
			await Promise.all([
				boxAround(shown('tab-params')),
				boxAround(shown('node-execute-button')),
				boxAround(shown('collection-parameter-add')),
			]),
	);
	const y = button.y - MARGIN / 2;
	const width = button.x + button.width + MARGIN / 2 - tabs.x;
	const clip = { x: tabs.x, y, width, height: last.y + last.height + MARGIN - y };
	await pictures.take(name, page, clip);
	await page.setViewportSize(VIEWPORT);
}

/**
 * Takes a picture of the open list of a dropdown, with the fields above it and down to its end: n8n
 * shows the first entries, and scrolls.
 */
export async function takeOpenList({ page, pictures }: Stage, name: string): Promise<void> {
	await page.setViewportSize(TALL);
	const unrolled = await page.addStyleTag({
		content: '.el-select-dropdown__wrap { max-height: none !important; }',
	});
	const [button, shown] = await atRest(
		async () =>
			await Promise.all([
				boxAround(page.getByTestId('node-execute-button').filter({ visible: true })),
				boxAround(page.locator('[data-test-id="tab-params"]:visible, .el-select-dropdown:visible')),
			]),
	);
	const y = button.y - MARGIN / 2;
	const clip = { ...shown, y, height: shown.y + shown.height + MARGIN - y };
	await pictures.take(name, page, clip);
	await unrolled.evaluate((style) => style.parentNode?.removeChild(style));
	await page.setViewportSize(VIEWPORT);
}

/** Takes a picture of the list of nodes with what was found, without the emptiness below. */
export async function takeFoundNodes({ page, pictures }: Stage, name: string): Promise<void> {
	const list = await boxAround(page.getByTestId('node-creator'));
	const items = await boxAround(page.getByTestId('item-iterator-item').filter({ visible: true }));
	const height = items.y + items.height + MARGIN - list.y;
	await pictures.take(name, page, { ...list, height });
}

/** The box around all elements that are drawn. */
async function boxAround(elements: Locator): Promise<Clip> {
	const all = await Promise.all(
		(await elements.all()).map(async (each) => await each.boundingBox()),
	);
	const boxes = all.filter((box) => box !== null);
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return {
		x,
		y,
		width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
		height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
	};
}

/** Looks until it is the same twice in a row: what moved has come to rest. Returns what is seen. */
async function atRest<What>(look: () => Promise<What>): Promise<What> {
	let seen = await look();
	const isAtRest = async (): Promise<boolean> => {
		const before = seen;
		seen = await look();
		return isDeepStrictEqual(seen, before);
	};
	await expect.poll(isAtRest, { intervals: [150], message: 'something at rest' }).toBe(true);
	return seen;
}
