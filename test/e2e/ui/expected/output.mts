/** The keys of a receipt, in the order of the package's public interface. */
export const RECEIPT_KEYS = [
	'success',
	'status',
	'provider',
	'operation',
	'account',
	'chatId',
	'sender',
	'messageIds',
	'typingIndicator',
	'requestId',
] as const;

/** What n8n shows when the Cloud API does not accept the token: what happened, and what to do. */
export const TOKEN_REFUSED = {
	message: 'The access token is not valid or has expired',
	description: ['Create a permanent token', 'put it into the credential', 'HTTP 401'],
} as const;
