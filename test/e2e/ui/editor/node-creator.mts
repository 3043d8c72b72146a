import type { Locator, Page } from '@playwright/test';

/** The names of the nodes that the search has found. */
export function foundNodes(page: Page): Locator {
	return page.getByTestId('node-creator-item-name');
}

/** Types into the search of the list of nodes that is open. */
export async function searchNodes(page: Page, words: string): Promise<void> {
	await page.getByTestId('node-creator-search-bar').fill(words);
}
