import type { ErrorRow } from '../../responses/errorCatalogue';

/**
 * Wuzapi's errors (docs/providers/wuzapi.md, "Errors"): without a code, so that status and text decide. Older versions write
 * the texts with capitals.
 */
export const WUZAPI_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'noSession',
		statuses: [500],
		text: /no session/i,
		message: 'The Wuzapi instance is not connected to WhatsApp',
		why: 'The instance was not connected since the server started, or it was disconnected.',
		description:
			'Connect the instance in the dashboard of your Wuzapi server (its API calls it POST /session/connect), and scan the QR code with the phone if it shows one.',
		retry: 'never',
	},
	{
		cause: 'whatsAppFailed',
		statuses: [500],
		text: /failure (marking messages|sending chat presence)/i,
		message: 'Wuzapi could not pass the request on to WhatsApp',
		why: 'The instance lost its connection to WhatsApp, or the phone was unlinked.',
		description:
			'Try again in a minute. If the error stays, connect the instance again in the dashboard of your Wuzapi server, and scan the QR code if it shows one.',
		retry: 'twice',
	},
	{
		cause: 'messageIdMissing',
		statuses: [400],
		text: /missing id\b/i,
		message: 'Wuzapi did not receive a message ID',
		why: 'The field was empty, usually because an expression returned nothing.',
		description: "Check 'Message ID'.",
		retry: 'never',
	},
	{
		cause: 'senderNotValid',
		statuses: [400],
		text: /senderphone/i,
		message: 'Wuzapi cannot read the sender of the group message',
		why: 'The sender is neither a phone number nor the JID of a person.',
		description:
			"Check 'Sender': the JID of whoever wrote the message (…@s.whatsapp.net or …@lid).",
		retry: 'never',
	},
	{
		cause: 'chatNotValid',
		statuses: [400],
		text: /(missing|parse) (chat|phone)/i,
		message: 'Wuzapi did not receive a chat that it can read',
		why: 'The chat is neither a phone number nor a JID.',
		description: "Check 'Chat': a phone number with country code, or the JID of the group.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'Wuzapi rejected the request as invalid',
		why: 'A value has a format that this version of Wuzapi does not accept.',
		description: "Check 'Chat', 'Message ID' and 'Sender'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'Wuzapi does not accept the token',
		why: 'The token was changed, was only partly copied, or is the admin token of the server.',
		description:
			'Copy the token of the instance (Wuzapi calls it a user) into the credential and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'wrongAddress',
		statuses: [404],
		message: 'There is no Wuzapi at this address',
		why: "The path in 'Base URL' is not part of the server's address, or another server is there.",
		description:
			"Enter only the server's address in 'Base URL' of the credential, e.g. https://wuzapi.example.com, without /dashboard or another path.",
		retry: 'never',
	},
];
