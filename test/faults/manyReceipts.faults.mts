import type { Fault } from '../../tools/sandbox/index.mts';
import { prepareEngine } from '../helpers/runNode.ts';
import { markWithAll, SEED } from './markWithAll.mts';
import { itStaysQuiet } from './watchProcess.mts';

const RECEIPTS = 5_000;

/** The share of calls that are struck. */
const SHARE = 0.3;

/** Milliseconds: a good answer must not come too late with all providers at work at once. */
const TIMEOUT = 4_000;

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

beforeAll(prepareEngine);

it(`${RECEIPTS} receipts, with ${SHARE * 100} % of the calls struck, are all delivered or reported`, async () => {
	const { marked, read, unread, struck } = await markWithAll({
		receipts: RECEIPTS,
		plan: (_url, position) => ({ share: SHARE, faults: FAULTS, seed: SEED + position }),
		onError: 'continueRegularOutput',
		options: { timeout: TIMEOUT, maxConcurrency: 25, maxWait: 600, maxRetries: 3 },
	});

	const total = (count: 'sent' | 'delivered' | 'reported' | 'lost' | 'doubled' | 'calls') =>
		marked.reduce((sum, { tally }) => sum + tally[count], 0);
	expect(total('sent')).toBe(RECEIPTS);
	expect({ lost: total('lost'), doubled: total('doubled') }).toEqual({ lost: 0, doubled: 0 });
	expect(total('delivered') + total('reported')).toBe(RECEIPTS);
	expect(read + unread).toBe(RECEIPTS);
	// Some were marked and reported nonetheless, since the answer was lost.
	expect(read).toBeGreaterThanOrEqual(total('delivered'));
	expect(unread).toBeLessThanOrEqual(total('reported'));
	expect(Math.abs(struck / total('calls') - SHARE)).toBeLessThan(0.05);
});

itStaysQuiet();
