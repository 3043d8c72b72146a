import { readdirSync } from 'node:fs';

import { PROVIDER_IDS, providerOf } from '../../../../tools/providers.js';
import { FOLDER, readExample, withCredentials, workingNodesOf } from '../../examples/file.mts';
import { openWorkflow } from '../editor/canvas.mts';
import { takeWorkflow } from '../pictures/editor.mts';
import { expect, test } from '../test.mts';

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

for (const file of FILES.sort()) {
	const example = file.replace(/\.json$/, '');
	test(`The example ${example} opens on the canvas, with every node known to n8n`, async ({
		stage,
	}) => {
		const ofProviders = PROVIDER_IDS.map((id) => [
			providerOf(id).credentialType,
			stage.credential(id),
		]);
		const workflow = withCredentials(readExample(example), Object.fromEntries(ofProviders));
		await openWorkflow(stage, workflow);
		const names = async () =>
			await stage.page
				.getByTestId('canvas-node')
				.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node-name')).sort());
		const expected = workingNodesOf(workflow).map(({ name }) => name);
		await expect.poll(names).toEqual(expected.sort());
		await takeWorkflow(stage, `example-${example}`);
	});
}
