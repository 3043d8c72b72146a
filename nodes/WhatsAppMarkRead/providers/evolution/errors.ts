import type { ErrorRow } from '../../responses/errorCatalogue';

/** Evolution API's errors (docs/providers/evolution.md, "Errors"): mostly without a code, so that status and text decide. */
export const EVOLUTION_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'licenseRequired',
		codes: ['LICENSE_REQUIRED'],
		message: 'The Evolution API server has no licence yet',
		why: 'From version 2.4 on a server answers nothing else until its licence is activated.',
		description:
			'Open the manager of the server and activate it, or ask whoever runs the server to do so.',
		retry: 'never',
	},
	{
		cause: 'notConnected',
		statuses: [400, 500],
		text: /connection closed/i,
		message: 'The Evolution API instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or the connection was lost.',
		description:
			'Open the Evolution API manager and connect the instance again (scan the QR code with the phone).',
		retry: 'twice',
	},
	{
		cause: 'neverConnected',
		statuses: [400, 500],
		text: /cannot read propert/i,
		message: 'The Evolution API instance has not been connected to WhatsApp yet',
		why: 'The QR code of the instance was never scanned, or the server has just started.',
		description: 'Open the Evolution API manager, choose the instance, and scan its QR code.',
		retry: 'never',
	},
	{
		cause: 'brokenBuild',
		statuses: [500],
		text: /is not a function/i,
		message: 'This build of Evolution API cannot mark messages',
		why: 'Some builds that call themselves 2.3.6 contain a library that does not fit.',
		description: 'Update the server to 2.3.7 or later.',
		retry: 'never',
	},
	{
		cause: 'stateKeyMissing',
		statuses: [500],
		text: /app ?state ?key/i,
		message: 'The Evolution API instance lacks the key for marking chats as unread',
		why: 'The phone has not handed out this key since the instance was linked.',
		description:
			'Log the instance out in the Evolution API manager and connect it again (scan the QR code with the phone). Marking messages as read works without the key.',
		retry: 'never',
	},
	{
		cause: 'cloudInstance',
		statuses: [400],
		text: /method not available/i,
		message: 'This Evolution API instance cannot mark messages, since no phone is linked to it',
		why: "The instance runs on Meta's Cloud API or on Evolution's own channel.",
		description:
			"Set 'Provider' to WhatsApp Cloud API if the number is on it, or choose an instance that was linked by QR code.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'Evolution API rejected the request as invalid',
		why: 'A value has a format that Evolution API does not accept, or the server is older than version 2.',
		description: "Check 'Chat' and 'Message ID', and that the server has version 2 or later.",
		retry: 'never',
	},
	{
		cause: 'apiKeyNotValid',
		statuses: [401],
		message: 'Evolution API does not accept the API key for this instance',
		why: 'The key was only partly copied, or is the token of another instance.',
		description:
			"Copy the global API key of the server (AUTHENTICATION_API_KEY), or the token of this very instance, into the credential and save it: n8n then tests it. Also check 'Instance'.",
		retry: 'never',
	},
	{
		cause: 'apiKeyMissing',
		statuses: [403],
		message: 'Evolution API did not receive an API key that may do this',
		why: 'The field is empty, or the server requires its global API key.',
		description:
			'Copy the global API key of the server (AUTHENTICATION_API_KEY) into the credential and save it.',
		retry: 'never',
	},
	{
		cause: 'wrongAddress',
		statuses: [404],
		text: /cannot (get|post)/i,
		message: 'Evolution API does not know this address',
		why: "The path in 'Base URL' is not part of the server's address, or the server is older than version 2.",
		description:
			"Enter only the server's address in 'Base URL' of the credential, e.g. https://evo.example.com, without /manager or another path.",
		retry: 'never',
	},
	{
		cause: 'instanceNotFound',
		statuses: [404],
		message: 'Evolution API did not find this instance',
		why: 'The name is mistyped, the instance was deleted, or it is on another server.',
		description:
			"Check 'Instance': upper and lower case matter. Also check 'Base URL' in the credential.",
		retry: 'never',
	},
];
