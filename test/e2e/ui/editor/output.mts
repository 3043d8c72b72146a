import type { Page } from '@playwright/test';

import { marked } from './test-ids.mts';

const OUTPUT = marked('output-panel');

/** Shows the open node's output as a list of fields with their values. */
export async function showOutputAsSchema(page: Page): Promise<void> {
	await page.locator(`${OUTPUT} ${marked('radio-button-schema')}`).click();
	await page
		.locator(`${OUTPUT} ${marked('run-data-schema-item')}`)
		.first()
		.waitFor();
}

/** The fields of the output with their values, as in `status: read`; a list comes without one. */
export async function outputFields(page: Page): Promise<string[]> {
	return await schemaItems(page, OUTPUT);
}

/** The fields that the input panel shows of the node before, executed or not. */
export async function inputFields(page: Page): Promise<string[]> {
	return await schemaItems(page, marked('ndv-input-panel'));
}

/** The whole text of the input panel. */
export async function inputText(page: Page): Promise<string> {
	return await page.locator(marked('ndv-input-panel')).innerText();
}

/** What the output shows when the node failed. */
export async function outputError(page: Page): Promise<{ message: string; description: string }> {
	const text = async (part: string): Promise<string> =>
		(await page.locator(`${OUTPUT} ${marked(part)}`).innerText()).trim();
	return {
		message: await text('node-error-message'),
		description: await text('node-error-description'),
	};
}

async function schemaItems(page: Page, panel: string): Promise<string[]> {
	const items = await page
		.locator(`${panel} ${marked('run-data-schema-item')}:visible`)
		.allInnerTexts();
	return items.map((item) =>
		item
			.split('\n')
			.map((part) => part.trim())
			.filter((part) => part !== '')
			.join(': '),
	);
}
