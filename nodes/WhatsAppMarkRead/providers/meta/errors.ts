import type { ErrorRow } from '../../responses/errorCatalogue';

const PERMISSION_MISSING: ErrorRow = {
	cause: 'permissionMissing',
	message: 'The access token lacks the permission to mark messages as read',
	why: 'The token was created without the permission, or its system user has no access to the WhatsApp account.',
	description:
		'Create the token with the permission whatsapp_business_messaging, and assign its system user to the WhatsApp account.',
	retry: 'never',
};

/**
 * Meta's error codes (docs/providers/cloudApi.md, "Errors"), which providers in front of Meta may pass on. The code
 * decides, never the HTTP status: a rate limit comes with 400 or 429.
 */
export const META_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'messageIdNotValid',
		codes: ['131009'],
		message: 'WhatsApp did not find this message ID among the messages this number received',
		why: 'The ID belongs to a message you sent, to another number or to a message older than 30 days, or was only partly copied.',
		description:
			'Use the ID of a message that this number received in the last 30 days (messages[].id of the webhook). Messages you sent cannot be marked as read.',
		retry: 'never',
		isBadMessageId: true,
	},
	{
		cause: 'phoneNumberIdNotValid',
		codes: ['100'],
		message: 'WhatsApp did not find this phone number ID, or the token has no access to it',
		why: 'The ID is mistyped, is the phone number itself, or belongs to an account that the token has no access to.',
		description:
			"Check 'Phone Number ID', and that the system user of the token is assigned to the WhatsApp account. Also check that every field holds the kind of value it asks for.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		codes: ['190', '0', '104'],
		message: 'The access token is not valid or has expired',
		why: 'The token has expired, was revoked, or was only partly copied.',
		description:
			'Create a permanent token for a system user in the Meta Business settings, put it into the credential and save it: n8n then tests it. Tokens from the API setup page expire after 24 hours.',
		retry: 'never',
	},
	{ ...PERMISSION_MISSING, codes: ['3', '10', '131005'] },
	{ ...PERMISSION_MISSING, codeRange: [200, 299] },
	{
		cause: 'parameterMissing',
		codes: ['131008'],
		message: 'A required value is missing from the request',
		why: 'A field was empty, usually because an expression returned nothing.',
		description: "Check that 'Message ID' and 'Phone Number ID' are filled in.",
		retry: 'never',
	},
	{
		cause: 'accountLocked',
		codes: ['131031', '368'],
		message: 'The WhatsApp Business account is locked or blocked',
		why: 'Meta has locked the account, for example because it violated a policy.',
		description:
			'Open the account in the Meta Business Manager to see why, and request a review there.',
		retry: 'never',
	},
	{
		cause: 'numberNotRegistered',
		codes: ['133010', '33'],
		message: 'The phone number is not registered for the Cloud API, or was deleted',
		why: 'The number was never registered, or was moved or deleted later.',
		description: 'Register the number in the WhatsApp Manager, or choose another phone number ID.',
		retry: 'never',
	},
	{
		cause: 'temporary',
		codes: ['1', '2', '131000', '131016', '133004', '131057'],
		message: 'WhatsApp is temporarily unavailable',
		why: 'WhatsApp has an outage, or its servers are under maintenance.',
		description: 'Try again later. If the error stays, look at metastatus.com.',
		retry: 'backoff',
	},
	{
		cause: 'rateLimit',
		codes: ['4', '17', '80007', '80008', '130429', '131056', '613'],
		message: 'Too many requests: a rate limit of the WhatsApp account was reached',
		why: "More requests were sent than Meta's limits for the app, the account or the number allow.",
		description:
			"Try again later. If many messages arrive at once, keep 'Only the Latest Message' on and lower 'Max Concurrency'.",
		retry: 'rateLimit',
	},
];

const NOT_CONNECTED: ErrorRow = {
	cause: 'numberNotConnected',
	message: '{provider} has no access to this WhatsApp number any more',
	why: "The permission that the number's owner once gave {provider} has expired or was revoked in the Meta Business settings.",
	description: 'Open the dashboard of {provider} and connect the WhatsApp number again.',
	retry: 'never',
};

/** Meta's errors for a provider that holds the access token itself: there is none in the credential to renew. */
export const HOSTED_META_ERRORS: readonly ErrorRow[] = [
	{ ...NOT_CONNECTED, codes: ['190', '0', '104', '3', '10', '131005'] },
	{ ...NOT_CONNECTED, codeRange: [200, 299] },
	...META_ERRORS.filter(({ cause }) => !['tokenNotValid', 'permissionMissing'].includes(cause)),
];
