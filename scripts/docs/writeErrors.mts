import { writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';

import { renderErrorCatalogue } from './errorCatalogue.mts';

/** Writes `docs/errors.md`. Run by `npm run docs:errors`. */
const PAGE = 'docs/errors.md';

const options = await resolveConfig(PAGE);
await writeFile(PAGE, await format(renderErrorCatalogue(), { ...options, filepath: PAGE }));
console.log(`${PAGE} is up to date.`);
