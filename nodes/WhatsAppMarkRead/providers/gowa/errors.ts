import type { ErrorRow } from '../../responses/errorCatalogue';

/** GOWA's errors (docs/providers/gowa.md, "Errors"): the code decides. */
export const GOWA_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'notConnected',
		// The WhatsApp session, not the credential: a wrong password is a 401 without this code.
		codes: ['AUTHENTICATION_ERROR'],
		message: 'The device of GOWA is not connected to WhatsApp',
		why: 'The phone was unlinked from the device, or the connection was lost. User name and password are correct.',
		description:
			'Open the web page of the GOWA server, and reconnect the device or log it in again (scan the QR code with the phone).',
		retry: 'twice',
	},
	{
		cause: 'neverConnected',
		codes: ['INVALID_WA_CLI'],
		message: 'The device of GOWA has not been linked to WhatsApp yet',
		why: 'The device was created, but its QR code was never scanned.',
		description:
			'Open the web page of the GOWA server, choose the device, and scan its QR code with the phone.',
		retry: 'never',
	},
	{
		cause: 'deviceMissing',
		codes: ['DEVICE_ID_REQUIRED'],
		message: 'GOWA needs to know which device received the message',
		why: 'The server has several devices or none, and neither the webhook nor the credential names one.',
		description:
			"Enter the ID of the device in the credential, or choose it under 'Device'. If the server has no device yet, create one on its web page.",
		retry: 'never',
	},
	{
		cause: 'deviceNotFound',
		codes: ['DEVICE_NOT_FOUND'],
		message: 'GOWA did not find this device',
		why: 'The ID is mistyped, the device was deleted, or it is on another server.',
		description:
			"Choose the device from the list of 'Device' under 'Define Below', or compare its ID with the web page of the GOWA server.",
		retry: 'never',
	},
	{
		cause: 'notOnWhatsApp',
		codes: ['INVALID_JID'],
		message: 'GOWA says that the number of the chat is not on WhatsApp',
		why: 'The number is mistyped, or lacks its country code.',
		description: "Check 'Chat'.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		codes: ['VALIDATION_ERROR'],
		message: 'GOWA rejected the request as invalid',
		why: 'A value is missing or has a format that GOWA does not accept.',
		description: "Check 'Chat' and 'Message ID'.",
		retry: 'never',
	},
	{
		cause: 'chatNotValid',
		statuses: [500],
		text: /invalid jid/i,
		message: 'GOWA cannot read the address of the chat',
		why: 'The address was only partly copied.',
		description:
			"Check 'Chat': a phone number with country code, or a JID, which ends in @s.whatsapp.net or @lid.",
		retry: 'never',
	},
	{
		cause: 'whatsAppSilent',
		codes: ['GATEWAY_TIMEOUT'],
		message: 'WhatsApp did not respond to the GOWA server in time',
		why: "The server's connection to WhatsApp is slow or was interrupted.",
		description: 'Run the workflow again. Marking a message twice does no harm.',
		retry: 'backoff',
	},
	{
		cause: 'starting',
		codes: ['DEVICE_MANAGER_UNAVAILABLE'],
		message: 'The GOWA server is not ready',
		why: 'The server was started a moment ago, or failed to start completely.',
		description: 'Try again in a minute. If the error stays, look at the log of the server.',
		retry: 'once',
	},
	{
		cause: 'passwordNotValid',
		statuses: [401],
		message: 'GOWA does not accept the user name and the password',
		why: 'They are missing, were changed, or were only partly copied.',
		description:
			'Put a user name and password of the server (APP_BASIC_AUTH) into the credential and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'wrongAddress',
		statuses: [404],
		message: 'The GOWA server does not know this address',
		why: "'Base URL' lacks the base path of the server or has a path too many, or the server is too old.",
		description:
			"Enter the server's address in 'Base URL' of the credential, with its base path (APP_BASE_PATH) if it has one. If it is correct, update the server to version 8 or later.",
		retry: 'never',
	},
];
