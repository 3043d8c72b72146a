import { PROVIDER_IDS, providerOf } from '../../../scripts/providers.js';
import type { Check } from '../check.mts';
import { openWorkflow } from '../editor/canvas.mts';
import {
	foundNodes,
	iconOf,
	searchArea,
	openNodeCreator,
	searchNodes,
} from '../editor/node-creator.mts';
import { emptyWorkflow, MARK_READ_NAME } from '../editor/workflows.mts';
import { expectToRead } from '../look.mts';

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

/** The list of nodes, searched. */
export function nodeCreatorChecks(): Check[] {
	return SEARCHES.map((words) => ({
		name: `Searching the nodes for "${words}" finds WhatsApp Mark Read with its icon`,
		run: async ({ page, n8nUrl, store, pictures }) => {
			const id = await store.addWorkflow(emptyWorkflow(`Searching for ${words}`));
			await openWorkflow(page, n8nUrl, id);
			await openNodeCreator(page);
			await searchNodes(page, words);
			await expectToRead([MARK_READ_NAME], async () => (await foundNodes(page)).join(', '));
			await expectToRead(
				['n8n-nodes-whatsapp-mark-read', 'whatsAppMarkRead.svg'],
				async () => await iconOf(page, MARK_READ_NAME),
			);
			if (words === PICTURED) await pictures.take('node-creator', page, await searchArea(page));
		},
	}));
}
