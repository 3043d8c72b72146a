import type { ErrorRow } from '../../responses/errorCatalogue';

/** Example Gateway's own codes. */
export const EXAMPLE_GATEWAY_ERRORS: readonly ErrorRow[] = [
	{
		cause: 'messageIdNotKnown',
		codes: ['unknown_message'],
		message: 'Example Gateway does not know this message',
		why: 'The ID is from another line, or was only partly copied.',
		description: 'Use the message ID from the webhook of the line that received the message.',
		retry: 'never',
		isBadMessageId: true,
	},
];
