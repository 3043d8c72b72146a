import type { ErrorRow } from '../../responses/errorCatalogue';

/** Kirim's own codes (docs/providers/kirim.md, "Errors"). Meta's numeric codes, when passed through, are in `meta/errors.ts`. */
export const KIRIM_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'messageIdNotKnown',
		codes: ['resource_not_found'],
		message: 'Kirim.chat did not find this message ID or phone number ID',
		why: "The ID is Kirim's own or belongs to another organization, or the message has not arrived at Kirim.chat yet.",
		description:
			'Use the ID that starts with "wamid." from Kirim\'s webhook, and the phone number ID of the number that received the message. Both must belong to the organization of the API key.',
		// The receipt may race Kirim's own insert of the message: one short retry is defensible.
		retry: 'once',
		isBadMessageId: true,
	},
	{
		cause: 'messageIdNotInbound',
		codes: ['invalid_field_value'],
		message: 'Kirim.chat rejected a value, most likely the ID of a message you sent',
		why: 'The ID belongs to a message you sent, or was only partly copied.',
		description:
			'Only received messages can be marked as read. Use the ID from a message.received webhook.',
		retry: 'never',
		isBadMessageId: true,
	},
	{
		cause: 'callNotValid',
		codes: ['missing_required_field', 'invalid_request', 'invalid_phone_number'],
		message: 'Kirim.chat rejected the request as invalid',
		why: 'A field was empty or has the wrong format, usually because of an expression.',
		description: "Check 'Message ID' and 'Phone Number ID'.",
		retry: 'never',
	},
	{
		cause: 'apiKeyNotValid',
		codes: ['invalid_api_key', 'expired_api_key'],
		message: 'The Kirim.chat API key is not valid or has expired',
		why: 'The key has expired, was deleted, was only partly copied, or is for another Kirim product.',
		description:
			'Create a key in the Kirim dashboard and put it into the credential. Keys for this API start with "kdv_live_"; those that start with "kc_live_" belong to another Kirim product.',
		retry: 'never',
	},
	{
		cause: 'numberForbidden',
		codes: ['phone_number_forbidden'],
		message: 'The phone number belongs to another Kirim.chat organization',
		why: 'The number and the API key belong to different organizations.',
		description:
			"Choose a number of the API key's organization under 'Phone Number ID', or use the other organization's key.",
		retry: 'never',
	},
	{
		cause: 'accountState',
		codes: ['account_not_connected', 'whatsapp_number_not_verified', 'account_restricted'],
		message: 'The WhatsApp account at Kirim.chat is not connected, not verified or restricted',
		why: 'The WhatsApp number was disconnected, restricted or never verified.',
		description: 'Open the Kirim dashboard and connect or verify the WhatsApp number there.',
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		codes: ['rate_limit_exceeded'],
		message: 'Too many requests: the rate limit of Kirim.chat was reached',
		why: 'Read receipts and sent messages together were more than the plan allows per minute.',
		description:
			"Read receipts and sent messages share one limit (60 a minute on the free plan, 600 on Pro). Try again later, or turn on the option 'Only the Latest Message'.",
		retry: 'rateLimit',
	},
	{
		cause: 'upstream',
		codes: ['whatsapp_upstream_error'],
		message: 'WhatsApp did not accept the read receipt from Kirim.chat',
		why: 'The message is too old, or WhatsApp is temporarily unavailable.',
		description:
			'Messages older than 7 days cannot be marked through Kirim.chat. For a newer one, try again later.',
		retry: 'twice',
	},
	{
		cause: 'internal',
		codes: ['internal_error'],
		message: 'Kirim.chat has an internal error',
		why: 'Something failed on the servers of Kirim.chat.',
		description:
			'Try again later. If the error stays, send the request ID below to the support of Kirim.chat.',
		retry: 'backoff',
	},
];
