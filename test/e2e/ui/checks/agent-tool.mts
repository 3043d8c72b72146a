import { expect, test } from '../test.mts';
import { closePanel, openWorkflow } from '../editor/canvas.mts';
import { takeWorkflow } from '../editor/canvas-picture.mts';
import { foundNodes, openToolList, searchNodes, takeNode } from '../editor/node-creator.mts';
import { visibleFields } from '../editor/panel.mts';
import { marked } from '../editor/test-ids.mts';
import { agentWorkflow, MARK_READ_NAME } from '../editor/workflows.mts';

const TOOL = 'WhatsApp Mark Read Tool';

test("An AI Agent's list of tools offers the node; it is attached, and its panel asks for a tool description", async ({
	stage,
}) => {
	const { page, n8nUrl, store } = stage;
	const id = await store.addWorkflow(agentWorkflow('An agent with a tool'));
	await openWorkflow(page, n8nUrl, id);
	await openToolList(page);
	await searchNodes(page, MARK_READ_NAME);
	await expect.poll(() => foundNodes(page)).toEqual([TOOL]);

	await takeNode(page, TOOL);
	await page.locator(marked('ndv')).waitFor();
	for (const part of ['Tool Description', 'Provider', 'Operation', 'Message']) {
		await expect.poll(async () => (await visibleFields(page)).join(', ')).toContain(part);
	}

	await closePanel(page);
	await page
		.locator(`${marked('edge')}[data-target-node-name="AI Agent"]`)
		.last()
		.waitFor();
	await takeWorkflow(stage, 'ai-agent-tool');
});
