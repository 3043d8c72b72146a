import { readFile } from 'node:fs/promises';

import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { renderErrorCatalogue } from '../../../scripts/docs/errorCatalogue.mts';

describe('The page of everything that can go wrong', () => {
	it('says what the tables of the code say: run "npm run docs" when this fails', async () => {
		const page = await readFile('docs/errors.md', 'utf8');
		expect(page).toBe(renderErrorCatalogue());
	});

	it('has a row for a cause of each provider, with why, what to do and whether it is tried again', () => {
		const page = renderErrorCatalogue();
		expect(page).toContain(
			'| The RyzeAPI instance is not connected to WhatsApp ' +
				'| The phone was unlinked from the instance, or the connection was lost. ' +
				'| Open the RyzeAPI manager and connect the instance again (scan the QR code with the phone). ' +
				'| Twice | HTTP 503, 400; text like "not connected" |',
		);
		expect(page).toContain('## WhatsApp Cloud API');
		expect(page).toContain('## Every provider');
	});

	it('says why in every row', () => {
		const causes = PROVIDERS.flatMap(({ id, errors }) =>
			errors.map(({ cause, why }) => [`${id}: ${cause}`, why] as const),
		);

		expect(causes.filter(([, why = '']) => why.length < 10)).toEqual([]);
	});
});
