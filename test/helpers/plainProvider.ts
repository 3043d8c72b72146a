import { COMMON_ERRORS } from '../../nodes/WhatsAppMarkRead/responses/commonErrors';
import type {
	CallError,
	ErrorRow,
	Retry,
} from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue';
import {
	asText,
	listAt,
	objectAt,
	property,
	textAt,
} from '../../nodes/WhatsAppMarkRead/input/untrustedJson';
import type { Acceptance } from '../../nodes/WhatsAppMarkRead/providers/calls';
import type { InboundMessage } from '../../nodes/WhatsAppMarkRead/providers/messages';
import type { Connection, Provider } from '../../nodes/WhatsAppMarkRead/providers/provider';

/**
 * A provider without peculiarities, for tests of what all providers share. Its call is sent as it is planned; its
 * answer is `{chat?, request?, warning?, failed?: {id: code}}`, or with another status than 2xx `{code?, text?, request?}`; its webhook is
 * `{messages: InboundMessage[], notices?: string[], broken?: string[]}`.
 */
export function plainProvider(traits: Partial<Provider> = {}): Provider {
	return {
		id: 'plain',
		displayName: 'Plain',
		description: 'A provider for tests',
		credentialType: 'plainApi',
		operations: ['markMessage', 'markChat', 'markChatUnread'],
		fields: [],
		idsPerCall: 'one',
		typing: 'ownCall',
		latestOnlyDefault: null,
		errors: [...PLAIN_ERRORS, ...COMMON_ERRORS],
		connect: () => PLAIN_CONNECTION,
		parseAccount: (account) => account ?? 'support',
		readWebhook: (payload) =>
			Array.isArray(property(payload, 'messages'))
				? {
						messages: listAt(payload, 'messages') as InboundMessage[],
						skipped: listAt(payload, 'notices') as string[],
						unreadable: listAt(payload, 'broken') as string[],
					}
				: null,
		readMessages: () => [],
		readChat: (fields) => String(fields.chatId),
		buildRequest: (call, { apiUrl }) => ({
			method: 'POST',
			url: `${apiUrl}/${call.kind}`,
			body: { ...call },
		}),
		webhookSecrets: (payload) => [property(payload, 'secret')],
		readResponse: ({ status, json }) =>
			status >= 200 && status < 300
				? {
						kind: 'accepted',
						chatId: textAt(json, 'chat'),
						requestId: textAt(json, 'request'),
						warning: textAt(json, 'warning'),
						...failedIdsIn(json),
					}
				: {
						kind: 'error',
						status,
						code: textAt(json, 'code'),
						text: textAt(json, 'text'),
						requestId: textAt(json, 'request'),
					},
		...traits,
	};
}

function failedIdsIn(json: unknown): Pick<Acceptance, 'failedIds'> {
	const failed = objectAt(json, 'failed');
	if (failed === null) return {};
	const errorOf = (code: unknown): CallError => ({
		kind: 'error',
		status: 200,
		code: asText(code),
		text: null,
		requestId: null,
	});
	return { failedIds: new Map(Object.entries(failed).map(([id, code]) => [id, errorOf(code)])) };
}

/** Its token is `dummy-token`. */
export const PLAIN_CONNECTION: Connection = {
	apiUrl: 'https://plain.test',
	account: 'support',
	secrets: ['dummy-token'],
};

/** For each rule of trying again a code of the same name; `badId` is a refused message id. */
const PLAIN_ERRORS: readonly ErrorRow[] = [
	row('never', 'never'),
	row('once', 'once'),
	row('twice', 'twice'),
	row('backoff', 'backoff'),
	row('rateLimit', 'rateLimit'),
	{ ...row('badId', 'never'), isBadMessageId: true },
];

function row(code: string, retry: Retry): ErrorRow {
	return {
		cause: code,
		codes: [code],
		message: `{provider} refused: ${code}`,
		description: `Do something about ${code}.`,
		retry,
	};
}

/** An inbound message of a direct chat with the account `support`. */
export function inbound(
	message: Partial<InboundMessage> & { readonly id: string },
): InboundMessage {
	return {
		account: 'support',
		chatId: 'anna',
		sender: null,
		isGroup: false,
		timestamp: null,
		...message,
	};
}
