import type { ErrorRow } from '../../responses/errorCatalogue';

/** Whapi.Cloud's errors (docs/providers/whapi.md, "Errors"): its code repeats the HTTP status, so that the status decides. */
export const WHAPI_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'notMarked',
		statusRange: [200, 299],
		text: /^\{"success":false\}$/,
		message: 'Whapi.Cloud reported that the request failed, without a reason',
		why: 'Whapi.Cloud responded with "success": false; its documentation does not say when.',
		description:
			'Check in the Whapi.Cloud panel that the channel is connected, and that the message was not deleted. Then run the workflow again.',
		retry: 'never',
	},
	{
		cause: 'channelNotFound',
		statuses: [404],
		text: /channel not found/i,
		message: 'Whapi.Cloud knows no channel with this token',
		why: 'The token was only partly copied or was replaced, or the channel was deleted.',
		description:
			'Copy the token of the channel from the Whapi.Cloud panel into the credential and save it: n8n then tests it.',
		retry: 'never',
	},
	{
		cause: 'messageNotFound',
		statuses: [404],
		message: 'Whapi.Cloud did not find the message or the chat',
		why: "The message ID is another provider's or WhatsApp's own, or the message is older than the channel.",
		description:
			"Take the message ID from 'id' in the webhook of this channel, exactly as it is there: it may begin with a dot. If every request fails like this, check 'Base URL' in the credential.",
		retry: 'never',
	},
	{
		cause: 'callNotValid',
		statuses: [400],
		message: 'Whapi.Cloud rejected the request as invalid',
		why: 'A value has a format that Whapi.Cloud does not accept.',
		description: "Check 'Message ID' and 'Chat'.",
		retry: 'never',
	},
	{
		cause: 'tokenNotValid',
		statuses: [401],
		message: 'Whapi.Cloud does not accept the token',
		why: 'The token is wrong, or no phone is linked to the channel.',
		description:
			'Copy the token of the channel from the Whapi.Cloud panel into the credential and save it: n8n then tests it. Also check there that the channel is linked to a phone (QR code).',
		retry: 'never',
	},
	{
		cause: 'planEnded',
		statuses: [402],
		message: 'Whapi.Cloud requires a payment for this channel',
		why: 'The trial or the plan of the channel has ended, or its limit is used up.',
		description: 'Check the plan of the channel in the Whapi.Cloud panel.',
		retry: 'never',
	},
	{
		cause: 'stateConflict',
		statuses: [409],
		message: 'The Whapi.Cloud channel cannot do this in its present state',
		why: 'The channel is logged out of WhatsApp.',
		description:
			'Open the channel in the Whapi.Cloud panel and link the phone again (scan the QR code).',
		retry: 'never',
	},
];
