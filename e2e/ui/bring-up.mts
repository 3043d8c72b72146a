import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../../sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from '../host/api.mts';
import { reservePort } from '../host/port.mts';
import { provideN8nWithNode } from '../n8n-with-node.mts';
import { step } from '../progress.mts';
import type { Undo } from '../undo.mts';
import { publishWorkflows } from '../workflows/publish.mts';
import { webhookUrls } from '../workflows/workflow.mts';

/** The servers a person's browser talks to; both run until `undo` stops them. */
export interface Servers {
	/** n8n's address, without a trailing slash. */
	readonly n8nUrl: string;
	readonly n8n: N8nApi;
	readonly sandbox: Sandbox;
}

/**
 * Brings up a real n8n with the packed node in it and the sandbox with its phone page, and puts the
 * ready-made credentials and workflows in, as `npm start` does.
 * @param root the project's folder
 * @param undo receives what stops each part again
 * @throws StartFailure saying what is missing and what to do.
 */
export async function bringUpServers(
	root: string,
	undo: Undo,
	signal: AbortSignal,
): Promise<Servers> {
	const port = await reservePort(0, { name: 'n8n', option: '--port' });
	const n8nWithNode = await provideN8nWithNode(
		root,
		{ port, purpose: 'ui', fresh: false },
		undo,
		signal,
	);

	const sandbox = await step('Starting the sandbox with its phone page', async () => {
		return await startSandbox({
			phonePage: {
				folder: join(root, 'sandbox', 'phone', 'page'),
				webhookUrls: webhookUrls(`http://127.0.0.1:${port}`),
			},
		});
	});
	undo.add(async () => await sandbox.close());

	const running = await step('Starting n8n', async () => await n8nWithNode.start());
	undo.add(async () => await running.stop());

	const n8n = await step('Importing credentials and workflows', async () => {
		const signedIn = await signInAsNewOwner(running.url, DEMO_OWNER);
		await publishWorkflows(signedIn, sandbox.url);
		return signedIn;
	});
	return { n8nUrl: running.url, n8n, sandbox };
}
