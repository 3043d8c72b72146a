import type { ErrorRow } from '../../responses/errorCatalogue';

/**
 * Meta's error codes (docs/providers/cloudApi.md, "Errors"). Branch on the code, never on the HTTP status: a rate limit
 * shows as 400 or 429.
 * Kirim.chat may pass a Meta code through in `error.code` (docs/providers/kirim.md, "Errors").
 */
export const META_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'messageIdNotValid',
		codes: ['131009'],
		message: 'WhatsApp does not know this message id as a received message of this number',
		why: 'The ID is of a message you sent, of another number, older than 30 days, or not whole.',
		description:
			'Use the id of a message that this number received in the last 30 days (messages[].id of the webhook). Messages you sent cannot be marked.',
		retry: 'never',
		isBadMessageId: true,
	},
	{
		cause: 'phoneNumberIdNotValid',
		codes: ['100'],
		message: 'WhatsApp does not know this phone number id, or the token has no access to it',
		why: 'The ID is mistyped, is the phone number itself, or belongs to an account that the token was not given.',
		description:
			"Check 'Phone Number ID', and that the system user of the token is assigned to the WhatsApp account. Also check that all fields hold the right kind of value.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		codes: ['190', '0', '104'],
		message: 'The access token is not valid or has expired',
		why: 'The token ran out, was withdrawn, or was not copied whole.',
		description:
			'Create a permanent token for a system user in the Meta Business settings, put it into the credential and save it: n8n tests it then. Tokens from the API setup page end after 24 hours.',
		retry: 'never',
	},
	{
		cause: 'permissionMissing',
		codes: ['3', '10', '131005'],
		message: 'The access token lacks the permission to mark messages',
		why: 'The token was created without the permission, or its system user was not given the WhatsApp account.',
		description:
			'Create the token with the permission whatsapp_business_messaging, and give its system user access to the WhatsApp account.',
		retry: 'never',
	},
	{
		cause: 'permissionMissing',
		codeRange: [200, 299],
		message: 'The access token lacks the permission to mark messages',
		why: 'The token was created without the permission, or its system user was not given the WhatsApp account.',
		description:
			'Create the token with the permission whatsapp_business_messaging, and give its system user access to the WhatsApp account.',
		retry: 'never',
	},
	{
		cause: 'parameterMissing',
		codes: ['131008'],
		message: 'WhatsApp misses a required value in the call',
		why: 'A field came out empty, mostly from an expression.',
		description: "Check that 'Message ID' and 'Phone Number ID' are filled in.",
		retry: 'never',
	},
	{
		cause: 'accountLocked',
		codes: ['131031', '368'],
		message: 'The WhatsApp Business account is locked or blocked',
		why: 'Meta has locked the account, e.g. for a breach of its rules.',
		description:
			'Look at the account in the Meta Business Manager to see why, and ask for a review there.',
		retry: 'never',
	},
	{
		cause: 'numberNotRegistered',
		codes: ['133010', '33'],
		message: 'The phone number is not registered for the Cloud API, or was deleted',
		why: 'The number was never registered, or has been moved or deleted since.',
		description: 'Register the number in the WhatsApp Manager, or choose another phone number id.',
		retry: 'never',
	},
	{
		cause: 'temporary',
		codes: ['1', '2', '131000', '131016', '133004', '131057'],
		message: 'WhatsApp is not able to take the call right now',
		why: 'Trouble or maintenance on the side of WhatsApp.',
		description: 'Try again later. If it stays like this, look at metastatus.com.',
		retry: 'backoff',
	},
	{
		cause: 'rateLimit',
		codes: ['4', '17', '80007', '80008', '130429', '131056', '613'],
		message: 'WhatsApp is receiving too many requests from this account',
		why: "More calls than Meta's limits for the app, the account or the number allow.",
		description:
			"Try again later. In bursts, keep 'Only the Latest Message' on and lower 'Max Concurrency'.",
		retry: 'rateLimit',
	},
];
