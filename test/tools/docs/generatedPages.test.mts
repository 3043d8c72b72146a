import { readFileSync } from 'node:fs';

import { PROVIDERS } from '../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { generatedPages } from '../../../tools/docs/generatedPages.mts';

it.each(generatedPages())(
	'%s says what the code says: run "npm run generate" when this fails',
	(file, text) => {
		expect(readFileSync(file, 'utf8')).toBe(text);
	},
);

it('The page of everything that can go wrong says why in every row', () => {
	const causes = PROVIDERS.flatMap(({ id, errors }) =>
		errors.map(({ cause, why }) => [`${id}: ${cause}`, why] as const),
	);

	expect(causes.filter(([, why = '']) => why.length < 10)).toEqual([]);
});
