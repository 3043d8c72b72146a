import { appendFileSync } from 'node:fs';
import {
	PROVIDER_IDS,
	sandboxCredential,
	startSandbox,
	type FaultPlan,
	type ProviderId,
} from '../../tools/sandbox/index.mts';
import {
	markItems,
	receiveMessages,
	type Execution,
	type ExecutionSettings,
} from './markItems.mts';
import { tally, type Tally } from './tally.mts';
import { secretsIn } from './watchProcess.mts';

/** Set by test/jest.faults.config.js. */
declare const RUN: { readonly seed: number; readonly counts: string };

/** What decides which calls are struck, where chance does. */
export const { seed: SEED } = RUN;

interface Marking extends ExecutionSettings {
	/** Receipts of all providers together. */
	readonly receipts: number;
	/** Where another address stands in the sandbox's place. */
	readonly url?: string;
	readonly plan: (sandboxUrl: string, position: number) => FaultPlan | null;
}

/** What one provider's receipts came to. */
export interface Marked {
	readonly provider: ProviderId;
	readonly execution: Execution;
	readonly tally: Tally;
}

/** What the sandbox remembers of all of them. */
export interface Remembered {
	readonly read: number;
	readonly unread: number;
	readonly struck: number;
	/** Bytes of oversized bodies that one call took in on average. */
	readonly oversizedBytes: number;
}

/** Marks messages through all providers at once while faults strike, and tells no secret. */
export async function markWithAll({
	receipts,
	url,
	plan,
	...settings
}: Marking): Promise<Remembered & { readonly marked: readonly Marked[] }> {
	const sandbox = await startSandbox({ rateLimits: 'none' });
	try {
		const marked = await Promise.all(
			PROVIDER_IDS.map(async (provider, position): Promise<Marked> => {
				sandbox.faults.set(provider, plan(sandbox.url, position));
				const share = Math.floor((receipts + position) / PROVIDER_IDS.length);
				const waiting = receiveMessages(sandbox, provider, share);
				const credential = sandboxCredential(provider, url ?? sandbox.url);
				const execution = await markItems(provider, credential, waiting, settings);
				const reached = url === undefined ? sandbox : null;
				return { provider, execution, tally: tally(provider, waiting, execution, reached) };
			}),
		);
		// The error of a workflow that stops stands for all its items.
		if (settings.onError !== 'stopWorkflow') marked.forEach((one) => addToSummary(one.tally));
		for (const { provider, execution } of marked) {
			expect({ provider, secrets: secretsIn(execution.kept) }).toEqual({
				provider,
				secrets: [],
			});
		}
		const { received, requests } = sandbox.memory;
		const unread = sandbox.memory.unread().length;
		return {
			marked,
			read: received.length - unread,
			unread,
			struck: requests.filter(({ fault }) => fault !== null).length,
			oversizedBytes: sandbox.faults.oversizedBytes / Math.max(1, requests.length),
		};
	} finally {
		await sandbox.close();
	}
}

function addToSummary({ sent, delivered, reported, lost, doubled }: Tally): void {
	const counts = { sent, delivered, reported, lost, doubled };
	appendFileSync(RUN.counts, `${JSON.stringify(counts)}\n`);
}
