import {
	PROVIDER_IDS,
	sandboxCredential,
	startSandbox,
	type Fault,
	type FaultPlan,
	type ProviderId,
} from '../../tools/sandbox/index.mts';
import { NOT_ABLE } from './cases/words.mts';
import { markItems, receiveMessages, type Execution } from './markItems.mts';
import type { CaseResult } from './runCase.mts';
import { secretsIn } from './secrets.mts';
import { sum, tally, type Tally } from './tally.mts';

/** Faults that come and go in one execution, where what matters is how the calls before and after fare. */
interface Scene {
	readonly name: string;
	readonly plan: FaultPlan;
	readonly receipts: number;
	readonly options: Readonly<Record<string, number>>;
	readonly typingIndicator?: boolean;
	/** Receipts that fail, and what the user must be told; none unless said. */
	readonly failing?: { readonly count: number; readonly says: RegExp };
	readonly mostCallsPerReceipt: number;
	/** Milliseconds that the execution may take at most, where it must not be held up. */
	readonly atMost?: number;
}

const TOO_MANY: Fault = { kind: 'refusal', status: 429 };

/** A success of every provider at once, marked as it should be. */
const SUCCESS = {
	kind: 'answer',
	status: 200,
	body: { success: true, data: { status: 'read' } },
	when: 'marked',
} as const;

const USAGE = JSON.stringify({
	'102290129340398': [
		{ type: 'ads_management', estimated_time_to_regain_access: 30 },
		{ type: 'whatsapp', estimated_time_to_regain_access: 30 },
	],
});

function inTrouble(seconds: string): Fault {
	return { kind: 'refusal', status: 503, headers: { 'retry-after': seconds } };
}

/** Each is of a chat of its own, so that each costs a call also where one call takes many ids. */
const RECEIPTS_OF_WINDOWS = 20;

const WINDOW = { calls: 12, windowMs: 5_000 } as const;

const SCENES: readonly Scene[] = [
	...(['fixed', 'sliding'] as const).map(
		(kind): Scene => ({
			name: `a limit without headers, ${kind} window`,
			plan: { limit: { ...WINDOW, kind }, fault: TOO_MANY },
			receipts: RECEIPTS_OF_WINDOWS,
			options: { maxRetries: 0, maxWait: 60 },
			mostCallsPerReceipt: 1.6,
		}),
	),
	{
		name: 'a limit without headers, every second call',
		plan: { sequence: [null, TOO_MANY], repeat: true },
		receipts: 6,
		options: { maxRetries: 0, maxWait: 60 },
		mostCallsPerReceipt: 2,
	},
	{
		name: 'a usage header that comes with a success',
		plan: {
			sequence: [{ ...SUCCESS, headers: { 'x-business-use-case-usage': USAGE } }],
			repeat: true,
		},
		receipts: 3,
		options: { maxConcurrency: 1, maxWait: 1 },
		mostCallsPerReceipt: 1,
	},
	{
		name: '503 with Retry-After: 1',
		plan: { sequence: [inTrouble('1')] },
		receipts: 3,
		options: { maxConcurrency: 1, maxWait: 5 },
		mostCallsPerReceipt: 4 / 3,
	},
	{
		name: '503 with Retry-After: 3600',
		plan: { sequence: [inTrouble('3600')] },
		receipts: 3,
		options: { maxConcurrency: 1, maxWait: 5 },
		failing: { count: 1, says: NOT_ABLE },
		mostCallsPerReceipt: 1,
	},
	{
		name: 'a typing indicator that hangs',
		plan: { sequence: [null, { kind: 'silence' }] },
		receipts: 1,
		options: {},
		typingIndicator: true,
		mostCallsPerReceipt: 2,
		atMost: 4_000,
	},
];

export const SCENE_NAMES: readonly string[] = SCENES.map(({ name }) => name);

/** Plays a scene with every provider, against the sandbox. */
export async function playScene(name: string): Promise<CaseResult> {
	const scene = SCENES.find((candidate) => candidate.name === name);
	if (scene === undefined) throw new TypeError(`There is no scene "${name}"`);
	const sandbox = await startSandbox({ rateLimits: 'none' });
	try {
		const played = await Promise.all(
			PROVIDER_IDS.map(async (provider) => {
				const waiting = receiveMessages(sandbox, provider, scene.receipts);
				sandbox.faults.set(provider, scene.plan);
				const execution = await markItems({
					provider,
					credential: sandboxCredential(provider, sandbox.url),
					waiting,
					onError: 'continueRegularOutput',
					options: scene.options,
					typingIndicator: scene.typingIndicator,
				});
				const counted = tally(provider, waiting, execution, sandbox);
				return { provider, execution, counted };
			}),
		);
		return {
			name,
			seen: new Map(),
			status: null,
			callsPerReceipt: [...new Set(played.map(({ counted: { calls, sent } }) => calls / sent))],
			tally: sum(played.map(({ counted }) => counted)),
			misses: played.flatMap((one) => missesOf(scene, one.provider, one.execution, one.counted)),
		};
	} finally {
		await sandbox.close();
	}
}

function missesOf(
	{ name, receipts, failing, mostCallsPerReceipt, atMost = Infinity }: Scene,
	provider: ProviderId,
	{ items, everything, milliseconds }: Execution,
	{ delivered, reported, lost, doubled, calls }: Tally,
): readonly string[] {
	const expectedFailures = failing?.count ?? 0;
	const words = items.flatMap(({ json }) => (json.error === undefined ? [] : [String(json.error)]));
	const rules: ReadonlyArray<readonly [isKept: boolean, miss: string]> = [
		[delivered === receipts - expectedFailures, `${delivered} of ${receipts} were delivered`],
		[reported === expectedFailures, `${reported} were reported: ${words.join('; ')}`],
		[lost === 0 && doubled === 0, `${lost} were lost, ${doubled} doubled`],
		[calls / receipts <= mostCallsPerReceipt, `made ${calls} calls for ${receipts} receipts`],
		[words.every((text) => failing?.says.test(text)), `says ${words.join('; ')}`],
		[milliseconds <= atMost, `took ${milliseconds} ms, at most ${atMost} allowed`],
		[secretsIn(everything).length === 0, `shows a secret: ${secretsIn(everything).join(', ')}`],
	];
	return rules.filter(([isKept]) => !isKept).map(([, miss]) => `${name}, ${provider}: ${miss}`);
}
