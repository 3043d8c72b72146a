import type { ErrorRow } from './errorCatalogue';
import { NETWORK_ERRORS } from './networkErrors';

/**
 * The last rows of every provider's catalogue: errors of the network, HTTP statuses, and any other error.
 * Retried are 408, 429 and 5xx, and 425, which asks for a retry (RFC 8470).
 */
export const COMMON_ERRORS: readonly ErrorRow[] = [
	...NETWORK_ERRORS,
	{
		cause: 'redirect',
		statusRange: [300, 399],
		message: '{provider} redirected the request to another address',
		why: 'The address in the credential is outdated, or starts with http:// instead of https://.',
		description:
			"The node does not follow redirects, since they could send your credential to another server. Put the new address into 'Base URL' of the credential; often http:// must become https://.",
		retry: 'never',
	},
	{
		cause: 'unauthorized',
		statuses: [401],
		message: '{provider} does not accept the credential',
		why: 'The token or key was changed, has expired, or was only partly copied.',
		description:
			'Open the credential, paste the token or key again without spaces, and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'forbidden',
		statuses: [403],
		message: 'The credential lacks a permission at {provider}',
		why: 'The token or key belongs to another account, or lacks a permission.',
		description: 'Check that the token or key belongs to the account that received the message.',
		retry: 'never',
	},
	{
		cause: 'notFound',
		statuses: [404],
		message: '{provider} did not find the account or the address',
		why: 'The account is mistyped or was deleted, or the address is not the address of the API.',
		description: "Check the account in the credential, and 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		statuses: [429],
		message: 'Too many requests: the rate limit of {provider} was reached',
		why: 'More requests were sent than {provider} allows.',
		description:
			"Try again later. If many messages arrive at once, lower the option 'Max Concurrency' or raise 'Max Wait'.",
		retry: 'rateLimit',
	},
	{
		cause: 'requestTimeout',
		statuses: [408, 425],
		message: '{provider} did not receive the request in time',
		why: 'The connection to {provider} is slow or was interrupted.',
		description: 'Run the workflow again. Marking a message twice does no harm.',
		retry: 'backoff',
	},
	{
		cause: 'serverError',
		statusRange: [500, 599],
		message: '{provider} has a server error or is temporarily unavailable',
		why: '{provider} has an outage, or its servers are under maintenance.',
		description: 'Try again later. If the error stays, look at the status page of {provider}.',
		retry: 'backoff',
	},
	{
		cause: 'unexpectedResponse',
		statusRange: [200, 299],
		message: '{provider} did not confirm that the message was marked',
		why: 'The response comes from another server, such as a login page or a proxy.',
		description: "Check 'Base URL' in the credential: the response may come from another server.",
		retry: 'never',
	},
	{
		cause: 'rejected',
		message: '{provider} rejected the request',
		why: '{provider} gave a reason that this node does not recognise.',
		description: 'Read what {provider} says below, and check the fields of this node.',
		retry: 'never',
	},
];
