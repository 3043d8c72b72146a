import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { expect, test, type Stage } from '../test.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { addableOptions, choicesOf, choose, visibleFields } from '../editor/panel.mts';
import { marked } from '../editor/test-ids.mts';
import { MARK_READ_ID, threeNodes } from '../editor/workflows.mts';
import {
	EXPECTED_OPTIONS,
	EXPECTED_PANELS,
	expectedOperations,
	wholePanel,
} from '../expected/panel.mts';

/**
 * The panel with every provider, operation and source: set by its dropdowns as a person does it, one
 * after the other in the same node, so that what one setting leaves behind is seen too.
 */
let address: string | undefined;

for (const provider of PROVIDER_IDS.map(underTest)) {
	test(`With ${provider.label} the panel offers exactly its operations`, async ({ stage }) => {
		await openPanel(stage);
		await choose(stage.page, 'provider', provider.label);
		await expect
			.poll(() => choicesOf(stage.page, 'operation'))
			.toEqual(expectedOperations(provider));
	});
}

for (const expected of EXPECTED_PANELS) {
	const { provider, operation, source, chatType } = expected;
	const chosen = [provider, operation, source, ...(chatType ? [`Chat Type ${chatType}`] : [])];
	test(`With ${chosen.join(' + ')} the panel shows exactly the fields that belong to it`, async ({
		stage,
	}) => {
		const { page } = stage;
		await openPanel(stage);
		await choose(page, 'provider', provider);
		await choose(page, 'operation', operation);
		await choose(page, 'source', source);
		if (expected.fields.includes('Chat Type')) {
			await choose(page, 'chatType', chatType ?? 'Direct');
		}
		await expect.poll(() => visibleFields(page)).toEqual(wholePanel(expected));
	});
}

for (const { provider, source, options } of EXPECTED_OPTIONS) {
	test(`With ${provider} + ${source} "Add option" offers exactly what has an effect`, async ({
		stage,
	}) => {
		const { page } = stage;
		await openPanel(stage);
		await choose(page, 'provider', provider);
		await choose(page, 'operation', 'Mark Message as Read');
		await choose(page, 'source', source);
		await expect.poll(() => addableOptions(page)).toEqual(options);
	});
}

/** Opens the panel that these tests share, unless it is on the page already. */
async function openPanel({ page, n8nUrl, store }: Stage): Promise<void> {
	if (page.url() === address && (await page.locator(marked('ndv')).isVisible())) return;
	const credential = await store.sandboxCredential('cloudApi');
	const id = await store.addWorkflow(
		threeNodes('Every setting of the panel', 'every-setting', { provider: 'cloudApi', credential }),
	);
	await openNodeOf(page, n8nUrl, id, MARK_READ_ID);
	address = page.url();
}
