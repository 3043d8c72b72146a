import type { Workflow } from '../../workflows/workflow.mts';
import { VIEWPORT } from '../browser.mts';
import type { Stage } from '../test.mts';

/** Stores a workflow as a draft, opens it on the canvas and waits until its nodes are drawn. */
export async function openWorkflow(stage: Stage, workflow: Workflow): Promise<void> {
	await open(stage, workflow);
	await stage.page.getByTestId('canvas-node').first().waitFor();
}

/** Stores a workflow as a draft and opens the panel of one of its nodes by its address. */
export async function openPanel(stage: Stage, workflow: Workflow, nodeId: string): Promise<void> {
	await open(stage, workflow, `/${nodeId}`);
	await stage.page
		.getByTestId('ndv')
		.getByTestId('node-parameters')
		.getByTestId('parameter-item')
		.first()
		.waitFor();
}

async function open({ page, n8nUrl, api }: Stage, workflow: Workflow, path = ''): Promise<void> {
	const { id } = (await api.post('workflows', workflow)) as { readonly id: string };
	await page.setViewportSize(VIEWPORT);
	await page.goto(`${n8nUrl}/workflow/${id}${path}`);
}
