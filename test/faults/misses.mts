import { reactionOf, type FaultCase, type Reaction } from './cases/faultCase.mts';
import type { Execution } from './markItems.mts';
import type { OutsideCase } from './outsideCases.mts';
import type { Observed } from './runCase.mts';
import { secretsIn } from './secrets.mts';
import { attemptsOf, detailsOf, type Tally } from './tally.mts';
import { RECEIPTS, STAYS, STOPS } from './weathers.mts';

/** Milliseconds in which an execution must have ended whatever happens. */
const NO_HANG = 60_000;

/** What the pauses of the backoff, the ticks of the watch and a busy machine may add to timeouts. */
const SLACK = 5_000;

/** Bytes the network may swallow although nobody reads any more: its own buffers hold some megabytes. */
const MAX_OVERSIZED_BYTES = 16_000_000;

/** What an execution did otherwise than the failure rules want it, in words. */
export function missesOf(given: FaultCase | OutsideCase, observed: Observed): readonly string[] {
	const { provider, weather, execution, oversizedBytes } = observed;
	const reaction = reactionOf(given, provider);
	const isStop = weather.name === STOPS.name;
	return [
		...(isStop ? stopMisses(given, reaction, execution) : itemMisses(given, reaction, observed)),
		...secretsIn(execution.everything).map((label) => `shows a secret: ${label}`),
		...timeMisses(given, execution),
		...(oversizedBytes > MAX_OVERSIZED_BYTES
			? [`took in ${Math.round(oversizedBytes)} bytes of an oversized body`]
			: []),
	].map((miss) => `${given.name}, ${provider}, ${weather.name}: ${miss}`);
}

function itemMisses(
	{ says, status }: FaultCase | OutsideCase,
	reaction: Reaction,
	{ weather, execution, tally }: Observed,
): readonly string[] {
	const isDelivered = weather.isDelivered(reaction);
	const expected: Tally = {
		sent: RECEIPTS,
		delivered: isDelivered ? RECEIPTS : 0,
		reported: isDelivered ? 0 : RECEIPTS,
		lost: 0,
		doubled: 0,
		calls: RECEIPTS * weather.callsPerReceipt(reaction),
	};
	const counts = (Object.keys(expected) as Array<keyof Tally>)
		.filter((key) => tally[key] !== expected[key])
		.map((key) => `${key} is ${tally[key]}, should be ${expected[key]}`);
	const failed = execution.items.filter(({ json }) => json.error !== undefined);
	const words = failed
		.filter(({ json }) => !says.test(String(json.error)))
		.map(({ json }) => `says "${String(json.error)}", should be like ${String(says)}`);
	const wanted = status === null ? null : String(status);
	const statuses = failed
		.map(({ json }) => detailsOf(json).httpCode ?? null)
		.filter((code) => code !== wanted)
		.map((code) => `HTTP status is ${String(code)}, should be ${String(wanted)}`);
	const told = attemptsOf(failed);
	const isToldRight = weather.name !== STAYS.name || isDelivered || told === tally.calls;
	const calls = isToldRight ? [] : [`tells of ${told} calls, there were ${tally.calls}`];
	return [...new Set([...counts, ...words, ...statuses, ...calls])];
}

function stopMisses(
	{ says, status }: FaultCase | OutsideCase,
	reaction: Reaction,
	{ stopped }: Execution,
): readonly string[] {
	if (reaction === 'taken') return stopped === null ? [] : [`stopped: ${stopped.message}`];
	if (stopped === null) return ['did not stop the workflow'];
	const { message, httpCode } = stopped;
	const count = `(${RECEIPTS} of ${RECEIPTS} receipts)`;
	const wanted = status === null ? '' : String(status);
	return [
		...(says.test(message) ? [] : [`says "${message}", should be like ${String(says)}`]),
		...(message.includes(count) ? [] : [`says "${message}", without "${count}"`]),
		...((httpCode ?? '') === wanted ? [] : [`HTTP status is "${httpCode}", should be "${wanted}"`]),
	];
}

function timeMisses(
	{ timeout }: FaultCase | OutsideCase,
	{ milliseconds }: Execution,
): readonly string[] {
	const limit =
		timeout === undefined ? NO_HANG : timeout * STAYS.callsPerReceipt('triedAgain') + SLACK;
	return milliseconds > limit ? [`took ${milliseconds} ms, at most ${limit} allowed`] : [];
}
