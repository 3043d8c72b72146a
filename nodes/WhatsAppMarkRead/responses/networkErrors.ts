import type { CallError, ErrorRow } from './errorCatalogue';

/**
 * Errors before the complete response has arrived. The codes are those of Node's net, dns, tls, http and zlib modules
 * and of n8n's HTTP client (axios); `ANSWER_TOO_LONG`, `ANSWER_UNREADABLE`, `SSRF_BLOCKED` and `NOT_SENT` are set by
 * `n8n/transport.ts`.
 */
export const NETWORK_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'cancelled',
		codes: ['ERR_CANCELED'],
		message: 'The execution was stopped before {provider} responded',
		why: 'It was stopped by hand, or ran longer than this n8n allows.',
		description:
			'Run the workflow again to mark the remaining messages. Marking a message twice does no harm.',
		retry: 'never',
	},
	{
		cause: 'timeout',
		codes: ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
		message: '{provider} did not respond in time (timeout)',
		why: '{provider} or the connection to it is slow, or a firewall or proxy drops the request.',
		description:
			"Try again later, or raise the option 'Timeout'. The message may have been marked nevertheless.",
		retry: 'backoff',
	},
	{
		cause: 'hostNotFound',
		codes: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'],
		message: 'The host name of {provider} could not be found',
		why: 'The host name is mistyped, or this n8n has no working DNS.',
		description: "Check 'Base URL' in the credential, and that this n8n can reach the internet.",
		retry: 'backoff',
	},
	{
		cause: 'connectionRefused',
		codes: ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
		message: 'Could not connect to {provider}',
		why: 'No server is running at that host and port, or a firewall blocks the connection.',
		description:
			"Check 'Base URL' in the credential (host and port), and that the server is running and accepts connections from this n8n.",
		retry: 'backoff',
	},
	{
		cause: 'connectionLost',
		codes: [
			'ECONNRESET',
			'EPIPE',
			'ERR_BAD_RESPONSE',
			'ERR_STREAM_PREMATURE_CLOSE',
			'UND_ERR_SOCKET',
		],
		message: 'The connection to {provider} was lost',
		why: 'The network or the server closed the connection, or http:// and https:// were mixed up.',
		description:
			"Run the workflow again: marking a message twice does no harm. If it happens every time, check whether 'Base URL' in the credential should start with http:// or https://.",
		retry: 'backoff',
	},
	{
		cause: 'responseUnreadable',
		codes: ['ANSWER_UNREADABLE'],
		message: 'The response of {provider} could not be read',
		why: 'The response was damaged or cut off on the way.',
		description:
			"Try again later. If the error stays, check 'Base URL' in the credential: the response may come from another server. Marking a message twice does no harm.",
		retry: 'backoff',
	},
	{
		cause: 'responseTooLong',
		codes: ['ANSWER_TOO_LONG'],
		message: 'The response of {provider} is far too long',
		why: 'The response comes from another server than {provider}.',
		description:
			"Check 'Base URL' in the credential: the response may come from another server. The message may have been marked nevertheless.",
		retry: 'never',
	},
	{
		cause: 'certificate',
		codes: [
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'UNABLE_TO_GET_ISSUER_CERT',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			'CERT_HAS_EXPIRED',
			'CERT_NOT_YET_VALID',
			'ERR_TLS_CERT_ALTNAME_INVALID',
		],
		message: 'The certificate of {provider} is not trusted',
		why: 'It has expired, belongs to another host, or comes from an issuer this n8n does not trust.',
		description:
			"Check that 'Base URL' in the credential names the right host. On your own server, install a certificate that this n8n trusts.",
		retry: 'never',
	},
	{
		cause: 'notTls',
		codes: ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'],
		message: 'Could not make a secure connection (TLS) to {provider}',
		why: 'The server only supports http://, or a proxy is in between.',
		description:
			"Check whether 'Base URL' in the credential should start with http:// or https://.",
		retry: 'never',
	},
	{
		cause: 'blockedByN8n',
		codes: ['SSRF_BLOCKED'],
		message: 'This n8n does not allow requests to the address of {provider}',
		why: 'The address is in a private network, and this n8n blocks requests to private networks.',
		description:
			"n8n's SSRF protection blocked the host of 'Base URL'. Ask the administrator of this n8n to allow it.",
		retry: 'never',
	},
	{
		cause: 'notSent',
		codes: ['NOT_SENT'],
		message: 'The request to {provider} could not be sent',
		why: 'A field of the credential is empty.',
		description: 'Open the credential and fill in every required field.',
		retry: 'never',
	},
];

/** Every code above: what `n8n/transport.ts` recognises as the reason why no response arrived. */
export const NETWORK_CODES: ReadonlySet<string> = new Set(
	NETWORK_ERRORS.flatMap(({ codes }) => codes ?? []),
);

/**
 * The error of a request without a response.
 *
 * @param code one of the codes above
 * @param text the network's message, where it adds something to the code
 */
export function noResponse(code: string, text: string | null = null): CallError {
	return { kind: 'error', status: null, code, text, requestId: null };
}
