import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { expect, test } from '../test.mts';
import { openWorkflow } from '../editor/canvas.mts';
import { searchNodes } from '../editor/node-creator.mts';
import { emptyWorkflow, MARK_READ_NAME } from '../editor/workflows.mts';
import { takeFoundNodes } from '../pictures/editor.mts';

/** A provider by a name of one word: longer ones share words with other nodes. */
const PROVIDER_NAME = PROVIDER_IDS.map((id) => providerOf(id).displayName.toLowerCase()).find(
	(name) => /^\w+$/.test(name),
);

/** What people call what they look for. */
const SEARCHES = [
	'blue ticks',
	'mark as read',
	'read receipt',
	...(PROVIDER_NAME === undefined ? [] : [PROVIDER_NAME]),
	'whatsapp',
];

/** The last one's list: what stands beside the node there. */
const PICTURED = 'whatsapp';

for (const words of SEARCHES) {
	test(`Searching the nodes for "${words}" finds WhatsApp Mark Read with its icon`, async ({
		stage,
	}) => {
		const { page } = stage;
		await openWorkflow(stage, emptyWorkflow(`Searching for ${words}`));
		await page.getByTestId('node-creator-plus-button').click();
		await searchNodes(page, words);
		const found = page
			.getByTestId('item-iterator-item')
			.filter({ has: page.getByText(MARK_READ_NAME, { exact: true }) });
		const icon = /n8n-nodes-whatsapp-mark-read.*whatsAppMarkRead\.svg/;
		await expect(found.locator('img:visible').first()).toHaveAttribute('src', icon);
		if (words === PICTURED) await takeFoundNodes(stage, 'node-creator');
	});
}
