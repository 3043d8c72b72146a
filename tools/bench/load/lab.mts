import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { startSandbox, type Sandbox } from '../../sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from '../../../test/e2e/host/api.mts';
import { reservePort } from '../../../test/e2e/host/port.mts';
import { startN8n, type RunningN8n } from '../../../test/e2e/host/server.mts';
import { n8nEnvironment } from '../../../test/e2e/host/settings.mts';
import { provideN8nWithNode } from '../../../test/e2e/n8n-with-node.mts';
import { projectPaths } from '../../../test/e2e/paths.mts';
import { step } from '../../../test/e2e/progress.mts';
import type { Undo } from '../../../test/e2e/undo.mts';
import { storeCredential } from '../../../test/e2e/workflows/publish.mts';
import { LOAD_PROVIDER, loadWorkflow, SIDES, type Side } from './sides.mts';

/** Everything the load needs. */
export interface LoadLab {
	/** The Node.js that runs n8n. */
	readonly nodeBinary: string;
	readonly sandbox: Sandbox;
	readonly api: N8nApi;
	readonly workflowIds: ReadonlyMap<Side, string>;
	/** Starts n8n anew, with the same workflows; one that runs is ended before. */
	startAnew(): Promise<RunningN8n>;
}

/**
 * Brings up the sandbox and an n8n with a workflow for each side.
 * @param root the project's folder
 * @param undo receives what stops each part again
 * @throws StartFailure saying what is missing and what to do
 */
export async function openLoadLab(root: string, undo: Undo, signal: AbortSignal): Promise<LoadLab> {
	const port = await reservePort(0, { name: 'n8n', option: '--port' });
	const identity = { n8nPort: port, purpose: 'load' } as const;
	const { hostFolder, logFile } = projectPaths(root, identity);
	const { nodeBinary, userFolder } = await provideN8nWithNode(
		root,
		{ port, purpose: 'load', fresh: false },
		undo,
		signal,
	);
	const sandbox = await startSandbox();
	undo.add(async () => await sandbox.close());

	let running: RunningN8n | null = null;
	undo.add(async () => await running?.stop());
	const startAnew = async (): Promise<RunningN8n> => {
		await running?.stop();
		signal.throwIfAborted();
		const brokerPort = await reservePort(0, { name: "n8n's task runner", option: '--port' });
		running = await startN8n({
			nodeBinary,
			hostFolder,
			environment: {
				...n8nEnvironment({ port, brokerPort, userFolder }, process.env),
				NODE_OPTIONS: `--expose-gc --require "${join(root, 'tools', 'bench', 'load', 'memory', 'collectOnSignal.cjs')}"`,
			},
			logFile,
			url: `http://127.0.0.1:${port}`,
			signal,
		});
		return running;
	};

	const { api, workflowIds } = await step(
		'Starting n8n, storing a workflow for each side',
		async () => {
			const { url } = await startAnew();
			const signedIn = await signInAsNewOwner(url, DEMO_OWNER);
			return { api: signedIn, workflowIds: await publishSides(signedIn, sandbox.url) };
		},
	);
	return { nodeBinary, sandbox, api, workflowIds, startAnew };
}

async function publishSides(api: N8nApi, sandboxUrl: string): Promise<ReadonlyMap<Side, string>> {
	const credential = await storeCredential(api, LOAD_PROVIDER, sandboxUrl);
	const ids = new Map<Side, string>();
	for (const side of SIDES) {
		ids.set(side, await api.publishWorkflow(loadWorkflow(side, credential, sandboxUrl)));
	}
	return ids;
}

/** Gives n8n time to store, and to do what it does a little later. */
export async function settle(signal: AbortSignal): Promise<void> {
	await wait(5000, undefined, { signal });
}
