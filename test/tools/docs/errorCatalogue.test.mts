import { readFile } from 'node:fs/promises';

import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { renderErrorCatalogue } from '../../../tools/docs/errorCatalogue.mts';

describe('The page of everything that can go wrong', () => {
	it('says what the tables of the code say: run "npm run generate" when this fails', async () => {
		const page = await readFile('docs/errors.md', 'utf8');
		expect(page).toBe(renderErrorCatalogue());
	});

	it('has a row for a cause of each provider, with why, what to do and whether it is retried', () => {
		const page = renderErrorCatalogue();
		for (const { displayName, errors } of PROVIDERS) {
			const [{ message, why, description } = { message: '' }] = errors;
			expect(page).toContain(`## ${displayName}\n`);
			expect(page).toContain(`| ${message} | ${why} | ${description} | `);
		}
		const [row] = PROVIDERS.flatMap(({ errors }) => errors).filter(
			({ retry, statuses, text }) => retry === 'twice' && statuses?.length === 2 && text,
		);
		expect(page).toContain(
			`| ${row?.message} | ${row?.why} | ${row?.description} ` +
				`| Twice | HTTP ${row?.statuses?.join(', ')}; text like "${row?.text?.source}" |`,
		);
		expect(page).toContain('## Every provider');
	});

	it('says why in every row', () => {
		const causes = PROVIDERS.flatMap(({ id, errors }) =>
			errors.map(({ cause, why }) => [`${id}: ${cause}`, why] as const),
		);

		expect(causes.filter(([, why = '']) => why.length < 10)).toEqual([]);
	});
});
