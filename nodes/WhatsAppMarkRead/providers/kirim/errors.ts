import type { ErrorRow } from '../../responses/errorCatalogue';

/** Kirim's own codes (docs/providers/kirim.md, "Errors"). Meta's numeric codes, when passed through, are in `meta/errors.ts`. */
export const KIRIM_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'messageIdNotKnown',
		codes: ['resource_not_found'],
		message: 'Kirim.chat does not know this message id or phone number id',
		why: "The ID is Kirim's own or another organization's, or the message has not arrived at Kirim.chat yet.",
		description:
			'Use the id that starts with "wamid." from Kirim\'s webhook, and the phone number id of the number it came in on. Both must belong to the organization of the API key.',
		// The receipt may race Kirim's own insert of the message: one short retry is defensible.
		retry: 'once',
		isBadMessageId: true,
	},
	{
		cause: 'messageIdNotInbound',
		codes: ['invalid_field_value'],
		message: 'Kirim.chat refused a value: most likely the id is of a message you sent',
		why: 'The ID is of a message you sent, or is not whole.',
		description:
			'Only received messages can be marked. Use the id from a message.received webhook.',
		retry: 'never',
		isBadMessageId: true,
	},
	{
		cause: 'callNotValid',
		codes: ['missing_required_field', 'invalid_request', 'invalid_phone_number'],
		message: 'Kirim.chat could not use the call',
		why: 'A field came out empty or in a wrong form, mostly from an expression.',
		description: "Check 'Message ID' and 'Phone Number ID'.",
		retry: 'never',
	},
	{
		cause: 'apiKeyNotValid',
		codes: ['invalid_api_key', 'expired_api_key'],
		message: 'The Kirim.chat API key is not valid or has expired',
		why: 'The key ran out, was deleted, was not copied whole, or is for another Kirim product.',
		description:
			'Create a key in the Kirim dashboard and put it into the credential. Keys for this API start with "kdv_live_"; those that start with "kc_live_" belong to another Kirim product.',
		retry: 'never',
	},
	{
		cause: 'numberForbidden',
		codes: ['phone_number_forbidden'],
		message: 'The phone number belongs to another Kirim.chat organization',
		why: 'The number and the API key belong to two organizations.',
		description:
			"Choose a number of the API key's organization under 'Phone Number ID', or use the other organization's key.",
		retry: 'never',
	},
	{
		cause: 'accountState',
		codes: ['account_not_connected', 'whatsapp_number_not_verified', 'account_restricted'],
		message: 'The WhatsApp account is not ready at Kirim.chat',
		why: 'The WhatsApp number was disconnected, restricted or never verified.',
		description: 'Open the Kirim dashboard and connect or verify the WhatsApp number there.',
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		codes: ['rate_limit_exceeded'],
		message: 'The Kirim.chat limit of calls per minute is used up',
		why: 'Receipts and sent messages together were more than the plan allows in a minute.',
		description:
			"Receipts and sent messages share one limit (60 a minute on the free plan, 600 on Pro). Try again later, or switch the option 'Only the Latest Message' on.",
		retry: 'rateLimit',
	},
	{
		cause: 'upstream',
		codes: ['whatsapp_upstream_error'],
		message: 'WhatsApp did not take the receipt from Kirim.chat',
		why: 'The message is too old, or WhatsApp has trouble of its own.',
		description:
			'Messages older than 7 days cannot be marked through Kirim.chat. For a newer one, try again later.',
		retry: 'twice',
	},
	{
		cause: 'internal',
		codes: ['internal_error'],
		message: 'Kirim.chat is not able to take the call right now',
		why: 'Trouble on the side of Kirim.chat.',
		description:
			'Try again later. If it stays like this, give the request id below to the support of Kirim.chat.',
		retry: 'backoff',
	},
];
