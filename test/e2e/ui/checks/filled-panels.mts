import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expect, test } from '../test.mts';
import { openPanel } from '../editor/canvas.mts';
import { expectChoices } from '../editor/panel.mts';
import { takeFieldsColumn, takeOpenList } from '../pictures/editor.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';

const FILLED_PANELS = [
	...PROVIDER_IDS.map((provider) => ({
		provider,
		what: 'nothing to fill in behind a webhook',
		parameters: { source: 'webhook' },
		values: [],
		picture: `panel-${provider}`,
	})),
	...PROVIDER_IDS.map(underTest).flatMap(({ id, filledPanels = [] }) =>
		filledPanels.map((panel) => ({ provider: id, ...panel })),
	),
];

for (const { provider, what, parameters, values, picture } of FILLED_PANELS) {
	test(`A saved workflow of ${providerOf(provider).displayName} comes back with ${what}`, async ({
		stage,
	}) => {
		const use = { provider, credential: stage.credential(provider), parameters };
		await openPanel(stage, threeNodes(`Filled in: ${what}`, use), MARK_READ_ID);
		const typed = stage.page
			.getByTestId('node-parameters')
			.getByTestId('parameter-input-field')
			.filter({ visible: true });
		await expect(typed).toHaveCount(values.length);
		for (const [place, value] of values.entries()) {
			await expect(typed.nth(place)).toHaveValue(value);
		}
		await takeFieldsColumn(stage, picture);
	});
}

test('The list of providers names every one of them', async ({ stage }) => {
	const use = { provider: 'cloudApi', credential: stage.credential('cloudApi') } as const;
	await openPanel(stage, threeNodes('Every provider', use), MARK_READ_ID);
	const labels = PROVIDER_IDS.map((id) => underTest(id).label);
	await expectChoices(stage.page, 'provider', labels, async () => {
		await takeOpenList(stage, 'panel-providers');
	});
});
