import { PROVIDER_IDS } from '../../../scripts/providers.js';
import { underTest } from '../../providers/index.mts';
import { providerOf } from '../../../scripts/providers.js';
import type { Check } from '../check.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { takeFieldsColumn } from '../editor/panel-picture.mts';
import { typedValues } from '../editor/panel.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';
import { expectToSee } from '../look.mts';

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

/** Panels that come back as they were saved. */
export function filledPanelChecks(): Check[] {
	return FILLED_PANELS.map(({ provider, what, parameters, values, picture }) => ({
		name: `A saved workflow of ${providerOf(provider).displayName} comes back with ${what}`,
		run: async (stage) => {
			const { page, n8nUrl, store } = stage;
			const credential = await store.sandboxCredential(provider);
			const id = await store.addWorkflow(
				threeNodes(`Filled in: ${what}`, picture, { provider, credential, parameters }),
			);
			await openNodeOf(page, n8nUrl, id, MARK_READ_ID);
			await expectToSee(values, async () => await typedValues(page));
			await takeFieldsColumn(stage, picture);
		},
	}));
}
