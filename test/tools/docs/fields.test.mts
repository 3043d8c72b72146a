import { readFile } from 'node:fs/promises';

import { renderFields } from '../../../tools/docs/fields.mts';
import { panel } from '../../../tools/docs/panel.mts';

describe('The page of every field', () => {
	it('says what n8n is given: run "npm run generate" when this fails', async () => {
		const page = await readFile('docs/fields.md', 'utf8');

		expect(page).toBe(renderFields(panel()));
	});

	it('has every field of the node and of the credentials', () => {
		const { node, credentials } = panel();
		const names = [node.description, ...credentials].flatMap(({ properties }) =>
			properties.map(({ name }) => name),
		);

		const page = renderFields(panel());

		expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
	});
});
