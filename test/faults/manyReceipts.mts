import {
	PROVIDER_IDS,
	sandboxCredential,
	startSandbox,
	type Fault,
} from '../../tools/sandbox/index.mts';
import { markItems, receiveMessages } from './markItems.mts';
import { secretsIn } from './secrets.mts';
import { sum, tally, type Tally } from './tally.mts';

/** The share of calls that are struck. */
export const SHARE = 0.3;

/** Milliseconds: a good answer must not come too late with all providers at work at once. */
const TIMEOUT = 4_000;

const OPTIONS = { timeout: TIMEOUT, maxConcurrency: 25, maxWait: 600, maxRetries: 3 };

const PAGE = '<!doctype html><title>Sign in to the network</title>';

const SLOW: readonly Fault[] = [
	{ kind: 'silence' },
	{ kind: 'silence', when: 'marked' },
	{ kind: 'drip', everyMs: 50 },
];

const BROKEN: readonly Fault[] = [
	{ kind: 'reset', when: 'arrived' },
	{ kind: 'reset' },
	{ kind: 'reset', when: 'marked' },
	{ kind: 'truncated', framing: 'length', when: 'marked' },
	{ kind: 'truncated', framing: 'chunked' },
	{ kind: 'bytes', text: 'SSH-2.0-OpenSSH_9.6\r\n' },
];

const REFUSED: readonly Fault[] = [
	...[408, 425, 500, 502, 503, 504].map(
		(status): Fault => ({ kind: 'answer', status, body: 'upstream' }),
	),
	...[500, 503, 500].map((status): Fault => ({ kind: 'refusal', status })),
	{ kind: 'refusal', status: 500, when: 'marked' },
	{ kind: 'refusal', status: 429, headers: { 'retry-after': '1' } },
	{ kind: 'refusal', status: 200 },
	{ kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: PAGE },
	{ kind: 'answer', status: 200, body: '{"success":', when: 'marked' },
	{ kind: 'answer', status: 307, headers: { location: 'http://127.0.0.1:1/' } },
	{ kind: 'echo', status: 400 },
];

/** The common kinds twice, the slow ones once. */
const FAULTS: readonly Fault[] = [...SLOW, ...BROKEN, ...BROKEN, ...REFUSED];

export interface ManyResult {
	readonly node: Tally;
	/** Messages that the sandbox remembers as read; as unread; and calls that were struck. */
	readonly sandbox: { readonly read: number; readonly unread: number; readonly struck: number };
	readonly milliseconds: number;
	readonly misses: readonly string[];
}

/**
 * Marks many messages through all providers at once while a share of the calls is struck by faults.
 *
 * @param seed what decides which calls are struck, by which fault
 */
export async function markMany(receipts: number, seed: number): Promise<ManyResult> {
	const started = Date.now();
	const sandbox = await startSandbox({ rateLimits: 'none' });
	try {
		const ended = await Promise.all(
			PROVIDER_IDS.map(async (provider, position) => {
				sandbox.faults.set(provider, { share: SHARE, faults: FAULTS, seed: seed + position });
				const share = Math.floor((receipts + position) / PROVIDER_IDS.length);
				const waiting = receiveMessages(sandbox, provider, share);
				const execution = await markItems({
					provider,
					credential: sandboxCredential(provider, sandbox.url),
					waiting,
					onError: 'continueRegularOutput',
					options: OPTIONS,
				});
				const leaks = secretsIn(execution.everything);
				return { leaks, tally: tally(provider, waiting, execution, sandbox) };
			}),
		);
		const node = sum(ended.map((one) => one.tally));
		const unread = sandbox.memory.unread().length;
		const counted = {
			read: sandbox.memory.received.length - unread,
			unread,
			struck: sandbox.memory.requests.filter(({ fault }) => fault !== null).length,
		};
		const leaks = ended.flatMap((one) => one.leaks.map((label) => `shows a secret: ${label}`));
		const milliseconds = Date.now() - started;
		return {
			node,
			sandbox: counted,
			milliseconds,
			misses: [...countMisses(receipts, node, counted), ...leaks],
		};
	} finally {
		await sandbox.close();
	}
}

function countMisses(
	receipts: number,
	node: Tally,
	{ read, unread, struck }: ManyResult['sandbox'],
): readonly string[] {
	const share = struck / node.calls;
	const rules: ReadonlyArray<readonly [isKept: boolean, miss: string]> = [
		[node.sent === receipts, `${node.sent} receipts were sent instead of ${receipts}`],
		[node.lost === 0, `${node.lost} receipts were lost`],
		[node.doubled === 0, `${node.doubled} receipts were doubled`],
		[node.delivered + node.reported === receipts, 'delivered and reported do not add up'],
		[read + unread === receipts, 'read and unread messages do not add up'],
		[read >= node.delivered, `the sandbox knows of ${read} read messages only`],
		[unread <= node.reported, `${unread} messages are unread, but ${node.reported} were reported`],
		[Math.abs(share - SHARE) < 0.05, `${Math.round(share * 100)} % of the calls were struck`],
	];
	return rules.filter(([isKept]) => !isKept).map(([, miss]) => `many receipts: ${miss}`);
}
