import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { links } from './markdown.mts';

const examples = readdirSync('examples')
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.replace(/\.json$/, ''));

describe.each(['README.md', 'docs/es/README.md'])('The gallery in %s', (page) => {
	const targets = links(readFileSync(page, 'utf8')).map(({ target }) =>
		posix.join(posix.dirname(page), target),
	);

	it.each(examples)('has the example %s, with a picture of it', (name) => {
		expect(targets).toContain(`examples/${name}.json`);
		expect(targets).toContain(`docs/images/example-${name}.png`);
	});
});
