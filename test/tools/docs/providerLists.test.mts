import { readFile } from 'node:fs/promises';

import { issueFormWithProviders } from '../../../tools/docs/providerLists.mts';
import { withProviderTable } from '../../../tools/docs/providerTable.mts';

it('The issue form names the providers of the registry: run "npm run generate" when this fails', async () => {
	const form = await readFile('.github/ISSUE_TEMPLATE/bug_report.yml', 'utf8');

	expect(form).toBe(issueFormWithProviders(form));
	expect(() => issueFormWithProviders('')).toThrow('There is no list to replace');
});

it.each(['README.md', 'docs/es/README.md'])(
	'%s has a row for each provider of the registry: run "npm run generate" when this fails',
	async (file) => {
		const page = await readFile(file, 'utf8');

		expect(withProviderTable(file, page)).toBe(page);
		expect(() => withProviderTable(file, '')).toThrow('has no table of providers');
	},
);
