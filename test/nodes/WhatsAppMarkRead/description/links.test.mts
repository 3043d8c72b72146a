import { readFile } from 'node:fs/promises';

import { hints } from '../../../../nodes/WhatsAppMarkRead/description/hints.ts';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { CREDENTIAL_TYPES } from '../../../../scripts/credentialTypes.js';

/** A heading's anchor as GitHub makes it. */
const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replace(/ /g, '-');

const credentialPages = [...CREDENTIAL_TYPES.values()].map(
	({ documentationUrl = '' }) => documentationUrl,
);

const hintLinks = hints(PROVIDERS).flatMap(({ message }) =>
	[...message.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url),
);

it.each([...credentialPages, ...hintLinks])(
	'the panel’s link %s leads to a heading of the README',
	async (url) => {
		const readme = await readFile('README.md', 'utf8');
		const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
			anchorOf(heading),
		);

		expect(anchors).toContain(new URL(url).hash.slice(1));
	},
);
