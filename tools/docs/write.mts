import { writeFileSync } from 'node:fs';

import { generatedPages } from './generatedPages.mts';

/** Writes all that is made from the registry of providers. Run by `npm run generate`. */
const pages = generatedPages();
for (const [file, text] of pages) writeFileSync(file, text);
console.log(`Up to date: ${pages.map(([file]) => file).join(', ')}.`);
