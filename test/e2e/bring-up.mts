import { join } from 'node:path';

import { startSandbox, type ProviderId, type Sandbox } from '../../tools/sandbox/index.mts';
import { DEMO_OWNER, signInAsNewOwner, type N8nApi } from './host/api.mts';
import { reservePort } from './host/port.mts';
import type { RunningN8n } from './host/server.mts';
import { N8N_2, type HostVersion } from './host/versions.mts';
import { provideN8nWithNode, type WorkerOfN8n } from './n8n-with-node.mts';
import { step } from './progress.mts';
import { startQueueServices } from './queue/services.mts';
import { readStoredData, type StoredData } from './secrets/database/read.mts';
import type { SearchedText } from './secrets/report.mts';
import type { Undo } from './undo.mts';
import { publishWorkflows, type Published } from './workflows/publish.mts';
import { webhookUrls } from './workflows/workflow.mts';

const ROOT = join(import.meta.dirname, '../..');
const WORKERS = 2;

/** Whether one process runs the executions, or workers that a main instance hands them to. */
export type Mode = 'regular' | 'queue';

export interface Wish {
	/** Names the log files. `stay`: n8n's home stays for somebody to look at. */
	readonly purpose: string;
	readonly host?: HostVersion;
	readonly mode?: Mode;
	/** Ports of n8n and the sandbox; 0 or nothing = any free one. */
	readonly n8nPort?: number;
	readonly sandboxPort?: number;
	/** Without the providers' documented limits. */
	readonly rateLimits?: 'none';
	/** Install n8n anew even when it is already there. */
	readonly fresh?: boolean;
	/** The packed node; without it the node is built and packed. */
	readonly tarball?: string | undefined;
}

export interface NamedWorker extends WorkerOfN8n {
	/** As in "worker-1". */
	readonly name: string;
}

/** What is up; everything runs until it is undone. */
export interface Running {
	readonly n8n: RunningN8n;
	readonly api: N8nApi;
	readonly sandbox: Sandbox;
	/** The ready-made credential and workflow of each provider. */
	published(provider: ProviderId): Published;
	/** Those that take executions; empty in regular mode. */
	readonly workers: readonly NamedWorker[];
	/** Starts a new worker in place of one that was killed. */
	replaceWorker(killed: NamedWorker): Promise<void>;
	/** What every process of n8n has printed so far. */
	logs(): readonly SearchedText[];
	/** Reads everything n8n has stored so far. */
	readDatabase(): Promise<StoredData>;
}

/**
 * Brings up a real n8n with the packed node in it, the sandbox with its phone page, credentials and workflows.
 * @param undo receives what stops each part again
 * @throws StartFailure saying what is missing and what to do.
 */
export async function bringUp(wish: Wish, undo: Undo, signal: AbortSignal): Promise<Running> {
	const { purpose, host = N8N_2, mode = 'regular', fresh = false, tarball } = wish;
	const port = await reservePort(wish.n8nPort ?? 0, { name: 'n8n', option: '--port' });
	const sandboxPort = await reservePort(wish.sandboxPort ?? 0, {
		name: 'the sandbox',
		option: '--sandbox-port',
	});
	const n8nWish = { port, purpose, fresh, host, tarball };
	const n8nWithNode = await provideN8nWithNode(ROOT, n8nWish, undo, signal);

	const sandbox = await step('Starting the sandbox', async () => {
		return await startSandbox({
			port: sandboxPort,
			...(wish.rateLimits && { rateLimits: wish.rateLimits }),
			phonePage: {
				folder: join(ROOT, 'tools', 'sandbox', 'phone', 'page'),
				webhookUrls: webhookUrls(`http://127.0.0.1:${port}`),
			},
		});
	});
	undo.add(async () => await sandbox.close());

	const logBase = join(ROOT, '.cache', `n8n-${purpose}`);
	const queue = mode === 'queue' ? await startQueueServices(logBase, undo, signal) : undefined;
	const n8n = await step(`Starting n8n ${host.version}`, async () => {
		return await n8nWithNode.start(queue?.settings);
	});
	undo.add(async () => await n8n.stop());

	const started: NamedWorker[] = [];
	let workers: readonly NamedWorker[] = [];
	const addWorker = async (settings: Readonly<Record<string, string>>): Promise<void> => {
		const name = `worker-${started.length + 1}`;
		const worker = await step(`Starting ${name}`, async () => {
			return { name, ...(await n8nWithNode.startWorker(name, settings)) };
		});
		undo.add(async () => await worker.program.stop());
		started.push(worker);
		workers = [...workers, worker];
	};
	if (queue) while (workers.length < WORKERS) await addWorker(queue.settings);

	const { api, published } = await step('Importing credentials and workflows', async () => {
		const signedIn = await signInAsNewOwner(n8n.url, DEMO_OWNER, host);
		return { api: signedIn, published: await publishWorkflows(signedIn, sandbox.url) };
	});
	return {
		n8n,
		api,
		sandbox,
		published,
		get workers() {
			return workers;
		},
		replaceWorker: async (killed) => {
			workers = workers.filter((worker) => worker !== killed);
			if (queue) await addWorker(queue.settings);
		},
		logs: () => [
			{ place: "n8n's log", text: n8n.output() },
			...started.map(({ name, program }) => ({
				place: `the log of ${name}`,
				text: program.output(),
			})),
		],
		readDatabase: async () =>
			await readStoredData({
				nodeBinary: n8nWithNode.nodeBinary,
				userFolders: [n8nWithNode.userFolder, ...started.map(({ userFolder }) => userFolder)],
				...(queue && { readTables: queue.readTables }),
			}),
	};
}
