import { expect, type Locator, type Page } from '@playwright/test';

import { marked } from './test-ids.mts';

/**
 * The labels that are to be seen in the open node's Parameters tab, from top to bottom, the
 * credential's label among them.
 */
export async function visibleFields(page: Page): Promise<string[]> {
	const labels = page
		.locator(marked('node-parameters'))
		.locator(`${marked('input-label')}:visible, ${marked('credentials-label')}:visible`)
		.locator('label [class*="_title_"]');
	return (await labels.allInnerTexts()).map((label) => label.trim());
}

/** What stands in a field of the open panel: the chosen option, or what was typed. */
export async function valueOf(page: Page, parameter: string): Promise<string> {
	return await field(page, parameter).locator('input').first().inputValue();
}

/** Chooses an option of a dropdown, unless it is chosen already. */
export async function choose(page: Page, parameter: string, option: string): Promise<void> {
	if ((await valueOf(page, parameter)) === option) return;
	await openList(page, parameter);
	await page.locator(LIST_ENTRY).getByText(option, { exact: true }).click();
	await expect(field(page, parameter).locator('input').first()).toHaveValue(option);
}

/** The options a dropdown offers, top to bottom; the list is closed again. */
export async function choicesOf(page: Page, parameter: string): Promise<string[]> {
	await openList(page, parameter);
	const choices = await page.locator(LIST_ENTRY).allInnerTexts();
	await closeList(page);
	return choices.map((choice) => choice.trim());
}

/** What *Add option* offers, top to bottom; the list is closed again. */
export async function addableOptions(page: Page): Promise<string[]> {
	await page.locator(`${marked('collection-parameter-add')}:visible`).click();
	const entries = page.locator(`${marked('collection-parameter-option')}:visible`);
	await entries.first().waitFor();
	const options = await entries.allInnerTexts();
	await closeList(page);
	return options.map((option) => option.trim());
}

/** What stands in the text fields of the open panel, from top to bottom. */
export async function typedValues(page: Page): Promise<string[]> {
	const inputs = page
		.locator(marked('node-parameters'))
		.locator(`${marked('parameter-input-field')}:visible`);
	const values: string[] = [];
	for (const input of await inputs.all()) values.push(await input.inputValue());
	return values;
}

const LIST_ENTRY = '.el-select-dropdown:visible .option-headline:visible';

function field(page: Page, parameter: string): Locator {
	return page.locator(`${marked(`parameter-input-${parameter}`)}:visible`);
}

async function openList(page: Page, parameter: string): Promise<void> {
	await field(page, parameter).locator('input').first().click();
	await page.locator(LIST_ENTRY).first().waitFor();
}

async function closeList(page: Page): Promise<void> {
	await page.locator(marked('tab-params')).click();
	await expect(page.locator('.el-select-dropdown:visible')).toHaveCount(0);
}
