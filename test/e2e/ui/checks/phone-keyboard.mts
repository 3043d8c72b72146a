import type { Page } from '@playwright/test';

import { providerOf } from '../../../../tools/providers.js';
import { expect, test } from '../test.mts';
import { openPhone } from '../phone.mts';

/** None of it depends on the provider. */
const PROVIDER = 'cloudApi';

/** More stops than any way through the page has. */
const MOST_STOPS = 60;

test('The phone page works by the keyboard alone: write, burst, change to the group', async ({
	stage,
}) => {
	const { page } = stage;
	const phone = await openPhone(stage, PROVIDER);
	await page.evaluate('document.activeElement?.blur()');

	await tabTo(page, `Message through ${providerOf(PROVIDER).displayName}`);
	await page.keyboard.type('Written without a mouse');
	await page.keyboard.press('Enter');
	await expect(phone.ticks).toHaveText(['Read']);

	await tabTo(page, 'Burst of 10');
	await page.keyboard.press('Space');
	await expect(phone.ticks).toHaveText(Array<string>(11).fill('Read'));

	await tabTo(page, 'Direct');
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => focused(page)).toEqual('Group');
	await tabTo(page, `Message through ${providerOf(PROVIDER).displayName}`);
	await page.keyboard.type('Hello everybody');
	await page.keyboard.press('Enter');
	await expect(phone.ticks).toHaveText(['Read']);
});

/** Presses Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	const passed: string[] = [];
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press('Tab');
		const here = await focused(page);
		if (here === name) return;
		passed.push(here);
	}
	expect(passed, 'the stops of Tab').toContain(name);
}

/** What the element with the focus is called. */
async function focused(page: Page): Promise<string> {
	const name = await page.evaluate(
		`(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? '').trim()`,
	);
	return String(name).split('\n')[0] ?? '';
}
