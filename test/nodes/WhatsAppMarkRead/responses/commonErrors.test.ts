import { COMMON_ERRORS } from '../../../../nodes/WhatsAppMarkRead/responses/commonErrors';
import { findErrorRow } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';

const byStatus = (status: number) =>
	findErrorRow(COMMON_ERRORS, { kind: 'error', status, code: null, text: null, requestId: null });

describe('An HTTP status that a provider says nothing about', () => {
	it.each([
		[301, 'redirect', 'never'],
		[302, 'redirect', 'never'],
		[307, 'redirect', 'never'],
		[308, 'redirect', 'never'],
		[400, 'rejected', 'never'],
		[401, 'unauthorized', 'never'],
		[403, 'forbidden', 'never'],
		[404, 'notFound', 'never'],
		[405, 'rejected', 'never'],
		[408, 'requestTimeout', 'backoff'],
		[409, 'rejected', 'never'],
		[422, 'rejected', 'never'],
		[425, 'requestTimeout', 'backoff'],
		[429, 'rateLimit', 'rateLimit'],
		[500, 'serverError', 'backoff'],
		[502, 'serverError', 'backoff'],
		[503, 'serverError', 'backoff'],
		[504, 'serverError', 'backoff'],
		[524, 'serverError', 'backoff'],
		[200, 'unexpectedResponse', 'never'],
	])('%i means %s and is tried again: %s', (status, cause, retry) => {
		expect(byStatus(status)).toMatchObject({ cause, retry });
	});
});

describe.each(PROVIDERS.map((provider) => [provider.displayName, provider.errors] as const))(
	'The error catalogue of %s',
	(_, errors) => {
		it('ends with a row for the rest', () => {
			expect(errors.at(-1)).toMatchObject({ cause: 'rejected' });
		});

		it('says in each row what happened and what to do next', () => {
			for (const { message, description } of errors) {
				expect(message).toMatch(/^.{10,120}$/);
				expect(message).not.toMatch(/[.!]$/);
				expect(description).toMatch(/^.{10,300}[.]$/);
			}
		});
	},
);
