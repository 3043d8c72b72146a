import type { Page } from 'playwright-core';

import { providerOf } from '../../../scripts/providers.js';
import { Mismatch, type Check } from '../check.mts';
import { expectToSee } from '../look.mts';
import { openPhone } from '../phone/phone.mts';

/** None of it depends on the provider. */
const PROVIDER = 'cloudApi';

/** More stops than any way through the page has. */
const MOST_STOPS = 60;

/** The phone page without a mouse. */
export function phoneKeyboardChecks(): Check[] {
	return [
		{
			name: 'The phone page works by the keyboard alone: write, burst, change to the group',
			run: async ({ page, sandbox }) => {
				const phone = await openPhone(page, sandbox.url, PROVIDER);
				await page.evaluate('document.activeElement?.blur()');

				await tabTo(page, `Message through ${providerOf(PROVIDER).displayName}`);
				await page.keyboard.type('Written without a mouse');
				await page.keyboard.press('Enter');
				await expectToSee(['Read'], async () => await phone.ticks());

				await tabTo(page, 'Burst of 10');
				await page.keyboard.press('Space');
				await expectToSee(Array<string>(11).fill('Read'), async () => await phone.ticks());

				await tabTo(page, 'Direct');
				await page.keyboard.press('ArrowRight');
				await expectToSee('Group', async () => await focused(page));
				await tabTo(page, `Message through ${providerOf(PROVIDER).displayName}`);
				await page.keyboard.type('Hello everybody');
				await page.keyboard.press('Enter');
				await expectToSee(['Read'], async () => await phone.ticks());
			},
		},
	];
}

/** Presses Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	const passed: string[] = [];
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press('Tab');
		const here = await focused(page);
		if (here === name) return;
		passed.push(here);
	}
	throw new Mismatch(`Tab to come to "${name}"`, passed.join(', '));
}

/** What the element with the focus is called. */
async function focused(page: Page): Promise<string> {
	const name = await page.evaluate(
		`(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? '').trim()`,
	);
	return String(name).split('\n')[0] ?? '';
}
