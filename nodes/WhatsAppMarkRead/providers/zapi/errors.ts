import type { ErrorRow } from '../../responses/errorCatalogue';

const CALL_NOT_VALID: ErrorRow = {
	cause: 'callNotValid',
	message: 'Z-API rejected the request as invalid',
	why: 'A value is missing or has a format that Z-API does not accept.',
	description: "Check 'Chat' and 'Message ID'.",
	retry: 'never',
};

/**
 * Z-API's errors (docs/providers/zapi.md, "Errors"): their statuses are not documented, and some come with HTTP 200, so that
 * the text decides.
 */
export const ZAPI_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'clientTokenMissing',
		text: /client-?token.*not configured|null not allowed/i,
		message: 'Z-API did not receive the security token of the account',
		why: "The account requires its security token, but 'Client Token' in the credential is empty.",
		description:
			"Open the Z-API panel, copy the account's security token (under Security) into 'Client Token' of the credential, and save it: n8n then tests it.",
		retry: 'never',
	},
	{
		cause: 'clientTokenNotValid',
		// `null not allowed` is documented for a missing one: it is the token that is not allowed, and with 405 the method.
		statuses: [200, 400, 401, 403],
		text: /not allowed/i,
		message: 'Z-API does not accept the security token of the account',
		why: 'The token was replaced by a new one, was only partly copied, or belongs to another account.',
		description:
			"Compare 'Client Token' in the credential with the security token in the Z-API panel. It is not the token of the instance.",
		retry: 'never',
	},
	{
		cause: 'notConnected',
		text: /not connected/i,
		message: 'The Z-API instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or the connection was lost.',
		description:
			'Open the Z-API panel and connect the instance again (scan the QR code with the phone).',
		retry: 'twice',
	},
	{
		cause: 'instanceNotFound',
		text: /instance not found/i,
		message: 'Z-API did not find this instance',
		why: 'The ID or the token of the instance is mistyped, or the instance was deleted.',
		description:
			"Compare 'Instance ID' and 'Token' in the credential with the Z-API panel. Also check 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'wrongAddress',
		text: /NOT_FOUND|unable to find matching/i,
		message: 'Z-API does not know this address',
		why: "The path in 'Base URL' is not part of the server's address.",
		description:
			"Enter only the server's address in 'Base URL' of the credential, e.g. https://api.z-api.io.",
		retry: 'never',
	},
	{ ...CALL_NOT_VALID, text: /^(phone|message ?id)\b/i },
	{ ...CALL_NOT_VALID, statuses: [400] },
	{
		cause: 'credentialNotValid',
		statuses: [401, 403],
		message: 'Z-API does not accept the credential',
		why: 'The token of the instance or the security token of the account was changed or only partly copied.',
		description:
			"Compare 'Instance ID', 'Token' and 'Client Token' in the credential with the Z-API panel, and save it: n8n then tests it.",
		retry: 'never',
	},
	{
		cause: 'chatNotMarked',
		text: /value: false/,
		message: 'Z-API did not mark the chat',
		why: 'Z-API gives no reason. It may not know the chat, or the instance is not connected to WhatsApp.',
		description:
			"Check 'Chat', and in the Z-API panel that the instance is connected. Then run the workflow again.",
		retry: 'never',
	},
];
