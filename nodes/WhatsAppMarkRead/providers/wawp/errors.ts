import type { ErrorRow } from '../../responses/errorCatalogue';

/** Wawp's refusals (docs/providers/wawp.md, "Errors"); bodies may be JSON, XML, HTML or plain text. */
export const WAWP_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'sessionNotFound',
		codes: ['invalid_session'],
		message: 'Wawp does not know this instance',
		why: 'The ID is mistyped, or the instance was deleted.',
		description: "Check 'Instance ID' in the credential against the Wawp dashboard.",
		retry: 'never',
	},
	{
		cause: 'sessionNotWorking',
		text: /session status is not as expected/i,
		message: 'The Wawp instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or the connection was lost.',
		description:
			'Open the Wawp dashboard and connect the instance again (scan the QR code with the phone).',
		retry: 'never',
	},
	{
		cause: 'sessionNotWorking',
		statuses: [422],
		message: 'The Wawp instance is not connected to WhatsApp',
		why: 'The phone was unlinked from the instance, or the connection was lost.',
		description:
			'Open the Wawp dashboard and connect the instance again (scan the QR code with the phone).',
		retry: 'never',
	},
	{
		cause: 'numberNotValid',
		statuses: [400],
		text: /invalid number/i,
		message: 'Wawp does not accept the phone number',
		why: 'The country code is missing, or the number has too many or too few digits.',
		description:
			"Check 'Chat': country code first, no leading zero. Wawp is strict with numbers of Egypt and Saudi Arabia.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'Wawp could not use the call',
		why: 'A value is missing or has a form that Wawp does not take.',
		description: "Check 'Chat' and 'Message IDs'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'Wawp does not accept the access token',
		why: 'The token was changed, was not copied whole, or this Wawp looks for it elsewhere.',
		description:
			"Copy the access token from the Wawp dashboard into the credential and save it: n8n tests it then. If the token is right, change 'Send Credentials In'.",
		retry: 'never',
	},
	{
		cause: 'sessionNotFound',
		statuses: [404],
		message: 'Wawp does not know this instance',
		why: 'The ID is mistyped, the instance was deleted, or it lives on another server.',
		description:
			"Check 'Instance ID' in the credential against the Wawp dashboard. Also check 'Base URL'.",
		retry: 'never',
	},
	{
		cause: 'rateLimit',
		statuses: [429],
		message: 'The Wawp limit of calls is used up',
		why: 'More calls than Wawp takes at a time.',
		description: "Try again later, or let the option 'Max Wait' be longer.",
		retry: 'rateLimit',
	},
	{
		cause: 'internal',
		statuses: [500],
		message: 'Wawp met trouble while marking the messages',
		why: 'An ID does not belong to the chat, or the WhatsApp engine has trouble.',
		description: "Check that 'Message IDs' belong to the chat. If they do, try again later.",
		retry: 'backoff',
	},
	{
		cause: 'upstream',
		statuses: [502],
		message: 'Wawp could not reach its WhatsApp engine',
		why: 'The WhatsApp engine of the instance is starting or has stopped.',
		description:
			'Try again later. If it stays like this, restart the instance in the Wawp dashboard.',
		retry: 'backoff',
	},
];
