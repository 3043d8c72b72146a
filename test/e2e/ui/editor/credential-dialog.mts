import type { Page } from '@playwright/test';

import { marked } from './test-ids.mts';

const DIALOG = marked('editCredential-modal');

/** Opens the dialog for a new credential from the panel of the node. */
export async function openNewCredential(page: Page): Promise<void> {
	await page.locator(`${marked('node-credentials-select')}:visible`).click();
	await page.locator(`${marked('node-credentials-select-item-new')}:visible`).click();
	await page
		.locator(`${DIALOG} ${marked('credential-connection-parameter')}`)
		.first()
		.waitFor();
}

/** Opens the dialog of the credential the node uses; n8n tests it at once. */
export async function openUsedCredential(page: Page): Promise<void> {
	await page.locator(`${marked('credential-edit-button')}:visible`).click();
	await page
		.locator(`${DIALOG} ${marked('credential-connection-parameter')}`)
		.first()
		.waitFor();
}

/** Waits until the dialog has closed itself, as it does once a new credential has passed its test. */
export async function untilClosed(page: Page): Promise<void> {
	await page.locator(DIALOG).waitFor({ state: 'hidden' });
}

/** The labels of the dialog's fields, from top to bottom; a star marks a required one. */
export async function credentialFields(page: Page): Promise<string[]> {
	const labels = page.locator(`${DIALOG} ${marked('credential-connection-parameter')} label`);
	return (await labels.allInnerTexts()).map((label) => label.split('\n')[0]?.trim() ?? '');
}

/** Types the values into their fields and saves, upon which n8n tests the credential. */
export async function fillAndSave(
	page: Page,
	data: Readonly<Record<string, string>>,
): Promise<void> {
	for (const [name, value] of Object.entries(data)) {
		await page.locator(`${DIALOG} ${marked(`parameter-input-${name}`)} input`).fill(value);
	}
	await page.locator(`${DIALOG} ${marked('credential-save-button')}`).click();
}

/** What n8n says of the saved credential, with the details of a refusal. */
export async function testResult(page: Page): Promise<string> {
	const dialog = page.locator(DIALOG);
	const more = dialog.getByText('More details');
	if (await more.isVisible()) await more.click();
	return await dialog.locator(marked('node-credentials-config-container')).innerText();
}

/** True when the dialog shows the values of a field as dots. */
export async function isMasked(page: Page, field: string): Promise<boolean> {
	const input = page.locator(`${DIALOG} ${marked(`parameter-input-${field}`)} input`);
	return (await input.getAttribute('type')) === 'password';
}

/** The dialog alone, for pictures. */
export function credentialDialog(page: Page) {
	return page.locator(`${DIALOG} .el-dialog, ${DIALOG}`).first();
}
