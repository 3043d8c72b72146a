import { rm } from 'node:fs/promises';

import { startSandbox, type Sandbox } from '../sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner } from './host/api.mts';
import { chooseNode, nodeChoices } from './host/node-runtime.mts';
import { reservePort } from './host/port.mts';
import { provideHost } from './host/ready.mts';
import { startN8n, type RunningN8n } from './host/server.mts';
import { n8nEnvironment } from './host/settings.mts';
import type { StartOptions } from './options.mts';
import { installIntoN8n } from './package/install.mts';
import { buildPackage, packPackage } from './package/pack.mts';
import { PACKAGE_NAME, projectPaths } from './paths.mts';
import { step } from './progress.mts';
import { publishWorkflows } from './workflows/publish.mts';

/** What is up; both servers run until `stop`. */
export interface Running {
	readonly n8n: RunningN8n;
	readonly sandbox: Sandbox;
}

/** Undoes what was brought up, newest first; also after half a start. */
export class Undo {
	readonly #steps: Array<() => Promise<void>> = [];

	add(undo: () => Promise<void>): void {
		this.#steps.push(undo);
	}

	async all(): Promise<void> {
		for (let undo = this.#steps.pop(); undo; undo = this.#steps.pop()) await undo();
	}
}

/**
 * Brings up everything the main job needs: a real n8n with the packed node in it, the sandbox of
 * the four providers, credentials and workflows.
 * @param root the project's folder
 * @param undo receives what stops each part again
 * @throws StartFailure saying what is missing and what to do.
 */
export async function bringUp(
	root: string,
	options: StartOptions,
	undo: Undo,
	signal: AbortSignal,
): Promise<Running> {
	const n8nPort = await reservePort(options.n8nPort, { name: 'n8n', option: '--port' });
	const sandboxPort = await reservePort(options.sandboxPort, {
		name: 'the sandbox',
		option: '--sandbox-port',
	});
	const paths = projectPaths(root, { n8nPort, once: options.once });

	await provideHost(paths, options.fresh ? 'renew' : 'keep', signal);
	const nodeBinary = chooseNode(nodeChoices(paths.hostFolder));

	await step('Building the node', async () => await buildPackage(root, signal));
	await step('Packing the node and installing it into n8n', async () => {
		await rm(paths.userFolder, { recursive: true, force: true, maxRetries: 3 });
		if (options.once) {
			for (const folder of [paths.userFolder, paths.packFolder]) {
				undo.add(async () => await rm(folder, { recursive: true, force: true }));
			}
		}
		const tarball = await packPackage(root, paths.packFolder, signal);
		await installIntoN8n(tarball, PACKAGE_NAME, paths.userFolder, signal);
	});

	const sandbox = await step('Starting the sandbox of the four providers', async () => {
		return await startSandbox({ port: sandboxPort });
	});
	undo.add(async () => await sandbox.close());

	const n8n = await step('Starting n8n', async () => {
		const brokerPort = await reservePort(0, { name: "n8n's task runner", option: '--port' });
		const { userFolder, hostFolder, logFile } = paths;
		return await startN8n({
			nodeBinary,
			hostFolder,
			environment: n8nEnvironment({ port: n8nPort, brokerPort, userFolder }, process.env),
			logFile,
			url: `http://127.0.0.1:${n8nPort}`,
			signal,
		});
	});
	undo.add(async () => await n8n.stop());

	await step('Importing credentials and workflows', async () => {
		await publishWorkflows(await signInAsNewOwner(n8n.url, DEMO_OWNER), sandbox.url);
	});
	return { n8n, sandbox };
}
