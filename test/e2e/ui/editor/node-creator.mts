import type { Locator, Page } from '@playwright/test';

import type { Clip } from '../pictures/folder.mts';
import { marked } from './test-ids.mts';

/** Space below the last node found, in pixels. */
const MARGIN = 16;

const ITEM = marked('item-iterator-item');
const NAME = marked('node-creator-item-name');

/** Opens the list of nodes by the plus at the right of the canvas. */
export async function openNodeCreator(page: Page): Promise<void> {
	await page.locator(marked('node-creator-plus-button')).click();
	await page.locator(marked('node-creator-search-bar')).waitFor();
}

/** Opens the list of tools by the plus under an AI Agent. */
export async function openToolList(page: Page): Promise<void> {
	const handle = page.locator('[data-handleid="inputs/ai_tool/0"]');
	await handle.locator(marked('canvas-handle-plus')).click();
	// For a moment it is the list of all nodes.
	await page.locator(marked('nodes-list-header')).filter({ hasText: 'Tools' }).waitFor();
	await page.locator(marked('node-creator-search-bar')).waitFor();
}

/** Types into the search of the list. */
export async function searchNodes(page: Page, words: string): Promise<void> {
	await page.locator(marked('node-creator-search-bar')).fill(words);
}

/** The names the search has found. */
export async function foundNodes(page: Page): Promise<string[]> {
	return await page.locator(NAME).allInnerTexts();
}

/** Where the icon of a found node comes from, as in `/icons/…/whatsAppMarkRead.svg`. */
export async function iconOf(page: Page, name: string): Promise<string> {
	const image = found(page, name).locator('img:visible').first();
	return (await image.getAttribute('src')) ?? '';
}

/** Takes a found node. */
export async function takeNode(page: Page, name: string): Promise<void> {
	await found(page, name).locator(NAME).click();
}

/** The list with what was found, without the emptiness below, for pictures. */
export async function searchArea(page: Page): Promise<Clip> {
	const list = await page.locator(marked('node-creator')).boundingBox();
	const last = await page.locator(`${ITEM}:visible`).last().boundingBox();
	if (!list || !last) throw new Error('The list of nodes shows nothing');
	return { ...list, height: last.y + last.height + MARGIN - list.y };
}

function found(page: Page, name: string): Locator {
	return page.locator(ITEM).filter({ has: page.getByText(name, { exact: true }) });
}
