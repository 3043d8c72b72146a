import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { providerOf } from '../../../../tools/providers.js';
import { expect, test } from '../test.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { takeFieldsColumn } from '../editor/panel-picture.mts';
import { typedValues } from '../editor/panel.mts';
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
		const { page, n8nUrl, store } = stage;
		const credential = await store.sandboxCredential(provider);
		const id = await store.addWorkflow(
			threeNodes(`Filled in: ${what}`, picture, { provider, credential, parameters }),
		);
		await openNodeOf(page, n8nUrl, id, MARK_READ_ID);
		await expect.poll(() => typedValues(page)).toEqual(values);
		await takeFieldsColumn(stage, picture);
	});
}
