import { expect, type Locator, type Page } from '@playwright/test';

const LIST_ENTRY = '.el-select-dropdown:visible .option-headline:visible';

/**
 * The labels that are to be seen in the open node's Parameters tab, from top to bottom, the
 * credential's label among them.
 */
export function visibleFields(page: Page): Locator {
	const parameters = page.getByTestId('node-parameters');
	return parameters
		.getByTestId(/^(input-label|credentials-label)$/)
		.filter({ visible: true })
		.locator('label [class*="_title_"]');
}

/** Chooses an option of a dropdown, unless it is chosen already. */
export async function choose(page: Page, parameter: string, option: string): Promise<void> {
	const input = dropdown(page, parameter);
	if ((await input.inputValue()) === option) return;
	await input.click();
	await page.locator(LIST_ENTRY).getByText(option, { exact: true }).click();
	await expect(input).toHaveValue(option);
}

/**
 * Looks at the options a dropdown offers, top to bottom; the list is closed again.
 * @param whileOpen what else to do with the open list
 */
export async function expectChoices(
	page: Page,
	parameter: string,
	options: readonly string[],
	whileOpen?: () => Promise<void>,
): Promise<void> {
	await dropdown(page, parameter).click();
	await expect(page.locator(LIST_ENTRY)).toHaveText(options);
	await whileOpen?.();
	await closeList(page);
}

/** Looks at what *Add option* offers, top to bottom; the list is closed again. */
export async function expectAddable(page: Page, options: readonly string[]): Promise<void> {
	await page.getByTestId('collection-parameter-add').filter({ visible: true }).click();
	const entries = page.getByTestId('collection-parameter-option').filter({ visible: true });
	await expect(entries).toHaveText(options);
	await closeList(page);
}

function dropdown(page: Page, parameter: string): Locator {
	return page
		.getByTestId(`parameter-input-${parameter}`)
		.filter({ visible: true })
		.locator('input')
		.first();
}

async function closeList(page: Page): Promise<void> {
	await page.getByTestId('tab-params').click();
	await expect(page.locator('.el-select-dropdown:visible')).toHaveCount(0);
}
