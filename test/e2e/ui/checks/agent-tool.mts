import { expect, test } from '../test.mts';
import { openWorkflow } from '../editor/canvas.mts';
import { foundNodes, searchNodes } from '../editor/node-creator.mts';
import { visibleFields } from '../editor/panel.mts';
import { agentWorkflow, MARK_READ_NAME } from '../editor/workflows.mts';
import { takeWorkflow } from '../pictures/editor.mts';

const TOOL = 'WhatsApp Mark Read Tool';

test("An AI Agent's list of tools offers the node; it is attached, and its panel asks for a tool description", async ({
	stage,
}) => {
	const { page } = stage;
	await openWorkflow(stage, agentWorkflow('An agent with a tool'));
	// The plus under the agent takes no click before the canvas is ready.
	await expect(async () => {
		const handle = page.locator('[data-handleid="inputs/ai_tool/0"]');
		await handle.getByTestId('canvas-handle-plus').click({ timeout: 5_000 });
		// The list before it may still be on its way out.
		const header = page.getByTestId('nodes-list-header').filter({ hasText: 'Tools' });
		await expect(header).toBeVisible({ timeout: 5_000 });
	}).toPass({ timeout: 60_000 });
	await searchNodes(page, MARK_READ_NAME);
	await expect(foundNodes(page)).toHaveText([TOOL]);

	await foundNodes(page).click();
	for (const part of ['Tool Description', 'Provider', 'Operation', 'Message']) {
		await expect(visibleFields(page).getByText(part, { exact: true })).toBeVisible();
	}

	await page.getByTestId('ndv-close-button').click();
	await expect(page.getByTestId('ndv')).toBeHidden();
	await page.locator('[data-test-id="edge"][data-target-node-name="AI Agent"]').last().waitFor();
	await takeWorkflow(stage, 'ai-agent-tool');
});
