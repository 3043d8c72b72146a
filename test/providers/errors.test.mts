import { COMMON_ERRORS } from '../../nodes/WhatsAppMarkRead/responses/commonErrors.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import { answered, explained } from '../helpers/responses.ts';
import { casesOf } from '../helpers/providerCases.mts';
import type { ErrorCase } from '../helpers/providerCases.mts';

describe.each(PROVIDERS)('An error of $displayName', (provider) => {
	const errors = casesOf<ErrorCase>(provider.id, 'errors.json').map((error) => ({
		...error,
		statuses: [error.status].flat(),
		response: JSON.stringify(error.body),
	}));

	it.each(errors)(
		'$response with HTTP $status is $cause, retried: $retry',
		({ statuses, body, cause, retry, advice = '', isBadMessageId }) => {
			for (const status of statuses) {
				expect(explained(provider, answered(status, body))).toEqual({ cause, retry });
			}
			const row = provider.errors.find((error) => error.cause === cause);
			expect(row?.description).toContain(advice);
			expect(row?.isBadMessageId).toBe(isBadMessageId);
		},
	);

	it('has a case for each row of its own', () => {
		const own = provider.errors.filter((row) => !COMMON_ERRORS.includes(row));

		expect(errors.map(({ cause }) => cause)).toEqual(
			expect.arrayContaining(own.map(({ cause }) => cause)),
		);
	});
});
