import type { ErrorRow } from '../../responses/errorCatalogue';

/** RyzeAPI's refusals (docs/providers/ryze.md, "Errors"): there is no code, the status and the text tell them apart. */
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
		message: 'RyzeAPI needs the author of a group message',
		why: 'WhatsApp takes a receipt in a group only together with the author of the message.',
		description:
			"Set 'Chat Type' to 'Group' and fill in 'Sender' with the author's address (…@s.whatsapp.net or …@lid).",
		retry: 'never',
	},
	{
		cause: 'messageIdMissing',
		statuses: [400],
		text: /messageId is required/i,
		message: 'RyzeAPI misses the message id',
		why: 'The field came out empty, mostly from an expression.',
		description: "Check 'Message ID'.",
		retry: 'never',
	},
	{
		cause: 'numberMissing',
		statuses: [400],
		text: /number is required/i,
		message: 'RyzeAPI misses the chat',
		why: 'The field came out empty, mostly from an expression.',
		description: "Check 'Chat': a phone number with country code, or the address of the group.",
		retry: 'never',
	},
	{
		cause: 'instanceMissing',
		statuses: [400],
		text: /instance name is required/i,
		message: 'RyzeAPI misses the name of the instance',
		why: 'The name in the credential is empty.',
		description: "Check 'Instance' in the credential.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'RyzeAPI could not use the call',
		why: 'A value has a form that RyzeAPI does not take.',
		description: "Check 'Message ID', 'Chat' and 'Sender'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'RyzeAPI does not accept the token',
		why: 'The token was changed, or was not copied whole.',
		description:
			'Copy the token of the instance (or of the account) from the RyzeAPI manager into the credential and save it: n8n tests it then.',
		retry: 'never',
	},
	{
		cause: 'instanceForbidden',
		statuses: [403],
		message: 'The RyzeAPI token does not belong to this instance',
		why: 'The token is of one instance, the message came in on another.',
		description:
			"Use the token of the instance that received the message, or a token of the whole account. Also check 'Instance' in the credential.",
		retry: 'never',
	},
	{
		cause: 'instanceNotFound',
		statuses: [404],
		message: 'RyzeAPI does not know this instance',
		why: 'The name is mistyped, the instance was deleted, or it lives on another server.',
		description:
			"Check 'Instance' in the credential: upper and lower case count. Also check 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		statuses: [429],
		message: 'The RyzeAPI limit of 100 calls a minute is used up',
		why: 'The workflows that use this token made more than 100 calls in a minute.',
		description:
			"Every call with this token counts. Try again in a minute, or let the option 'Max Wait' be longer.",
		retry: 'rateLimit',
	},
	{
		cause: 'notSupported',
		statuses: [501],
		message: 'This RyzeAPI server cannot do that',
		why: 'The server has an older version, or another engine behind it.',
		description: 'Choose another operation, or update the server.',
		retry: 'never',
	},
];
