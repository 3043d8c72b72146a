import type { ErrorRow } from '../../responses/errorCatalogue';

/** UAZAPI's errors (docs/providers/uazapi.md, "Errors"): they have no code, so that status and text decide. */
export const UAZAPI_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'notConnected',
		// The status is not documented; 200 stands for the result of one message.
		statuses: [200, 400, 500, 503],
		text: /not connected|disconnected/i,
		message: 'The UAZAPI instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or the connection was lost.',
		description:
			'Open the UAZAPI dashboard and connect the instance again (scan the QR code with the phone).',
		retry: 'twice',
	},
	{
		cause: 'messageNotFound',
		statuses: [200, 400, 404],
		text: /message not found/i,
		message: 'UAZAPI did not find the message',
		why: 'UAZAPI marks only messages in its own store: this one came before the instance existed, is too old, or belongs to another instance.',
		description:
			"Check that 'Message ID' is from a webhook of this instance, and that the token in the credential is of the same instance.",
		retry: 'never',
	},
	{
		cause: 'notMarked',
		statusRange: [200, 299],
		message: 'UAZAPI did not confirm that the message was marked',
		why: 'The response does not name the message among those that were marked, or it comes from another server.',
		description:
			"Check that the message ID is from a webhook of this instance. Also check 'Base URL' in the credential: the response may come from another server.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'UAZAPI rejected the request as invalid',
		why: 'A value is missing or has a format that UAZAPI does not accept.',
		description: "Check 'Message ID' and 'Chat'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'UAZAPI does not accept the instance token',
		why: 'The token was only partly copied, is the admin token, or its instance was deleted.',
		description:
			"Copy the token of the instance (not the admin token) from the UAZAPI dashboard into the credential and save it: n8n then tests it. Also check 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'notFound',
		statuses: [404],
		message: 'UAZAPI did not find the message, the chat or the address',
		why: 'The message or chat is of another instance, or the address is not that of a UAZAPI server.',
		description:
			"Check 'Message ID' and 'Chat'. If they are right, check 'Base URL' in the credential: it is only the server's address, e.g. https://my-name.uazapi.com.",
		retry: 'never',
	},
	{
		cause: 'wrongServer',
		statuses: [405],
		message: 'The server at this address does not know the request',
		why: 'It is not a server of UAZAPI version 2, or a path was copied into its address.',
		description:
			"Check 'Base URL' in the credential: it is only the server's address, e.g. https://my-name.uazapi.com.",
		retry: 'never',
	},
	{
		cause: 'internal',
		statuses: [500],
		message: 'UAZAPI failed while marking the message',
		why: 'The instance is not connected to WhatsApp, or the server has a problem.',
		description:
			'Open the UAZAPI dashboard and check that the instance is connected. If it is, try again later.',
		retry: 'backoff',
	},
];
