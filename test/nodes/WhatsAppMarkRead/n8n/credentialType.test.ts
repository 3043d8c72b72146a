import { errorRules, errorText } from '../../../../nodes/WhatsAppMarkRead/n8n/credentialType';
import type { ErrorRow } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';

const ERRORS: readonly ErrorRow[] = [
	{ cause: 'tokenNotValid', message: 'Wrong token', description: 'Copy it again.', retry: 'never' },
];

describe('The test of a credential', () => {
	it('explains a status by the table of errors: what happened, and what to do next', () => {
		expect(errorRules(ERRORS, { 401: 'tokenNotValid' })).toEqual([
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Wrong token. Copy it again.' },
			},
		]);
	});

	it('throws for a cause that the table does not have', () => {
		expect(() => errorText(ERRORS, 'tokenMissing')).toThrow(
			'The table of errors has no cause tokenMissing',
		);
	});
});
