import { writeFile } from 'node:fs/promises';

import { renderFields } from './fields.mts';
import { panel } from './panel.mts';

/** Writes `docs/fields.md`. Run by `npm run docs:fields`. */
const PAGE = 'docs/fields.md';

await writeFile(PAGE, renderFields(panel()));
console.log(`${PAGE} is up to date.`);
