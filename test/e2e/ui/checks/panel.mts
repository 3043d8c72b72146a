import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expect, test, type Stage } from '../test.mts';
import { openPanel } from '../editor/canvas.mts';
import { choose, expectAddable, expectChoices, visibleFields } from '../editor/panel.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';
import { EXPECTED_OPTIONS, EXPECTED_PANELS, expectedOperations } from '../expected.mts';

/**
 * The panel with every provider, operation and source: set by its dropdowns as a person does it, one
 * after the other in the same node, so that what one setting leaves behind is seen too.
 */
let address: string | undefined;

for (const provider of PROVIDER_IDS.map(underTest)) {
	test(`With ${provider.label} the panel offers exactly its operations`, async ({ stage }) => {
		await openSharedPanel(stage);
		await choose(stage.page, 'provider', provider.label);
		await expectChoices(stage.page, 'operation', expectedOperations(provider));
	});
}

for (const { provider, operation, source, chatType, labels } of EXPECTED_PANELS) {
	const chosen = [provider, operation, source, ...(chatType ? [`Chat Type ${chatType}`] : [])];
	test(`With ${chosen.join(' + ')} the panel shows exactly the fields that belong to it`, async ({
		stage,
	}) => {
		const { page } = stage;
		await openSharedPanel(stage);
		await choose(page, 'provider', provider);
		await choose(page, 'operation', operation);
		await choose(page, 'source', source);
		if (labels.includes('Chat Type')) {
			await choose(page, 'chatType', chatType ?? 'Direct');
		}
		await expect(visibleFields(page)).toHaveText(labels);
	});
}

for (const { provider, source, options } of EXPECTED_OPTIONS) {
	test(`With ${provider} + ${source} "Add option" offers exactly what has an effect`, async ({
		stage,
	}) => {
		const { page } = stage;
		await openSharedPanel(stage);
		await choose(page, 'provider', provider);
		await choose(page, 'operation', 'Mark Message as Read');
		await choose(page, 'source', source);
		await expectAddable(page, options);
	});
}

/** Opens the panel that these tests share, unless it is on the page already. */
async function openSharedPanel(stage: Stage): Promise<void> {
	const { page } = stage;
	if (page.url() === address && (await page.getByTestId('ndv').isVisible())) return;
	const use = { provider: 'cloudApi', credential: stage.credential('cloudApi') };
	await openPanel(stage, threeNodes('Every setting of the panel', use), MARK_READ_ID);
	address = page.url();
}
