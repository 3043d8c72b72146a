import { findErrorRow } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import type {
	ErrorRow,
	CallError,
} from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';

const row = (cause: string, conditions: Partial<ErrorRow>): ErrorRow => ({
	cause,
	message: 'What happened',
	description: 'What to do',
	retry: 'never',
	...conditions,
});

const callError = (facts: Partial<CallError>): CallError => ({
	kind: 'error',
	status: null,
	code: null,
	text: null,
	requestId: null,
	...facts,
});

const CATALOGUE: readonly ErrorRow[] = [
	row('statusAndText', { statuses: [400, 503], text: /not connected/i }),
	row('code', { codes: ['190', 'expired'] }),
	row('codeRange', { codeRange: [200, 299] }),
	row('statusRange', { statusRange: [500, 599] }),
	row('rest', {}),
];

describe('An error catalogue', () => {
	it.each([
		['a row of which all conditions hold', { status: 503, text: 'Not connected' }, 'statusAndText'],
		['no row of which one condition fails', { status: 503, text: 'Busy' }, 'statusRange'],
		[
			'the status in the body before that of HTTP',
			{ status: 200, statusInBody: 500 },
			'statusRange',
		],
		['a code before a status', { status: 500, code: '190' }, 'code'],
		['a code as text', { status: 401, code: 'expired' }, 'code'],
		['the first of a range of codes', { code: '200' }, 'codeRange'],
		['the last of a range of codes', { code: '299' }, 'codeRange'],
		['no range for the code beyond it', { code: '300' }, 'rest'],
		['no range for a code that only starts like one', { code: '200x' }, 'rest'],
		['no range for a code that only ends like one', { code: 'x200' }, 'rest'],
		['no range where no code is known', { status: 400, code: null }, 'rest'],
		['the last status of a range', { status: 599 }, 'statusRange'],
		['the last row for what no other stands for', { status: 418 }, 'rest'],
		['the last row where nothing is known', {}, 'rest'],
	])('finds %s', (_, facts, cause) => {
		expect(findErrorRow(CATALOGUE, callError(facts)).cause).toBe(cause);
	});

	it('must end with a row for the rest', () => {
		expect(() => findErrorRow(CATALOGUE.slice(0, 1), callError({ status: 418 }))).toThrow(
			'An error catalogue must end with a row for the rest',
		);
	});
});
