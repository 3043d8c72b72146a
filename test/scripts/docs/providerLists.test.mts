import { readFile } from 'node:fs/promises';

import { issueFormWithProviders } from '../../../scripts/docs/providerLists.mts';

it('The issue form names the providers of the registry: run "npm run docs" when this fails', async () => {
	const form = await readFile('.github/ISSUE_TEMPLATE/bug_report.yml', 'utf8');

	expect(form).toBe(issueFormWithProviders(form));
	expect(() => issueFormWithProviders('')).toThrow('There is no list to replace');
});
