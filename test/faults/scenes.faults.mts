import { PROVIDER_IDS, type Fault, type FaultPlan } from '../../tools/sandbox/index.mts';
import { prepareEngine } from '../helpers/runNode.ts';
import { SAYS } from './cases/faultCase.mts';
import { markWithAll } from './markWithAll.mts';
import { itStaysQuiet } from './watchProcess.mts';

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
	body: {
		success: true,
		data: { status: 'read' },
		read: 'success',
		setRead: true,
		value: true,
		code: 'SUCCESS',
	},
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
		failing: { count: 1, says: SAYS.notAble },
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

beforeAll(prepareEngine);

describe('Faults that come and go', () => {
	it.concurrent.each(SCENES)('$name', async (scene) => {
		const { receipts, failing, mostCallsPerReceipt, atMost = Infinity } = scene;
		const { marked } = await markWithAll({
			receipts: receipts * PROVIDER_IDS.length,
			plan: () => scene.plan,
			onError: 'continueRegularOutput',
			options: scene.options,
			typingIndicator: scene.typingIndicator,
		});

		for (const { provider, execution, tally } of marked) {
			const { calls, ...counts } = tally;
			const says = execution.items.flatMap(({ json }) => json.error ?? []);
			const failures = failing?.count ?? 0;
			expect({ provider, ...counts, says }).toEqual({
				provider,
				sent: receipts,
				delivered: receipts - failures,
				reported: failures,
				lost: 0,
				doubled: 0,
				says: says.map(() => expect.stringMatching(failing?.says ?? /^$/) as string),
			});
			expect(calls / receipts).toBeLessThanOrEqual(mostCallsPerReceipt);
			expect(execution.milliseconds).toBeLessThanOrEqual(atMost);
		}
	});
});

itStaysQuiet();
