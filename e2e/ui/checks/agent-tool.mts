import type { Check } from '../check.mts';
import { closePanel, openWorkflow } from '../editor/canvas.mts';
import { takeWorkflow } from '../editor/canvas-picture.mts';
import { foundNodes, openToolList, searchNodes, takeNode } from '../editor/node-creator.mts';
import { visibleFields } from '../editor/panel.mts';
import { marked } from '../editor/test-ids.mts';
import { agentWorkflow, MARK_READ_NAME } from '../editor/workflows.mts';
import { expectToRead, expectToSee } from '../look.mts';

const TOOL = 'WhatsApp Mark Read Tool';

/** The node as a tool of an AI Agent. */
export function agentToolChecks(): Check[] {
	return [
		{
			name: "An AI Agent's list of tools offers the node; it is attached, and its panel asks for a tool description",
			run: async (stage) => {
				const { page, n8nUrl, store } = stage;
				const id = await store.addWorkflow(agentWorkflow('An agent with a tool'));
				await openWorkflow(page, n8nUrl, id);
				await openToolList(page);
				await searchNodes(page, MARK_READ_NAME);
				await expectToSee([TOOL], async () => await foundNodes(page));

				await takeNode(page, TOOL);
				await page.locator(marked('ndv')).waitFor();
				await expectToRead(['Tool Description', 'Provider', 'Operation', 'Message'], async () =>
					(await visibleFields(page)).join(', '),
				);

				await closePanel(page);
				await page
					.locator(`${marked('edge')}[data-target-node-name="AI Agent"]`)
					.last()
					.waitFor();
				await takeWorkflow(stage, 'ai-agent-tool');
			},
		},
	];
}
