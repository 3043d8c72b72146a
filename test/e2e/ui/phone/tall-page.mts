import type { Page } from '@playwright/test';

import { withHeight } from '../browser/window.mts';

/** High enough for a phone with what stands above it. */
const HEIGHT = 860;

/** Does something on a page on which a whole phone is to be seen. */
export async function onTallPage(page: Page, work: () => Promise<void>): Promise<void> {
	await withHeight(page, HEIGHT, work);
}
