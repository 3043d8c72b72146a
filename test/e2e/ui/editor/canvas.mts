import type { Page } from '@playwright/test';

import { marked } from './test-ids.mts';

/** Opens a workflow on the canvas and waits until its nodes are drawn. */
export async function openWorkflow(page: Page, n8nUrl: string, id: string): Promise<void> {
	await page.goto(`${n8nUrl}/workflow/${id}`);
	await page.locator(marked('canvas-node')).first().waitFor();
}

/** Opens a node's panel over the canvas. */
export async function openNode(page: Page, name: string): Promise<void> {
	await page.locator(`${marked('canvas-node')}[data-node-name="${name}"]`).dblclick();
	await page.locator(marked('ndv')).waitFor();
}

/** Opens the panel of a node by its address. */
export async function openNodeOf(
	page: Page,
	n8nUrl: string,
	workflowId: string,
	nodeId: string,
): Promise<void> {
	await page.goto(`${n8nUrl}/workflow/${workflowId}/${nodeId}`);
	await page.locator(marked('ndv')).waitFor();
	await page
		.locator(`${marked('node-parameters')} ${marked('parameter-item')}`)
		.first()
		.waitFor();
}

/** Closes the panel that is open. */
export async function closePanel(page: Page): Promise<void> {
	await page.locator(marked('ndv-close-button')).click();
	await page.locator(marked('ndv')).waitFor({ state: 'hidden' });
}

/** Moves the canvas so that the whole workflow is to be seen. */
export async function zoomToFit(page: Page): Promise<void> {
	await page.locator(marked('zoom-to-fit')).click();
}

/**
 * Starts the workflow by its button and waits until its Webhook node listens for a test event.
 */
export async function listenForTestEvent(page: Page): Promise<void> {
	const button = page.locator(marked('execute-workflow-button'));
	await button.click();
	await button.filter({ hasText: 'Waiting for trigger event' }).waitFor();
}

/** Waits until a run that was waiting has ended. */
export async function untilRunEnds(page: Page): Promise<void> {
	const button = page.locator(marked('execute-workflow-button'));
	await button.filter({ hasText: 'Execute workflow' }).waitFor();
}

/** The names of the nodes that are drawn, sorted; sticky notes are not among them. */
export async function nodesOnCanvas(page: Page): Promise<string[]> {
	const drawn = await page.locator(marked('canvas-node')).all();
	const names = await Promise.all(
		drawn.map(async (node) => (await node.getAttribute('data-node-name')) ?? ''),
	);
	return names.sort();
}
