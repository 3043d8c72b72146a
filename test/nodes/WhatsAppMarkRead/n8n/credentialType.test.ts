import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	authenticateWith,
	errorRules,
	errorText,
} from '../../../../nodes/WhatsAppMarkRead/n8n/credentialType';
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

describe('A token that belongs into the path', () => {
	const url = 'https://plain.test/line/{token}/read';

	it.each([
		['dummy-token', 'dummy-token'],
		['dummy/../$&', 'dummy%2F..%2F%24%26'],
	])('%s takes the place that the request left for it', async (pathToken, inPath) => {
		const authenticate = authenticateWith(String, () => ({ pathToken }));

		if (typeof authenticate !== 'function') throw new TypeError('No function');
		expect(await authenticate({}, { url })).toEqual({
			url: `https://plain.test/line/${inPath}/read`,
		});
	});

	it("takes it in a request of n8n's HTTP Request node, which calls the address uri", async () => {
		const authenticate = authenticateWith(String, () => ({ pathToken: 'dummy-token' }));

		if (typeof authenticate !== 'function') throw new TypeError('No function');
		expect(await authenticate({}, { uri: url } as unknown as IHttpRequestOptions)).toEqual({
			uri: 'https://plain.test/line/dummy-token/read',
		});
	});
});
