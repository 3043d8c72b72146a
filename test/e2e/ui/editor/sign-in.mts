import type { Page } from '@playwright/test';

import type { Owner } from '../../host/api.mts';

/** Signs in to the editor as a person does; the page stays signed in. */
export async function signIn(page: Page, n8nUrl: string, owner: Owner): Promise<void> {
	await page.goto(`${n8nUrl}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(owner.email);
	await page.locator('input[name="password"]').fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}
