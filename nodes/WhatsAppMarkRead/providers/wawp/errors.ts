import type { ErrorRow } from '../../responses/errorCatalogue';

const NOT_CONNECTED: ErrorRow = {
	cause: 'sessionNotWorking',
	message: 'The Wawp instance is not connected to WhatsApp',
	why: 'The phone was unlinked from the instance, or the connection was lost.',
	description:
		'Open the Wawp dashboard and connect the instance again (scan the QR code with the phone).',
	retry: 'never',
};

/** Wawp's errors (docs/providers/wawp.md, "Errors"); bodies may be JSON, XML, HTML or plain text. */
export const WAWP_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'sessionNotFound',
		codes: ['invalid_session'],
		message: 'Wawp did not find this instance',
		why: 'The ID is mistyped, or the instance was deleted.',
		description: "Compare 'Instance ID' in the credential with the Wawp dashboard.",
		retry: 'never',
	},
	{ ...NOT_CONNECTED, text: /session status is not as expected/i },
	{ ...NOT_CONNECTED, statuses: [422] },
	{
		cause: 'numberNotValid',
		statuses: [400],
		text: /invalid number/i,
		message: 'Wawp does not accept the phone number',
		why: 'The country code is missing, or the number has too many or too few digits.',
		description:
			"Check 'Chat': the number starts with the country code, without a leading zero. Wawp checks numbers of Egypt and Saudi Arabia strictly.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'Wawp rejected the request as invalid',
		why: 'A value is missing or has a format that Wawp does not accept.',
		description: "Check 'Chat' and 'Message IDs'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'Wawp does not accept the access token',
		why: 'The token was changed or only partly copied, or the server expects it in another place.',
		description:
			"Copy the access token from the Wawp dashboard into the credential and save it: n8n then tests it. If the token is right, change 'Send Credentials In'.",
		retry: 'never',
	},
	{
		cause: 'sessionNotFound',
		statuses: [404],
		message: 'Wawp did not find this instance',
		why: 'The ID is mistyped, the instance was deleted, or it is on another server.',
		description:
			"Compare 'Instance ID' in the credential with the Wawp dashboard. Also check 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		statuses: [429],
		message: 'Too many requests: the rate limit of Wawp was reached',
		why: 'More requests were sent than Wawp allows.',
		description: "Try again later, or raise the option 'Max Wait'.",
		retry: 'rateLimit',
	},
	{
		cause: 'internal',
		statuses: [500],
		message: 'Wawp failed while marking the messages',
		why: 'An ID does not belong to the chat, or the WhatsApp engine has a problem.',
		description: "Check that 'Message IDs' belong to the chat. If they do, try again later.",
		retry: 'backoff',
	},
	{
		cause: 'upstream',
		statuses: [502],
		message: 'Wawp could not reach its WhatsApp engine',
		why: 'The WhatsApp engine of the instance is starting or has stopped.',
		description: 'Try again later. If the error stays, restart the instance in the Wawp dashboard.',
		retry: 'backoff',
	},
];
