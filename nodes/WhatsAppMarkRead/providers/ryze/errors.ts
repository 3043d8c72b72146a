import type { ErrorRow } from '../../responses/errorCatalogue';

/** RyzeAPI's errors (docs/providers/ryze.md, "Errors"): they have no code, so that status and text decide. */
export const RYZE_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'notConnected',
		// Documented as 503, also seen as 400.
		statuses: [503, 400],
		text: /not connected/i,
		message: 'The RyzeAPI instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or the connection was lost.',
		description:
			'Open the RyzeAPI manager and connect the instance again (scan the QR code with the phone).',
		retry: 'twice',
	},
	{
		cause: 'senderMissing',
		statuses: [400],
		text: /sender is required/i,
		message: 'RyzeAPI did not receive the sender of the group message',
		why: 'In groups, WhatsApp accepts a read receipt only together with the sender of the message.',
		description:
			"Set 'Chat Type' to 'Group' and fill in 'Sender' with the JID of whoever wrote the message (…@s.whatsapp.net or …@lid).",
		retry: 'never',
	},
	{
		cause: 'messageIdMissing',
		statuses: [400],
		text: /messageId is required/i,
		message: 'RyzeAPI did not receive a message ID',
		why: 'The field was empty, usually because an expression returned nothing.',
		description: "Check 'Message ID'.",
		retry: 'never',
	},
	{
		cause: 'numberMissing',
		statuses: [400],
		text: /number is required/i,
		message: 'RyzeAPI did not receive a chat',
		why: 'The field was empty, usually because an expression returned nothing.',
		description: "Check 'Chat': a phone number with country code, or the JID of the group.",
		retry: 'never',
	},
	{
		cause: 'instanceMissing',
		statuses: [400],
		text: /instance name is required/i,
		message: 'RyzeAPI did not receive the name of the instance',
		why: 'The name in the credential is empty.',
		description: "Check 'Instance' in the credential.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'RyzeAPI rejected the request as invalid',
		why: 'A value has a format that RyzeAPI does not accept.',
		description: "Check 'Message ID', 'Chat' and 'Sender'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'RyzeAPI does not accept the token',
		why: 'The token was changed or only partly copied.',
		description:
			'Copy the token of the instance (or of the account) from the RyzeAPI manager into the credential and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'instanceForbidden',
		statuses: [403],
		message: 'The RyzeAPI token does not belong to this instance',
		why: 'The token belongs to one instance, but another instance received the message.',
		description:
			"Use the token of the instance that received the message, or a token of the account. Also check 'Instance' in the credential.",
		retry: 'never',
	},
	{
		cause: 'instanceNotFound',
		statuses: [404],
		message: 'RyzeAPI did not find this instance',
		why: 'The name is mistyped, the instance was deleted, or it is on another server.',
		description:
			"Check 'Instance' in the credential: upper and lower case matter. Also check 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		statuses: [429],
		message: 'Too many requests: the RyzeAPI rate limit of 100 a minute was reached',
		why: 'The workflows that use this token made more than 100 requests in a minute.',
		description:
			"Every request with this token counts. Try again in a minute, or raise the option 'Max Wait'.",
		retry: 'rateLimit',
	},
	{
		cause: 'notSupported',
		statuses: [501],
		message: 'This RyzeAPI server does not support the operation',
		why: 'The server runs an older version or another WhatsApp engine.',
		description: 'Choose another operation, or update the server.',
		retry: 'never',
	},
];
