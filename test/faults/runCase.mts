import { PROVIDER_IDS, sandboxCredential, startSandbox } from '../../tools/sandbox/index.mts';
import type { ProviderId, Sandbox } from '../../tools/sandbox/index.mts';
import type { FaultCase } from './cases/faultCase.mts';
import { markItems, receiveMessages, type Execution } from './markItems.mts';
import { missesOf } from './misses.mts';
import type { OutsideCase } from './outsideCases.mts';
import { sum, tally, type Tally } from './tally.mts';
import { PASSES, RECEIPTS, STAYS, STOPS, type Weather } from './weathers.mts';

/** Milliseconds; a busy machine must not turn an answer into a timeout. */
const TIMEOUT = 8_000;

/** Seconds: longer than what any limit asks for that is waited for, shorter than what is not. */
const MAX_WAIT = 5;

/** What a fault did to the node, seen with all providers. */
export interface CaseResult {
	readonly name: string;
	/** The messages the user sees, with the providers that lead to them. */
	readonly seen: ReadonlyMap<string, readonly ProviderId[]>;
	/** HTTP status; `null`: none. */
	readonly status: number | null;
	/** Calls for one receipt while the fault stays, as far as the providers differ. */
	readonly callsPerReceipt: readonly number[];
	readonly tally: Tally;
	/** What was not as the failure rules want it; empty: all well. */
	readonly misses: readonly string[];
}

/** One execution against a fault. */
export interface Observed {
	readonly provider: ProviderId;
	readonly weather: Weather;
	readonly execution: Execution;
	readonly tally: Tally;
	/** Bytes of oversized bodies that one call took in on average. */
	readonly oversizedBytes: number;
}

/** Runs the node against a fault of the sandbox that stays, one that passes, and one that stops the workflow. */
export async function runFaultCase(given: FaultCase, elsewhere: string): Promise<CaseResult> {
	const observed = await Promise.all(
		[STAYS, PASSES, STOPS].map(async (weather) => {
			const sandbox = await startSandbox({ rateLimits: 'none' });
			try {
				const ended = await withEveryProvider(weather, given.timeout, sandbox.url, sandbox, (id) =>
					sandbox.faults.set(id, weather.plan(given.fault({ here: sandbox.url, elsewhere }))),
				);
				const { oversizedBytes } = sandbox.faults;
				const calls = Math.max(1, sandbox.memory.requests.length);
				return ended.map((one) => ({ ...one, oversizedBytes: oversizedBytes / calls }));
			} finally {
				await sandbox.close();
			}
		}),
	);
	return resultOf(given, observed.flat());
}

/** Runs the node against an address where no provider answers. */
export async function runOutsideCase(given: OutsideCase): Promise<CaseResult> {
	const sandbox = await startSandbox({ rateLimits: 'none' });
	try {
		const observed = [
			...(await withEveryProvider(STAYS, given.timeout, given.url, sandbox)),
			...(await withEveryProvider(STOPS, given.timeout, given.url, sandbox)),
		];
		return resultOf(given, observed);
	} finally {
		await sandbox.close();
	}
}

async function withEveryProvider(
	{ onError, options, ...weather }: Weather,
	timeout: number | undefined,
	url: string,
	sandbox: Sandbox,
	prepare: (provider: ProviderId) => void = () => {},
): Promise<readonly Observed[]> {
	return await Promise.all(
		PROVIDER_IDS.map(async (provider) => {
			prepare(provider);
			const waiting = receiveMessages(sandbox, provider, RECEIPTS);
			const execution = await markItems({
				provider,
				credential: sandboxCredential(provider, url),
				waiting,
				onError,
				options: { ...options, timeout: timeout ?? TIMEOUT, maxWait: MAX_WAIT },
			});
			const reached = url === sandbox.url ? sandbox : null;
			return {
				provider,
				weather: { ...weather, onError, options },
				execution,
				tally: tally(provider, waiting, execution, reached),
				oversizedBytes: 0,
			};
		}),
	);
}

function resultOf(given: FaultCase | OutsideCase, observed: readonly Observed[]): CaseResult {
	const staying = observed.filter(({ weather }) => weather.name === STAYS.name);
	const seen = new Map<string, ProviderId[]>();
	for (const { provider, execution } of staying) {
		const failed = execution.items.filter(({ json }) => json.error !== undefined);
		for (const message of new Set(failed.map(({ json }) => String(json.error)))) {
			seen.set(message, [...(seen.get(message) ?? []), provider]);
		}
	}
	return {
		name: given.name,
		seen,
		status: given.status,
		callsPerReceipt: [...new Set(staying.map(({ tally: { calls, sent } }) => calls / sent))].sort(),
		// The error of a workflow that stops stands for all its items.
		tally: sum(observed.filter((one) => one.weather.name !== STOPS.name).map((one) => one.tally)),
		misses: observed.flatMap((one) => missesOf(given, one)),
	};
}
