import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../../tools/sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from './host/api.mts';
import { reservePort } from './host/port.mts';
import type { RunningN8n } from './host/server.mts';
import { provideN8nWithNode } from './n8n-with-node.mts';
import type { StartOptions } from './options.mts';
import type { Purpose } from './paths.mts';
import { step } from './progress.mts';
import { readDatabase, type StoredData } from './secrets/database/read.mts';
import type { Undo } from './undo.mts';
import { publishWorkflows } from './workflows/publish.mts';
import { webhookUrls } from './workflows/workflow.mts';

/** 0 = any free port. */
interface Wish extends Pick<StartOptions, 'n8nPort' | 'sandboxPort' | 'fresh'> {
	readonly purpose: Purpose;
}

/** What is up; both servers run until `stop`. */
export interface Running {
	readonly n8n: RunningN8n;
	readonly api: N8nApi;
	readonly sandbox: Sandbox;
	/** Reads everything n8n has stored so far. */
	readDatabase(): Promise<StoredData>;
}

/**
 * Brings up a real n8n with the packed node in it, the sandbox with its phone page, credentials and workflows.
 * @param root the project's folder
 * @param undo receives what stops each part again
 * @throws StartFailure saying what is missing and what to do.
 */
export async function bringUp(
	root: string,
	{ n8nPort: wantedPort, sandboxPort: wantedSandboxPort, purpose, fresh }: Wish,
	undo: Undo,
	signal: AbortSignal,
): Promise<Running> {
	const n8nPort = await reservePort(wantedPort, { name: 'n8n', option: '--port' });
	const sandboxPort = await reservePort(wantedSandboxPort, {
		name: 'the sandbox',
		option: '--sandbox-port',
	});
	const n8nWithNode = await provideN8nWithNode(
		root,
		{ port: n8nPort, purpose, fresh },
		undo,
		signal,
	);

	const sandbox = await step('Starting the sandbox', async () => {
		return await startSandbox({
			port: sandboxPort,
			phonePage: {
				folder: join(root, 'tools', 'sandbox', 'phone', 'page'),
				webhookUrls: webhookUrls(`http://127.0.0.1:${n8nPort}`),
			},
		});
	});
	undo.add(async () => await sandbox.close());

	const n8n = await step('Starting n8n', async () => await n8nWithNode.start());
	undo.add(async () => await n8n.stop());

	const api = await step('Importing credentials and workflows', async () => {
		const signedIn = await signInAsNewOwner(n8n.url, DEMO_OWNER);
		await publishWorkflows(signedIn, sandbox.url);
		return signedIn;
	});
	const { nodeBinary, userFolder } = n8nWithNode;
	return {
		n8n,
		api,
		sandbox,
		readDatabase: async () => await readDatabase(root, nodeBinary, userFolder),
	};
}
