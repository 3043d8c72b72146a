import type { ErrorRow } from '../../responses/errorCatalogue';

/** WAHA's errors (docs/providers/waha.md, "Errors"). A 500 repeats the whole request in its body: only its text is read. */
export const WAHA_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'sessionStarting',
		statuses: [422],
		text: /STARTING/,
		message: 'The WAHA session is still starting',
		why: 'The server or the session was restarted a moment ago.',
		description:
			'Try again in a minute. If it stays so, restart the session in the WAHA dashboard.',
		retry: 'twice',
	},
	{
		cause: 'sessionNotWorking',
		text: /session status is not as expected/i,
		message: 'The WAHA session is not connected to WhatsApp',
		why: 'The session is stopped, waits for its QR code, or the phone was unlinked.',
		description:
			'Open the WAHA dashboard, start the session and scan the QR code with the phone if it shows one.',
		retry: 'never',
	},
	{
		cause: 'onlyDefaultSession',
		text: /only .?default.? session/i,
		message: 'This WAHA server has the session "default" only',
		why: 'WAHA Core before 2025 runs one session, which is called "default".',
		description: 'Put "default" into \'Session\' of the credential, or update the server.',
		retry: 'never',
	},
	{
		cause: 'storeNotEnabled',
		text: /store/i,
		statuses: [400, 422],
		message: 'The session of WAHA keeps no store of chats, which this operation needs',
		why: 'The engine NOWEB marks whole chats only with its store switched on.',
		description:
			'Switch on config.noweb.store.enabled for the session in the WAHA dashboard, or mark single messages instead.',
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400, 422],
		message: 'WAHA rejected the request as invalid',
		why: 'A value is missing or has a format that WAHA does not accept.',
		description: "Check 'Chat', 'Message ID' and 'Session'.",
		retry: 'never',
	},
	{
		cause: 'apiKeyNotValid',
		statuses: [401],
		message: 'WAHA does not accept the API key',
		why: 'The key is missing, was changed, or was only partly copied.',
		description:
			'Put the key of the server (WAHA_API_KEY) or of the session into the credential and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'apiKeyForbidden',
		statuses: [403],
		message: 'The API key of WAHA is not allowed to do this',
		why: 'The key is limited to another session, or lacks the right to use the session.',
		description:
			'Use a key that may use this session, or give the key the right to send messages in the WAHA dashboard.',
		retry: 'never',
	},
	{
		cause: 'serverTooOld',
		statuses: [404],
		text: /^cannot post /i,
		message: 'This WAHA server does not know the operation, or the base URL has a path too many',
		why: 'Whole chats are marked since WAHA 2025.4.',
		description:
			"Update the server. Also check that 'Base URL' of the credential is the address alone, without a path.",
		retry: 'never',
	},
	{
		cause: 'sessionNotFound',
		statuses: [404],
		message: 'WAHA did not find this session',
		why: 'The name is mistyped, or the session was never started or was deleted.',
		description: "Compare 'Session' with the WAHA dashboard: upper and lower case matter.",
		retry: 'never',
	},
	{
		cause: 'messageIdNotValid',
		statuses: [500],
		text: /message id be in format/i,
		message: 'WAHA does not accept the form of a message ID',
		why: 'The ID was only partly copied, or belongs to another provider.',
		description: 'Use the ID of the webhook as it is: it starts with "false_".',
		retry: 'never',
		isBadMessageId: true,
	},
	{
		cause: 'engineLacksIt',
		statuses: [501],
		message: 'The WhatsApp engine of this WAHA server does not support the operation',
		why: 'WAHA runs with one of four engines, and each lacks something.',
		description: 'Choose another operation, or run WAHA with another engine (NOWEB, GOWS).',
		retry: 'never',
	},
	{
		cause: 'engine',
		statuses: [500],
		message: 'The WhatsApp engine of WAHA failed while marking the messages',
		why: 'The engine lost its connection, or does not know the chat.',
		description:
			'Try again later. If the error stays, restart the session in the WAHA dashboard, and look at the log of the server.',
		retry: 'backoff',
	},
];
