import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { OPERATION_NAMES } from '../../providers/provider.mts';
import { expect, test } from '../test.mts';
import { openNodeOf } from '../editor/canvas.mts';
import { inputFields, inputText } from '../editor/output.mts';
import { NEXT_ID, threeNodes } from '../editor/workflows.mts';
import { RECEIPT_KEYS } from '../expected/output.mts';

/** One that has every operation. */
const [PROVIDER = ''] = PROVIDER_IDS.filter(
	(id) => underTest(id).operations.length === Object.keys(OPERATION_NAMES).length,
);

/**
 * Before anything has run, the panel of the node *behind* shows the fields to map, as the input it
 * will get. The node's own output pane stays empty until then: n8n shows previews nowhere else.
 */
for (const [operation, label] of Object.entries(OPERATION_NAMES)) {
	test(`Before the first run of ${label}, the next node already offers the output's fields`, async ({
		stage: { page, n8nUrl, store, pictures },
	}) => {
		const credential = await store.sandboxCredential(PROVIDER);
		const parameters = { operation };
		const id = await store.addWorkflow(
			threeNodes(`Preview: ${label}`, `preview-${operation}`, {
				provider: PROVIDER,
				credential,
				parameters,
			}),
		);
		await openNodeOf(page, n8nUrl, id, NEXT_ID);
		for (const part of ['Preview', 'Usually outputs the following fields']) {
			await expect.poll(() => inputText(page)).toContain(part);
		}
		const keys = async () => (await inputFields(page)).filter((key) => !key.endsWith(']'));
		await expect.poll(keys).toEqual(RECEIPT_KEYS);
		if (operation === 'markMessage') await pictures.take('output-preview', page);
	});
}
