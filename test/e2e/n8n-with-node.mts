import { rm } from 'node:fs/promises';

import { chooseNode, nodeChoices } from './host/node-runtime.mts';
import { reservePort } from './host/port.mts';
import { provideHost } from './host/ready.mts';
import { startN8n, type RunningN8n } from './host/server.mts';
import { n8nEnvironment } from './host/settings.mts';
import { installIntoN8n } from './package/install.mts';
import { buildPackage, packPackage } from './package/pack.mts';
import { PACKAGE_NAME, projectPaths, type Purpose } from './paths.mts';
import { step } from './progress.mts';
import type { Undo } from './undo.mts';

export interface N8nWish {
	/** A port that is free. */
	readonly port: number;
	readonly purpose: Purpose;
	/** Install n8n anew even when it is already there. */
	readonly fresh: boolean;
}

/** A real n8n with the packed node installed in it, not running yet. */
export interface N8nWithNode {
	readonly nodeBinary: string;
	/** n8n's home. */
	readonly userFolder: string;
	/** Starts it. It may be started again after it has ended: its database and workflows stay. */
	start(): Promise<RunningN8n>;
}

/**
 * Provides n8n, builds and packs the node and installs it into an n8n that knows nothing yet.
 * @param root the project's folder
 * @param undo receives what removes the n8n's home, unless it stays up for somebody to look at
 * @throws StartFailure saying what is missing and what to do.
 */
export async function provideN8nWithNode(
	root: string,
	{ port, purpose, fresh }: N8nWish,
	undo: Undo,
	signal: AbortSignal,
): Promise<N8nWithNode> {
	const paths = projectPaths(root, { n8nPort: port, purpose });
	const { userFolder, hostFolder, packFolder, logFile } = paths;

	await provideHost(paths, fresh ? 'renew' : 'keep', signal);
	const nodeBinary = chooseNode(nodeChoices(hostFolder));

	await step('Building the node', async () => await buildPackage(root, signal));
	await step('Packing the node and installing it into n8n', async () => {
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
		if (purpose !== 'stay') {
			for (const folder of [userFolder, packFolder]) {
				undo.add(async () => await rm(folder, { recursive: true, force: true }));
			}
		}
		const tarball = await packPackage(root, packFolder, signal);
		await installIntoN8n(tarball, PACKAGE_NAME, userFolder, signal);
	});

	return {
		nodeBinary,
		userFolder,
		start: async () => {
			const brokerPort = await reservePort(0, { name: "n8n's task runner", option: '--port' });
			return await startN8n({
				nodeBinary,
				hostFolder,
				environment: n8nEnvironment({ port, brokerPort, userFolder }, process.env),
				logFile,
				url: `http://127.0.0.1:${port}`,
				signal,
			});
		},
	};
}
