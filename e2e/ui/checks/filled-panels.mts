import { UNDER_TEST } from '../../providers/index.mts';
import { PROVIDER_NAMES, PROVIDERS } from '../../workflows/providers.mts';
import type { Check } from '../check.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { takeFieldsColumn } from '../editor/panel-picture.mts';
import { typedValues } from '../editor/panel.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';
import { expectToSee } from '../look.mts';

const FILLED_PANELS = [
	...PROVIDERS.map((provider) => ({
		provider,
		what: 'nothing to fill in behind a webhook',
		parameters: { source: 'webhook' },
		values: [],
		picture: `panel-${provider}`,
	})),
	...Object.values(UNDER_TEST).flatMap(({ id, filledPanels = [] }) =>
		filledPanels.map((panel) => ({ provider: id, ...panel })),
	),
];

/** Panels that come back as they were saved. */
export function filledPanelChecks(): Check[] {
	return FILLED_PANELS.map(({ provider, what, parameters, values, picture }) => ({
		name: `A saved workflow of ${PROVIDER_NAMES[provider]} comes back with ${what}`,
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
