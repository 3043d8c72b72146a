import {
	isProviderId,
	PROVIDER_EXPECTED,
	PROVIDER_IDS,
	type ProviderId,
} from '../providers/index.mts';
import { CALL_LIMIT_KINDS, type CallLimit } from './callLimit.mts';
import {
	FAULT_MOMENTS,
	InvalidFault,
	type Fault,
	type FaultKind,
	type FaultPlan,
} from './fault.mts';

/** An order to the switch, as the control endpoint takes it. */
export interface FaultOrder {
	readonly provider: ProviderId;
	readonly plan: FaultPlan | null;
}

/**
 * Reads an order from untrusted JSON: `{"provider":"…","plan":{"sequence":[{"kind":"reset"}]}}`,
 * or `"plan":null` to end the faults.
 *
 * @throws InvalidFault naming the wrong field
 */
export function parseFaultOrder(input: unknown): FaultOrder {
	if (!isRecord(input)) {
		throw new InvalidFault(
			`Send a JSON object such as {"provider":"${PROVIDER_IDS[0]}","plan":{"sequence":[{"kind":"reset"}]}}`,
		);
	}
	const { provider, plan } = input;
	if (!isProviderId(provider)) throw new InvalidFault(PROVIDER_EXPECTED);
	return { provider, plan: plan === null ? null : checkFaultPlan(plan) };
}

/**
 * Checks a plan, wherever it comes from.
 *
 * @throws InvalidFault naming the wrong field
 */
export function checkFaultPlan(plan: unknown): FaultPlan {
	if (!isRecord(plan))
		throw new InvalidFault('"plan" must be an object, or null to end the faults');
	if ('sequence' in plan) {
		const { sequence, repeat = false } = plan;
		if (!Array.isArray(sequence) || sequence.length === 0) {
			throw new InvalidFault('"sequence" must be a list of faults that is not empty');
		}
		if (typeof repeat !== 'boolean') throw new InvalidFault('"repeat" must be true or false');
		return {
			sequence: sequence.map((fault) => (fault === null ? null : checkFault(fault))),
			repeat,
		};
	}
	if ('limit' in plan) return { limit: checkCallLimit(plan.limit), fault: checkFault(plan.fault) };
	const { share, faults, seed } = plan;
	if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
		throw new InvalidFault('"plan" needs a "sequence", a "limit", or a "share" from 0 to 1');
	}
	if (!Array.isArray(faults) || faults.length === 0) {
		throw new InvalidFault('"faults" must be a list of faults that is not empty');
	}
	if (!Number.isSafeInteger(seed)) throw new InvalidFault('"seed" must be a whole number');
	return { share, faults: faults.map(checkFault), seed: Number(seed) };
}

function checkCallLimit(limit: unknown): CallLimit {
	const { calls, windowMs, kind } = isRecord(limit) ? limit : {};
	const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0;
	if (!isCount(calls) || !isCount(windowMs) || !CALL_LIMIT_KINDS.some((known) => known === kind)) {
		throw new InvalidFault(
			`"limit" needs "calls" and "windowMs", whole numbers above 0, and "kind", one of: ${CALL_LIMIT_KINDS.join(', ')}`,
		);
	}
	return limit as CallLimit;
}

/** What each kind needs besides its name. */
const FIELD_CHECKS: Readonly<
	Record<FaultKind, (fault: Readonly<Record<string, unknown>>) => void>
> = {
	reset: () => {},
	silence: () => {},
	drip: ({ everyMs }) => {
		check(typeof everyMs === 'number' && everyMs > 0, 'everyMs', 'milliseconds above 0');
	},
	truncated: ({ framing }) => {
		check(framing === 'length' || framing === 'chunked', 'framing', '"length" or "chunked"');
	},
	oversized: ({ megabytes, status }) => {
		const isSize = typeof megabytes === 'number' && megabytes > 0;
		check(isSize || megabytes === 'endless', 'megabytes', 'a number above 0, or "endless"');
		if (status !== undefined) checkStatus(status);
	},
	bytes: ({ text }) => check(typeof text === 'string', 'text', 'a text'),
	answer: ({ status, headers }) => {
		checkStatus(status);
		checkHeaders(headers);
	},
	refusal: ({ status, headers }) => {
		checkStatus(status);
		checkHeaders(headers);
	},
	echo: ({ status, after }) => {
		checkStatus(status);
		const isLength = after === undefined || (Number.isSafeInteger(after) && Number(after) >= 0);
		check(isLength, 'after', 'a number of characters');
	},
};

function checkFault(fault: unknown): Fault {
	const kind = isRecord(fault) ? fault.kind : undefined;
	const needs = typeof kind === 'string' && Object.hasOwn(FIELD_CHECKS, kind);
	if (!isRecord(fault) || !needs) {
		throw new InvalidFault(`"kind" must be one of: ${Object.keys(FIELD_CHECKS).join(', ')}`);
	}
	const { when } = fault;
	const isMoment = when === undefined || FAULT_MOMENTS.some((moment) => moment === when);
	check(isMoment, 'when', `one of: ${FAULT_MOMENTS.join(', ')}`);
	FIELD_CHECKS[kind as FaultKind](fault);
	return fault as unknown as Fault;
}

function checkStatus(status: unknown): void {
	const isStatus = Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599;
	check(isStatus, 'status', 'an HTTP status from 200 to 599');
}

function checkHeaders(headers: unknown): void {
	const isTexts =
		headers === undefined ||
		(isRecord(headers) && Object.values(headers).every((value) => typeof value === 'string'));
	check(isTexts, 'headers', 'an object of texts');
}

function check(isRight: boolean, field: string, expected: string): void {
	if (!isRight) throw new InvalidFault(`"${field}" of a fault must be ${expected}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
