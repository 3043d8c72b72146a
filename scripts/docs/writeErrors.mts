import { writeFile } from 'node:fs/promises';

import { renderErrorCatalogue } from './errorCatalogue.mts';

/** Writes `docs/errors.md`. Run by `npm run docs:errors`. */
const PAGE = 'docs/errors.md';

await writeFile(PAGE, renderErrorCatalogue());
console.log(`${PAGE} is up to date.`);
