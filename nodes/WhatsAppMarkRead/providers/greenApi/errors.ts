import type { ErrorRow } from '../../responses/errorCatalogue';

/** What `response.ts` reads in `{"setRead":false}`. */
export const NOTHING_MARKED = 'setRead: false';

const QUOTA: ErrorRow = {
	cause: 'quota',
	message: "The quota of the instance's GREEN-API plan is used up",
	why: 'A plan has a monthly quota; the free plan has three chats.',
	description:
		'Wait for the next month, or choose another plan for the instance in the GREEN-API console.',
	retry: 'never',
};

/** GREEN-API's errors (docs/providers/greenApi.md, "Errors"): the same status stands for several, so that the text decides. */
export const GREEN_API_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'nothingMarked',
		statuses: [200],
		text: new RegExp(`^${NOTHING_MARKED}$`),
		message: 'GREEN-API marked nothing as read',
		why: 'The instance is not connected, the chat or the ID is unknown to it, or notifications about incoming messages were off when the message came.',
		description:
			"In the GREEN-API console, check that the instance is authorized and that it receives notifications about incoming messages: messages from before stay unmarked. If this happens to single messages only, set 'Operation' to 'Mark Chat as Read', as GREEN-API advises.",
		retry: 'never',
	},
	{
		cause: 'starting',
		statuses: [400],
		text: /starting process/i,
		message: 'The GREEN-API instance is still starting',
		why: 'The instance was restarted a moment ago.',
		description:
			'Try again in a minute. If it stays so, restart the instance in the GREEN-API console.',
		retry: 'backoff',
	},
	{
		cause: 'notAuthorized',
		statuses: [400],
		text: /not authorized/i,
		message: 'The GREEN-API instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or was never linked.',
		description: 'Open the instance in the GREEN-API console and scan the QR code with the phone.',
		retry: 'never',
	},
	{ ...QUOTA, statuses: [466] },
	{ ...QUOTA, statuses: [400], text: /limit on your tariff/i },
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'GREEN-API rejected the request as invalid',
		why: 'A value has a format that GREEN-API does not accept.',
		description: "Check 'Chat' and 'Message ID'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'GREEN-API does not accept the token',
		why: 'The token was changed or only partly copied, or it is that of another instance.',
		description:
			'Copy apiTokenInstance of the instance from the GREEN-API console into the credential and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'instanceForbidden',
		statuses: [403],
		message: 'GREEN-API does not give access to this instance',
		why: 'The ID is mistyped, the instance was deleted or blocked, or this server may not call it.',
		description:
			"Compare 'ID Instance' in the credential with the GREEN-API console, and check there that the instance is not blocked.",
		retry: 'never',
	},
	{
		cause: 'addressNotFound',
		statuses: [404],
		message: 'GREEN-API does not know this address',
		why: "The address is not the instance's own, or has a path too many.",
		description:
			"Copy apiUrl of the instance from the GREEN-API console into 'Base URL' of the credential.",
		retry: 'never',
	},
	{
		cause: 'gateway',
		statuses: [499],
		message: 'GREEN-API did not complete the request',
		why: 'Its gateway lost the connection to the instance.',
		description: 'Try again later. Marking a message twice does no harm.',
		retry: 'backoff',
	},
];
