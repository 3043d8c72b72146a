import type { Locator } from '@playwright/test';

/**
 * The fields with their values that the input or the output panel shows, as in `status: read`; a
 * list comes without one.
 */
export async function schemaFields(panel: Locator): Promise<string[]> {
	const items = await panel
		.getByTestId('run-data-schema-item')
		.filter({ visible: true })
		.allInnerTexts();
	return items.map((item) =>
		item
			.trim()
			.split(/\s*\n\s*/)
			.join(': '),
	);
}

/** The names of those fields, without the entries of lists. */
export async function schemaKeys(panel: Locator): Promise<string[]> {
	const keys = (await schemaFields(panel)).map((field) => field.split(': ')[0] ?? '');
	return keys.filter((key) => !key.endsWith(']'));
}
