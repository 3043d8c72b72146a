import { findErrorRow } from '../../../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import { NETWORK_CODES } from '../../../../nodes/WhatsAppMarkRead/responses/networkErrors';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';

describe.each(PROVIDERS.map((provider) => [provider.displayName, provider.errors] as const))(
	'When no response of %s arrives,',
	(_, errors) => {
		it.each([
			['ERR_CANCELED', 'cancelled', 'never'],
			['ECONNABORTED', 'timeout', 'backoff'],
			['ETIMEDOUT', 'timeout', 'backoff'],
			['ENOTFOUND', 'hostNotFound', 'backoff'],
			['EAI_AGAIN', 'hostNotFound', 'backoff'],
			['ECONNREFUSED', 'connectionRefused', 'backoff'],
			['EHOSTUNREACH', 'connectionRefused', 'backoff'],
			['ENETUNREACH', 'connectionRefused', 'backoff'],
			['ECONNRESET', 'connectionLost', 'backoff'],
			['EPIPE', 'connectionLost', 'backoff'],
			['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', 'never'],
			['CERT_HAS_EXPIRED', 'certificate', 'never'],
			['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', 'never'],
			['EPROTO', 'notTls', 'never'],
			['SSRF_BLOCKED', 'blockedByN8n', 'never'],
			['NOT_SENT', 'notSent', 'never'],
			['ANSWER_UNREADABLE', 'responseUnreadable', 'backoff'],
			['ANSWER_TOO_LONG', 'responseTooLong', 'never'],
		])('%s means %s and is retried: %s', (code, cause, retry) => {
			const callError = { kind: 'error', status: null, code, text: null, requestId: null } as const;
			expect(findErrorRow(errors, callError)).toMatchObject({ cause, retry });
		});
	},
);

describe('The codes that say why no response arrived', () => {
	it('are known to the code that sends the requests', () => {
		expect([...NETWORK_CODES]).toEqual(
			expect.arrayContaining(['ERR_CANCELED', 'ETIMEDOUT', 'ENOTFOUND', 'ECONNRESET', 'EPROTO']),
		);
	});

	it('are never the numbers of a provider', () => {
		expect([...NETWORK_CODES].filter((code) => /^\d+$/.test(code))).toEqual([]);
	});
});
