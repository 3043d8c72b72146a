import { PROVIDER_IDS } from '../../../../tools/providers.js';
import { underTest } from '../../providers/index.mts';
import { OPERATION_NAMES } from '../../providers/provider.mts';
import { expect, test } from '../test.mts';
import { openPanel } from '../editor/canvas.mts';
import { schemaKeys } from '../editor/schema.mts';
import { NEXT_ID, threeNodes } from '../editor/workflows.mts';
import { RECEIPT_KEYS } from '../expected.mts';

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
		stage,
	}) => {
		const { page, pictures } = stage;
		const use = {
			provider: PROVIDER,
			credential: stage.credential(PROVIDER),
			parameters: { operation },
		};
		await openPanel(stage, threeNodes(`Preview: ${label}`, use), NEXT_ID);
		const input = page.getByTestId('ndv-input-panel');
		for (const part of ['Preview', 'Usually outputs the following fields']) {
			await expect(input).toContainText(part);
		}
		await expect.poll(async () => await schemaKeys(input)).toEqual(RECEIPT_KEYS);
		if (operation === 'markMessage') await pictures.take('output-preview', page);
	});
}
