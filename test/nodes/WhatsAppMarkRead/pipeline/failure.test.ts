import type { CallError } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import {
	explain,
	inputFailure,
	thrownFailure,
	limitFailure,
	callFailure,
} from '../../../../nodes/WhatsAppMarkRead/pipeline/failure';
import type { ExplainedError } from '../../../../nodes/WhatsAppMarkRead/pipeline/failure';
import { plainProvider } from '../../../helpers/plainProvider';
import { START } from '../../../helpers/virtualOutside';

const plain = plainProvider();

function callError(facts: Partial<CallError> = {}): ExplainedError {
	const nothing = { status: null, code: null, text: null, requestId: null };
	return explain(plain, { kind: 'error', ...nothing, ...facts });
}

it('The failure of input that cannot be used says what happened and what to do, and that no call was made', () => {
	const failure = {
		kind: 'input',
		message: "'Chat' is empty",
		description: 'Fill it in.',
		httpCode: null,
		code: null,
		providerMessage: null,
		requestId: null,
		attempts: 0,
	};

	expect(thrownFailure(new InvalidInput("'Chat' is empty", 'Fill it in.'))).toEqual(failure);
	expect(inputFailure("'Chat' is empty", 'Fill it in.')).toEqual(failure);
});

describe('The failure of a call that was refused', () => {
	it("quotes the provider's own words with status, code and request id", () => {
		const facts = { status: 400, code: 'never', text: 'Nope', requestId: 'r1' };

		expect(callFailure(plain, callError(facts), 1)).toEqual({
			kind: 'provider',
			message: 'Plain refused: never',
			description:
				'Do something about never. Plain says: "Nope" (HTTP 400, code never, request ID r1).',
			httpCode: '400',
			code: 'never',
			providerMessage: 'Nope',
			requestId: 'r1',
			attempts: 1,
		});
	});

	const nothing = 'Read what Plain says below, and check the fields of this node.';
	it.each<[string, Partial<CallError>, number, RegExp | string]>([
		[
			'says what the catalogue says, with the name of the provider',
			{ status: 503 },
			1,
			/^Try again later\. If the error stays, look at the status page of Plain\./,
		],
		['says that there is no reason', { status: 500 }, 1, /Plain gave no reason \(HTTP 500\)\.$/],
		['quotes words without facts', { text: 'Nope' }, 1, /Plain says: "Nope"\.$/],
		['quotes nothing when there is nothing', {}, 1, nothing],
		['says how often it was tried, if not once', { status: 500 }, 4, /Tried 4 times\.$/],
	])('%s', (_, facts, attempts, description) => {
		const failure = callFailure(plain, callError(facts), attempts);

		if (typeof description === 'string') expect(failure.description).toBe(description);
		else expect(failure.description).toMatch(description);
	});

	it.each([
		[{ status: 404 }, { httpCode: '404', code: null }],
		[{ code: 'ECONNRESET' }, { httpCode: null, code: 'ECONNRESET' }],
		[{ status: 503 }, { message: 'Plain has a server error or is temporarily unavailable' }],
	])('tells workflows of %j', (facts, expected) => {
		expect(callFailure(plain, callError(facts), 1)).toMatchObject(expected);
	});
});

describe('The failure of a call that would have to wait too long', () => {
	it("says when to try again, in the provider's words for its limit", () => {
		const failure = limitFailure(plain, START + 90_000, START, 0, null);

		expect(failure).toEqual({
			kind: 'provider',
			message: 'Too many requests: the rate limit of Plain was reached',
			description:
				"Try again in 90 seconds, after 2026-01-01 00:01:30 UTC: the option 'Max Wait' does not allow a wait that long. Try again later. If many messages arrive at once, lower the option 'Max Concurrency' or raise 'Max Wait'.",
			httpCode: '429',
			code: null,
			providerMessage: null,
			requestId: null,
			attempts: 0,
		});
	});

	it('never names a time before the limit opens', () => {
		const { description } = limitFailure(plain, START + 90_060, START + 100, 0, null);

		expect(description).toMatch(/^Try again in 90 seconds, after 2026-01-01 00:01:31 UTC/);
	});

	it("keeps the last answer's facts, and its row of the catalogue when it was about the limit", () => {
		const last = callError({ status: 400, code: 'rateLimit', text: 'Slow down', requestId: 'r1' });

		const failure = limitFailure(plain, START + 90_000, START, 2, last);

		expect(failure).toMatchObject({
			message: 'Plain refused: rateLimit',
			httpCode: '400',
			code: 'rateLimit',
			providerMessage: 'Slow down',
			requestId: 'r1',
			attempts: 2,
		});
		expect(failure.description).toMatch(
			/Do something about rateLimit\. Plain says: "Slow down" \(HTTP 400, code rateLimit, request ID r1\)\. Tried 2 times\.$/,
		);
	});
});
