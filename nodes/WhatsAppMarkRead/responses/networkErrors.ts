import type { ErrorRow } from './errorCatalogue';

/**
 * What can go wrong before a whole answer has arrived. The codes are those of Node's net, dns, tls, http and zlib
 * modules and of the HTTP client n8n uses (axios); `ANSWER_TOO_LONG`, `ANSWER_UNREADABLE`, `SSRF_BLOCKED` and
 * `NOT_SENT` are ours (see `n8n/transport.ts`).
 */
export const NETWORK_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'cancelled',
		codes: ['ERR_CANCELED'],
		message: 'The execution was stopped before {provider} answered',
		why: 'Somebody stopped it, or it ran longer than this n8n allows.',
		description:
			'Run the workflow again to mark what is left. Marking a message twice does no harm.',
		retry: 'never',
	},
	{
		cause: 'timeout',
		codes: ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
		message: '{provider} did not answer in time',
		why: '{provider} or the way to it is slow, or something in between swallows the call.',
		description:
			"Try again later, or give it longer with the option 'Timeout'. The message may have been marked all the same.",
		retry: 'backoff',
	},
	{
		cause: 'hostNotFound',
		codes: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'],
		message: 'The address of {provider} could not be found',
		why: 'The host name is mistyped, or this n8n cannot look up names.',
		description: "Check 'Base URL' in the credential, and that this n8n can reach the internet.",
		retry: 'backoff',
	},
	{
		cause: 'connectionRefused',
		codes: ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
		message: 'No connection to {provider} could be made',
		why: 'Nothing listens at that host and port, or a firewall is in between.',
		description:
			"Check 'Base URL' in the credential (host and port), and that the server runs and lets this n8n in.",
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
		message: 'The connection to {provider} broke off',
		why: 'The network or the server broke it off, or http:// and https:// were mixed up.',
		description:
			"Run the workflow again: marking a message twice does no harm. If it breaks off every time, check whether 'Base URL' in the credential should start with http:// or https://.",
		retry: 'backoff',
	},
	{
		cause: 'responseUnreadable',
		codes: ['ANSWER_UNREADABLE'],
		message: '{provider} sent an answer that could not be read',
		why: 'The answer was damaged or cut off on its way.',
		description:
			"Try again later. If it stays like this, check 'Base URL' in the credential: another server may be answering. Marking a message twice does no harm.",
		retry: 'backoff',
	},
	{
		cause: 'responseTooLong',
		codes: ['ANSWER_TOO_LONG'],
		message: '{provider} sent an answer that is far too long',
		why: 'Another server than {provider} answered.',
		description:
			"Check 'Base URL' in the credential: the answer may come from another server. The message may have been marked all the same.",
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
		message: 'The certificate of {provider} cannot be trusted',
		why: 'It has ended, is of another host, or was made by nobody this n8n knows.',
		description:
			"Check that 'Base URL' in the credential names the right host. On a server of your own, install a certificate that this n8n trusts.",
		retry: 'never',
	},
	{
		cause: 'notTls',
		codes: ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'],
		message: 'No secure connection to {provider} could be made',
		why: 'The server speaks plain http://, or a proxy is in between.',
		description:
			"Check whether 'Base URL' in the credential should start with http:// or https://.",
		retry: 'never',
	},
	{
		cause: 'blockedByN8n',
		codes: ['SSRF_BLOCKED'],
		message: 'This n8n does not allow calls to the address of {provider}',
		why: 'The address lies in a private network, and this n8n keeps nodes out of those.',
		description:
			"n8n's protection against calls into its own network refused the host of 'Base URL'. Ask whoever runs this n8n to allow it.",
		retry: 'never',
	},
	{
		cause: 'notSent',
		codes: ['NOT_SENT'],
		message: 'The call to {provider} could not be made',
		why: 'A field of the credential is empty.',
		description: 'Check the credential: every field it asks for must be filled in.',
		retry: 'never',
	},
];

/** Every code above: what `n8n/transport.ts` recognises as the reason why no answer arrived. */
export const NETWORK_CODES: ReadonlySet<string> = new Set(
	NETWORK_ERRORS.flatMap(({ codes }) => codes ?? []),
);
