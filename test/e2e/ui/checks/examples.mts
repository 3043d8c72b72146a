import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Workflow } from '../../workflows/workflow.mts';
import { expect, test } from '../test.mts';
import { nodesOnCanvas, openWorkflow } from '../editor/canvas.mts';
import { takeWorkflow } from '../editor/canvas-picture.mts';
import { withSandboxCredentials } from '../editor/example-credentials.mts';

/** The workflows to import. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'examples');

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

for (const file of FILES.sort()) {
	const example = file.replace(/\.json$/, '');
	test(`The example ${example} opens on the canvas, with every node known to n8n`, async ({
		stage,
	}) => {
		const { page, n8nUrl, store } = stage;
		const workflow = readWorkflow(join(FOLDER, file));
		const id = await store.addWorkflow(await withSandboxCredentials(workflow, store));
		await openWorkflow(page, n8nUrl, id);
		const expected = workflow.nodes
			.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
			.map(({ name }) => name)
			.sort();
		await expect.poll(() => nodesOnCanvas(page)).toEqual(expected);
		await takeWorkflow(stage, `example-${example}`);
	});
}

/** A file as it would be dropped on the canvas: what n8n adds when it is stored is not in it. */
function readWorkflow(path: string): Workflow {
	const { name, nodes, connections, settings } = JSON.parse(readFileSync(path, 'utf8')) as Workflow;
	return { name, nodes, connections, settings };
}
