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
		[400, 'refused', 'never'],
		[401, 'unauthorized', 'never'],
		[403, 'forbidden', 'never'],
		[404, 'notFound', 'never'],
		[405, 'refused', 'never'],
		[408, 'requestTimeout', 'backoff'],
		[409, 'refused', 'never'],
		[422, 'refused', 'never'],
		[425, 'requestTimeout', 'backoff'],
		[429, 'rateLimit', 'rateLimit'],
		[500, 'serverTrouble', 'backoff'],
		[502, 'serverTrouble', 'backoff'],
		[503, 'serverTrouble', 'backoff'],
		[504, 'serverTrouble', 'backoff'],
		[524, 'serverTrouble', 'backoff'],
		[200, 'unexpectedAnswer', 'never'],
	])('%i means %s and is tried again: %s', (status, cause, retry) => {
		expect(byStatus(status)).toMatchObject({ cause, retry });
	});
});

describe.each(PROVIDERS.map((provider) => [provider.displayName, provider.errors] as const))(
	'The error catalogue of %s',
	(_, errors) => {
		it('ends with a row for the rest', () => {
			expect(errors.at(-1)).toMatchObject({ cause: 'refused' });
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
