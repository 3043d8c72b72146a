import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Workflow } from '../../workflows/workflow.mts';
import type { Check } from '../check.mts';
import { nodesOnCanvas, openWorkflow } from '../editor/canvas.mts';
import { takeWorkflow } from '../editor/canvas-picture.mts';
import { withSandboxCredentials } from '../editor/example-credentials.mts';
import { expectToSee } from '../look.mts';

/**
 * Each importable workflow on n8n's canvas.
 * @param folder where the workflow files lie
 */
export function exampleChecks(folder: string): Check[] {
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => exampleCheck(folder, file.replace(/\.json$/, '')));
}

function exampleCheck(folder: string, example: string): Check {
	return {
		name: `The example ${example} opens on the canvas, with every node known to n8n`,
		run: async (stage) => {
			const { page, n8nUrl, store } = stage;
			const workflow = readWorkflow(join(folder, `${example}.json`));
			const id = await store.addWorkflow(await withSandboxCredentials(workflow, store));
			await openWorkflow(page, n8nUrl, id);
			const expected = workflow.nodes
				.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
				.map(({ name }) => name)
				.sort();
			await expectToSee(expected, async () => await nodesOnCanvas(page));
			await takeWorkflow(stage, `example-${example}`);
		},
	};
}

/** A file as it would be dropped on the canvas: what n8n adds when it is stored is not in it. */
function readWorkflow(path: string): Workflow {
	const { name, nodes, connections, settings } = JSON.parse(readFileSync(path, 'utf8')) as Workflow;
	return { name, nodes, connections, settings };
}
