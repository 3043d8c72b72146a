import { readFile, writeFile } from 'node:fs/promises';

import { renderErrorCatalogue } from './errorCatalogue.mts';
import { renderFields } from './fields.mts';
import { panel } from './panel.mts';
import { issueFormWithProviders } from './providerLists.mts';
import { withProviderTable } from './providerTable.mts';

const ISSUE_FORM = '.github/ISSUE_TEMPLATE/bug_report.yml';
const SPANISH = 'docs/es/README.md';

/** Writes all that is made from the registry of providers. Run by `npm run generate`. */
const made = [
	['docs/errors.md', renderErrorCatalogue()],
	['docs/fields.md', renderFields(panel())],
	['README.md', withProviderTable('README.md', await readFile('README.md', 'utf8'))],
	[SPANISH, withProviderTable(SPANISH, await readFile(SPANISH, 'utf8'))],
	[ISSUE_FORM, issueFormWithProviders(await readFile(ISSUE_FORM, 'utf8'))],
] as const;

for (const [file, text] of made) await writeFile(file, text);
console.log(`Up to date: ${made.map(([file]) => file).join(', ')}.`);
