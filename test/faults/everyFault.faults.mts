import { PROVIDER_IDS } from '../../tools/sandbox/index.mts';
import { prepareEngine } from '../helpers/runNode.ts';
import { BODY_CASES } from './cases/bodies.mts';
import { CONNECTION_CASES } from './cases/connection.mts';
import { OUTSIDE_CASES, startElsewhere, type Elsewhere } from './cases/elsewhere.mts';
import { reactionOf, type FaultCase, type OutsideCase } from './cases/faultCase.mts';
import { STATUS_CASES } from './cases/statuses.mts';
import { markWithAll, type Marked } from './markWithAll.mts';
import { attemptsOf, detailsOf } from './tally.mts';
import { itStaysQuiet } from './watchProcess.mts';
import { PASSES, RECEIPTS, STAYS, STOPS, type Weather } from './weathers.mts';

/** Milliseconds; a busy machine must not turn an answer into a timeout. */
const TIMEOUT = 20_000;

/** Seconds: longer than what any limit asks for that is waited for, shorter than what is not. */
const MAX_WAIT = 5;

/** Milliseconds in which an execution must have ended whatever happens. */
const NO_HANG = 60_000;

/** What the pauses of the backoff, the ticks of the watch and a busy machine may add to timeouts. */
const SLACK = 5_000;

/** Bytes the network may swallow although nobody reads any more: its own buffers hold some megabytes. */
const MAX_OVERSIZED_BYTES = 16_000_000;

/** Bytes: a node that read oversized bodies to their end would take hundreds of megabytes more. */
const MAX_GROWTH = 250 * 1024 * 1024;

type Given = FaultCase | OutsideCase;

const CASES: readonly Given[] = [
	...CONNECTION_CASES,
	...BODY_CASES,
	...STATUS_CASES,
	...OUTSIDE_CASES,
];

let elsewhere: Elsewhere;

beforeAll(async () => {
	prepareEngine();
	elsewhere = await startElsewhere();
});
afterAll(() => elsewhere.close());

describe.each(CASES.filter(isAlone))('$name', (given) => {
	limitMemory();

	it.each(weathersOf(given))('$name', async (weather) => await expectAsTheRulesSay(given, weather));
});

describe('Faults that do not mind each other', () => {
	const runs = CASES.filter((given) => !isAlone(given)).flatMap((given) =>
		weathersOf(given).map((weather) => ({ given, weather })),
	);

	it.concurrent.each(runs)(
		'$given.name, $weather.name',
		async ({ given, weather }) => await expectAsTheRulesSay(given, weather),
	);
});

it('A redirect leads no call to another origin', () => {
	expect(elsewhere.arrived).toEqual([]);
});

itStaysQuiet();

/** Whether a fault is about time or size, so that others would disturb it. */
function isAlone({ name, timeout }: Given): boolean {
	return timeout !== undefined || name.startsWith('oversized');
}

function weathersOf(given: Given): readonly Weather[] {
	return 'url' in given ? [STAYS, STOPS] : [STAYS, PASSES, STOPS];
}

/** Runs the node against a fault with every provider, and compares what comes of it with the failure rules. */
async function expectAsTheRulesSay(given: Given, weather: Weather): Promise<void> {
	const { onError, options } = weather;
	const { marked, oversizedBytes } = await markWithAll({
		receipts: RECEIPTS * PROVIDER_IDS.length,
		url: 'url' in given ? given.url(elsewhere) : undefined,
		plan: (here) =>
			'url' in given
				? null
				: weather.plan(given.fault({ here, elsewhere: `http://${elsewhere.origin}` })),
		onError,
		options: { ...options, timeout: given.timeout ?? TIMEOUT, maxWait: MAX_WAIT },
	});
	expect(oversizedBytes).toBeLessThanOrEqual(MAX_OVERSIZED_BYTES);
	for (const one of marked) {
		if (weather === STOPS) expectStop(given, one);
		else expectItems(given, weather, one);
		expect(one.execution.milliseconds).toBeLessThanOrEqual(
			given.timeout === undefined
				? NO_HANG
				: given.timeout * STAYS.callsPerReceipt('triedAgain') + SLACK,
		);
	}
}

function expectItems(given: Given, weather: Weather, { provider, execution, tally }: Marked): void {
	const reaction = reactionOf(given, provider);
	const isDelivered = weather.isDelivered(reaction);
	expect({ provider, ...tally }).toEqual({
		provider,
		sent: RECEIPTS,
		delivered: isDelivered ? RECEIPTS : 0,
		reported: isDelivered ? 0 : RECEIPTS,
		lost: 0,
		doubled: 0,
		calls: RECEIPTS * weather.callsPerReceipt(reaction),
	});
	const failed = execution.items.filter(({ json }) => json.error !== undefined);
	const httpCode = given.status === null ? null : String(given.status);
	for (const { json } of failed) {
		expect({ provider, says: json.error, httpCode: detailsOf(json).httpCode ?? null }).toEqual({
			provider,
			says: expect.stringMatching(given.says) as string,
			httpCode,
		});
	}
	if (weather === STAYS && !isDelivered) {
		expect({ provider, calls: attemptsOf(failed) }).toEqual({ provider, calls: tally.calls });
	}
}

function expectStop(given: Given, { provider, execution: { stopped } }: Marked): void {
	if (reactionOf(given, provider) === 'taken') {
		expect({ provider, stopped }).toEqual({ provider, stopped: null });
		return;
	}
	expect({ provider, ...stopped, httpCode: stopped?.httpCode ?? '' }).toEqual({
		provider,
		message: expect.stringMatching(given.says) as string,
		httpCode: given.status === null ? '' : String(given.status),
	});
	expect(stopped?.message).toContain(`(${RECEIPTS} of ${RECEIPTS} receipts)`);
}

/** Fails the tests of a block when they take far more memory than was in use before. */
function limitMemory(): void {
	let [before, most] = [0, 0];
	let timer: NodeJS.Timeout;

	beforeAll(() => {
		before = process.memoryUsage.rss();
		timer = setInterval(() => {
			most = Math.max(most, process.memoryUsage.rss());
		}, 20);
	});
	afterAll(() => {
		clearInterval(timer);
		expect(most - before).toBeLessThan(MAX_GROWTH);
	});
}
