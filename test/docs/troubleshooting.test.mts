import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { firstColumns } from './markdown.mts';

const NODE = 'nodes/WhatsAppMarkRead';

/** The whole code of the node, in which every message stands as it is shown. */
const code = readdirSync(NODE, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts'))
	.map((file) => readFileSync(join(NODE, file), 'utf8').replaceAll("\\'", "'"))
	.join('\n');

const messages = new Set(
	PROVIDERS.flatMap(({ errors }) =>
		errors.map(({ message }) => message.replace('{provider}', '…')),
	),
);

/** A message of the tables, or one that the code puts together: `…` stands for what varies. */
function isSaid(message: string): boolean {
	return messages.has(message) || message.split('…').every((part) => code.includes(part));
}

describe.each(['docs/troubleshooting.md', 'docs/es/troubleshooting.md'])('%s', (page) => {
	it('explains messages that the node really shows', () => {
		const shown = firstColumns(readFileSync(page, 'utf8')).flat();

		expect(shown.length).toBeGreaterThan(40);
		expect(shown.filter((message) => !isSaid(message))).toEqual([]);
	});
});
