import type { ErrorRow } from './errorCatalogue';
import { NETWORK_ERRORS } from './networkErrors';

/**
 * What every provider's catalogue ends with: the network, then plain HTTP, then the rest.
 * The statuses that are tried again are those of the failure rules: 408, 429 and 5xx; 425 asks for it by its name (RFC 8470).
 */
export const COMMON_ERRORS: readonly ErrorRow[] = [
	...NETWORK_ERRORS,
	{
		cause: 'redirect',
		statusRange: [300, 399],
		message: '{provider} sent the call on to another address',
		why: 'The address in the credential is an old one, or lacks the s of https://.',
		description:
			"The node does not follow, since your credential could end up in the wrong hands. Put the new address into 'Base URL' of the credential; often http:// must become https://.",
		retry: 'never',
	},
	{
		cause: 'unauthorized',
		statuses: [401],
		message: '{provider} does not accept the credential',
		why: 'The token or key was changed, has ended, or was not copied whole.',
		description:
			'Open the credential, paste the token or key again without spaces, and save it: n8n tests it then.',
		retry: 'never',
	},
	{
		cause: 'forbidden',
		statuses: [403],
		message: 'The credential is not allowed to do this at {provider}',
		why: 'The token or key is of another account, or lacks a permission.',
		description: 'Check that the token or key belongs to the account that received the message.',
		retry: 'never',
	},
	{
		cause: 'notFound',
		statuses: [404],
		message: '{provider} does not know what was asked for',
		why: 'The account is mistyped or gone, or the address is not the one of the API.',
		description: "Check the account in the credential, and 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		statuses: [429],
		message: '{provider} is receiving too many requests',
		why: 'More calls than the limit of {provider} allows.',
		description:
			"Try again later. In bursts, lower the option 'Max Concurrency' or let 'Max Wait' be longer.",
		retry: 'rateLimit',
	},
	{
		cause: 'requestTimeout',
		statuses: [408, 425],
		message: '{provider} gave up waiting for the call',
		why: 'The call took too long to arrive.',
		description: 'Run the workflow again. Marking a message twice does no harm.',
		retry: 'backoff',
	},
	{
		cause: 'serverTrouble',
		statusRange: [500, 599],
		message: '{provider} is not able to answer right now',
		why: 'Trouble or maintenance on the side of {provider}.',
		description: 'Try again later. If it stays like this, look at the status page of {provider}.',
		retry: 'backoff',
	},
	{
		cause: 'unexpectedAnswer',
		statusRange: [200, 299],
		message: '{provider} answered without saying that the message was marked',
		why: 'Another server answered, such as a login page or a proxy.',
		description: "Check 'Base URL' in the credential: the answer may come from another server.",
		retry: 'never',
	},
	{
		cause: 'refused',
		message: '{provider} refused the call',
		why: 'A reason that this node has no words for.',
		description: 'Read what {provider} says below, and check the fields of this node.',
		retry: 'never',
	},
];
