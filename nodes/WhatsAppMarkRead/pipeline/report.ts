import type { Provider } from '../providers/provider';
import type { CallOutcome, Taken } from './deliver/deliver';
import { factsOf, redactFailure } from './failure';
import type { Failure } from './failure';
import { withInput } from './inputFields';
import type { InputItem } from './item';
import type { PlannedReceipt, ReceiptRequest } from './plan';
import type { DatedId } from './conversations';
import type { Receipt, Report } from './receipt';
import type { Redact } from './redact';

/** A receipt's outcome and what the user should know about it. */
export interface ReportedReceipt {
	readonly report: Report;
	readonly warnings: readonly string[];
}

/** Reports what became of a planned receipt. */
export function reportReceipt(
	item: InputItem,
	provider: Provider,
	{ request, callIndexes, typingCallIndex }: PlannedReceipt,
	outcomes: readonly CallOutcome[],
	hide: Redact,
): ReportedReceipt {
	const messages = messagesOf(request);
	const parts = callIndexes.map((position, index) =>
		partOf(messages[index]?.id ?? null, outcomes[position]),
	);
	const failed = parts.find((part) => part.kind === 'failed');
	if (failed !== undefined) {
		return {
			report: failedReport(item, provider, request, failed.failure, parts, hide),
			warnings: [],
		};
	}
	const taken = [...new Set(parts.flatMap((part) => (part.kind === 'taken' ? part.taken : [])))];
	const typing = typingCallIndex === null ? undefined : outcomes[typingCallIndex];
	const told = (pick: (call: Taken) => string | null) => hide(firstOf(taken, pick));
	const receipt: Receipt = {
		success: true,
		status: request.conversation.kind === 'markChatUnread' ? 'unread' : 'read',
		...basics(request, provider),
		chatId: told(({ acceptance }) => acceptance.chatId) ?? request.conversation.chatId,
		messageIds: messages.map(({ id }) => id),
		typingIndicator: typing?.result.kind === 'taken' || parts.some(wasSentWithTyping),
		requestId: told(({ acceptance }) => acceptance.requestId),
		...coverOf(parts),
		...(item.includeResponse ? { response: responseOf(taken, hide) } : {}),
	};
	return {
		report: receiptReport(item, receipt, hide),
		warnings: [
			...taken.flatMap(({ acceptance }) => acceptance.warning ?? []),
			...typingTrouble(typing),
		],
	};
}

/** Reports an event that holds no message, for *Events Without a Message* = pass on. */
export function reportSkipped(
	item: InputItem,
	provider: Provider,
	reason: string,
	hide: Redact,
): Report {
	const receipt: Receipt = {
		success: true,
		status: 'skipped',
		provider: provider.id,
		operation: item.operation,
		account: null,
		chatId: null,
		sender: null,
		messageIds: [],
		typingIndicator: false,
		requestId: null,
		reason,
	};
	return receiptReport(item, receipt, hide);
}

/**
 * Reports an item that was refused before any call was made for it.
 *
 * @param messageIds those of its messages that were, where the others were not
 */
export function reportRefusedInput(
	item: Pick<InputItem, 'index' | 'operation' | 'json'>,
	provider: Provider,
	failure: Failure,
	hide: Redact,
	messageIds: readonly string[] = [],
): Report {
	const nothing = { account: null, chatId: null, sender: null, messageIds, markedIds: [] };
	return {
		kind: 'failed',
		itemIndex: item.index,
		failure: redactFailure(failure, hide),
		details: {
			provider: provider.id,
			operation: item.operation,
			...nothing,
			...factsOf(redactFailure(failure, hide)),
		},
		input: hide(item.json),
	};
}

/** What became of one message of a receipt, or of its whole chat. */
type Part =
	| { readonly kind: 'taken'; readonly id: string | null; readonly taken: Taken }
	| { readonly kind: 'failed'; readonly id: string | null; readonly failure: Failure };

function partOf(id: string | null, outcome: CallOutcome | undefined): Part {
	const refused = id === null ? undefined : outcome?.refusedIds.get(id);
	if (refused !== undefined) return { kind: 'failed', id, failure: refused };
	switch (outcome?.result.kind) {
		case 'taken':
			return { kind: 'taken', id, taken: outcome.result };
		case 'failed':
			return { kind: 'failed', id, failure: outcome.result.failure };
		default:
			throw new TypeError('A message was planned without a call of its own');
	}
}

/** Another item of the chat may have asked for the indicator, which the call of this message then showed. */
function wasSentWithTyping(part: Part): boolean {
	const isSent =
		part.kind === 'taken' && part.id !== null && part.taken.messageIds.includes(part.id);
	return isSent && part.taken.showedTyping;
}

/** The messages of a receipt; none for a whole chat. */
function messagesOf({ conversation }: ReceiptRequest): readonly DatedId[] {
	return conversation.kind === 'markMessage' ? conversation.messages : [];
}

function basics({ conversation }: ReceiptRequest, provider: Provider) {
	const { kind: operation, account, chatId } = conversation;
	const sender = conversation.kind === 'markMessage' ? conversation.sender : null;
	return { provider: provider.id, operation, account, chatId, sender };
}

/** A receipt none of whose own ids was sent names the newer one that stood for it. */
function coverOf(parts: readonly Part[]): Pick<Receipt, 'coveredBy'> {
	const sent = parts.map((part) => (part.kind === 'taken' ? part.taken.messageIds : []));
	const isOwnSent = parts.some(({ id }, index) => id === null || sent[index]?.includes(id));
	const coveredBy = sent[0]?.[0];
	return isOwnSent || coveredBy === undefined ? {} : { coveredBy };
}

function responseOf(taken: readonly Taken[], hide: Redact): unknown {
	const responses = taken.map(({ response }) => hide(response));
	return responses.length === 1 ? responses[0] : responses;
}

function typingTrouble(typing: CallOutcome | undefined): readonly string[] {
	if (typing?.result.kind !== 'failed') return [];
	return [
		`The message was marked as read, but the typing indicator was not shown: ${typing.result.failure.message}.`,
	];
}

function receiptReport(item: InputItem, receipt: Receipt, hide: Redact): Report {
	const json = withInput(item, receipt, hide);
	return { kind: 'receipt', itemIndex: item.index, json, keepsInput: item.includeInput };
}

function failedReport(
	item: InputItem,
	provider: Provider,
	request: ReceiptRequest,
	given: Failure,
	parts: readonly Part[],
	hide: Redact,
): Report {
	const failure = redactFailure(given, hide);
	const idsOf = (kind: Part['kind']) =>
		parts.flatMap((part) => (part.kind === kind && part.id !== null ? [part.id] : []));
	return {
		kind: 'failed',
		itemIndex: request.itemIndex,
		failure,
		details: {
			...basics(request, provider),
			messageIds: idsOf('failed'),
			markedIds: idsOf('taken'),
			...factsOf(failure),
		},
		input: hide(item.json),
	};
}

function firstOf(taken: readonly Taken[], pick: (taken: Taken) => string | null): string | null {
	return taken.map(pick).find((value) => value !== null) ?? null;
}
