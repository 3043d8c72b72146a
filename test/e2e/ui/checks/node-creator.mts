import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { expect, test } from '../test.mts';
import { openWorkflow } from '../editor/canvas.mts';
import {
	foundNodes,
	iconOf,
	searchArea,
	openNodeCreator,
	searchNodes,
} from '../editor/node-creator.mts';
import { emptyWorkflow, MARK_READ_NAME } from '../editor/workflows.mts';

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
		stage: { page, n8nUrl, store, pictures },
	}) => {
		const id = await store.addWorkflow(emptyWorkflow(`Searching for ${words}`));
		await openWorkflow(page, n8nUrl, id);
		await openNodeCreator(page);
		await searchNodes(page, words);
		await expect.poll(async () => (await foundNodes(page)).join(', ')).toContain(MARK_READ_NAME);
		for (const part of ['n8n-nodes-whatsapp-mark-read', 'whatsAppMarkRead.svg']) {
			await expect.poll(() => iconOf(page, MARK_READ_NAME)).toContain(part);
		}
		if (words === PICTURED) await pictures.take('node-creator', page, await searchArea(page));
	});
}
