import type { MarkMessagesCall } from '../providers/calls';
import type { Provider } from '../providers/provider';
import type { CallOutcome } from './deliver/deliver';
import type { Accepted } from './deliver/exchange';
import { redactFailure, type Failure, type FailureFacts } from './failure';
import type { InputItem } from './item';
import type { PlannedReceipt, ReceiptRequest } from './plan';
import { withInput, type FailureDetails, type Receipt, type Report, type Target } from './receipt';
import type { Redact } from './redact';

/** The report of a receipt, and what the user should know about it. */
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
	const target = targetOf(request, provider);
	const messageIds = messageIdsOf(request);
	const parts = callIndexes.map((position, index) =>
		partOf(messageIds[index] ?? null, outcomes[position]),
	);
	const failed = parts.find((part) => part.kind === 'failed');
	if (failed !== undefined) {
		const idsOf = (kind: Part['kind']) =>
			parts.flatMap((part) => (part.kind === kind && part.id !== null ? [part.id] : []));
		const ids = { messageIds: idsOf('failed'), markedIds: idsOf('accepted') };
		return {
			report: failedReport(item, { ...target, ...ids }, failed.failure, hide),
			warnings: [],
		};
	}
	const calls = [
		...new Set(parts.flatMap((part) => (part.kind === 'accepted' ? part.accepted : []))),
	];
	const typing = typingCallIndex === null ? undefined : outcomes[typingCallIndex]?.result;
	const firstOf = (key: 'chatId' | 'requestId') =>
		hide(calls.map((accepted) => accepted[key]).find((value) => value !== null) ?? null);
	const receipt: Receipt = {
		success: true,
		status: request.conversation.kind === 'markChatUnread' ? 'unread' : 'read',
		...target,
		chatId: firstOf('chatId') ?? target.chatId,
		messageIds,
		typingIndicator: typing?.kind === 'accepted' || parts.some(wasSentWithTyping),
		requestId: firstOf('requestId'),
		...coverOf(parts),
		...(item.includeResponse ? { response: responseOf(calls, hide) } : {}),
	};
	const warnings = calls.flatMap(({ warning }) => warning ?? []);
	if (typing?.kind === 'failed') {
		warnings.push(
			`The message was marked as read, but the typing indicator was not shown: ${typing.failure.message}.`,
		);
	}
	if (isChatUnknown(request, provider)) {
		warnings.push(
			"The message was marked as read, but the typing indicator was not shown: the message ID does not say in which chat. It is shown with 'Message' set to 'Take From Incoming Webhook'.",
		);
	}
	return { report: receiptReport(item, receipt, hide), warnings };
}

/** Whether a typing indicator was asked for that needs a chat, under *Define Below* of a provider that has none there. */
function isChatUnknown(
	{ typingIndicator, conversation }: ReceiptRequest,
	{ typing }: Provider,
): boolean {
	const hasMessages = conversation.kind === 'markMessage';
	return typingIndicator && hasMessages && typing === 'ownCall' && conversation.chatId === null;
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
		...noTarget(item, provider),
		messageIds: [],
		typingIndicator: false,
		requestId: null,
		reason,
	};
	return receiptReport(item, receipt, hide);
}

/**
 * Reports an item that failed before any call was made for it.
 *
 * @param messageIds the messages that failed, where other messages of the item did not
 */
export function reportInputFailure(
	item: Pick<InputItem, 'index' | 'operation' | 'json'>,
	provider: Provider,
	failure: Failure,
	hide: Redact,
	messageIds: readonly string[] = [],
): Report {
	const details = { ...noTarget(item, provider), messageIds, markedIds: [] };
	return failedReport(item, details, failure, hide);
}

/** What became of one message of a receipt, or of its whole chat. */
type Part =
	| { readonly kind: 'accepted'; readonly id: string | null; readonly accepted: Accepted }
	| { readonly kind: 'failed'; readonly id: string | null; readonly failure: Failure };

function partOf(id: string | null, outcome: CallOutcome | undefined): Part {
	const failure = id === null ? undefined : outcome?.badIds.get(id);
	if (failure !== undefined) return { kind: 'failed', id, failure };
	switch (outcome?.result.kind) {
		case 'accepted':
			return { kind: 'accepted', id, accepted: outcome.result };
		case 'failed':
			return { kind: 'failed', id, failure: outcome.result.failure };
		default:
			throw new TypeError('A message was planned without a call');
	}
}

/** Another item of the chat may have asked for the indicator, which the call of this message then showed. */
function wasSentWithTyping(part: Part): boolean {
	const call = markCallOf(part);
	return call !== null && call.withTyping && part.id !== null && call.messageIds.includes(part.id);
}

/** A receipt none of whose own ids was sent names the newer one that stood for it. */
function coverOf(parts: readonly Part[]): Pick<Receipt, 'coveredBy'> {
	const sent = parts.flatMap((part) => markCallOf(part)?.messageIds ?? []);
	const [coveredBy] = sent;
	const isOwnSent = parts.some(({ id }) => id === null || sent.includes(id));
	return isOwnSent || coveredBy === undefined ? {} : { coveredBy };
}

/** The accepted call that stood for a message; `null` for a whole chat. */
function markCallOf(part: Part): MarkMessagesCall | null {
	if (part.kind !== 'accepted' || part.accepted.call.kind !== 'markMessages') return null;
	return part.accepted.call;
}

/** The messages of a receipt; none for a whole chat. */
function messageIdsOf({ conversation }: ReceiptRequest): readonly string[] {
	return conversation.kind === 'markMessage' ? conversation.messages.map(({ id }) => id) : [];
}

function targetOf({ conversation }: ReceiptRequest, provider: Provider): Target {
	const { kind: operation, account, chatId } = conversation;
	const sender = conversation.kind === 'markMessage' ? conversation.sender : null;
	return { provider: provider.id, operation, account, chatId, sender };
}

function noTarget({ operation }: Pick<InputItem, 'operation'>, provider: Provider): Target {
	return { provider: provider.id, operation, account: null, chatId: null, sender: null };
}

function responseOf(calls: readonly Accepted[], hide: Redact): unknown {
	const responses = calls.map(({ response }) => hide(response));
	return responses.length === 1 ? responses[0] : responses;
}

function receiptReport(item: InputItem, receipt: Receipt, hide: Redact): Report {
	const json = withInput(item, receipt, hide);
	return { kind: 'receipt', itemIndex: item.index, json, keepsInput: item.includeInput };
}

function failedReport(
	item: Pick<InputItem, 'index' | 'json'>,
	about: Omit<FailureDetails, keyof FailureFacts>,
	given: Failure,
	hide: Redact,
): Report {
	const failure = redactFailure(given, hide);
	const { httpCode, code, providerMessage, requestId, attempts } = failure;
	const details = { ...about, httpCode, code, providerMessage, requestId, attempts };
	return { kind: 'failed', itemIndex: item.index, failure, details, input: hide(item.json) };
}
