import fc from 'fast-check';

import { planCalls } from '../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Plan, ReceiptRequest } from '../../../nodes/WhatsAppMarkRead/pipeline/plan';
import type { Call } from '../../../nodes/WhatsAppMarkRead/providers/calls';
import type { Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { messagesOf, senderOf } from '../../helpers/receiptRequests';
import { frozen } from '../harness/untouched';
import { providerWith } from '../values/providers';
import { anyRequests } from '../values/requests';

/** Ids that a call stands for: those sent, and those that are marked along with them. */
function idsOf({ calls }: Plan, position: number): readonly string[] {
	const planned = calls[position];
	if (planned?.call.kind !== 'markMessages') return [];
	return [...planned.call.messageIds, ...planned.olderIds];
}

function isAbout(call: Call | undefined, { conversation }: ReceiptRequest): boolean {
	if (call === undefined || call.account !== conversation.account) return false;
	if (call.kind !== 'markMessages') return call.chatId === conversation.chatId;
	return call.chatId === conversation.chatId && call.sender === senderOf(conversation);
}

function expectNothingLost(plan: Plan, requests: readonly ReceiptRequest[]): void {
	expect(plan.receipts.map(({ request }) => request)).toEqual(requests);
	for (const { request, callIndexes } of plan.receipts) {
		const { conversation } = request;
		const { kind: operation } = conversation;
		const kinds = callIndexes.map((position) => plan.calls[position]?.call.kind);
		if (operation !== 'markMessage') {
			expect(kinds).toEqual([operation]);
		} else {
			expect(kinds.every((kind) => kind === 'markMessages')).toBe(true);
			expect(callIndexes).toHaveLength(messagesOf(conversation).length);
			messagesOf(conversation).forEach(({ id }, index) => {
				expect(idsOf(plan, callIndexes[index] ?? -1)).toContain(id);
			});
		}
		for (const position of callIndexes) {
			expect(isAbout(plan.calls[position]?.call, request)).toBe(true);
		}
	}
}

function expectNothingInvented(plan: Plan): void {
	plan.calls.forEach(({ call }, position) => {
		const asking = plan.receipts.filter(
			({ callIndexes, typingCallIndex }) =>
				callIndexes.includes(position) || typingCallIndex === position,
		);
		expect(asking.length).toBeGreaterThan(0);
		const asked = asking.flatMap(({ request, callIndexes }) =>
			messagesOf(request.conversation).filter((_, index) => callIndexes[index] === position),
		);
		const ids = idsOf(plan, position);
		expect(new Set(ids)).toEqual(new Set(asked.map(({ id }) => id)));
		expect(new Set(ids).size).toBe(ids.length);
		if (call.kind === 'markMessages') expect(call.messageIds.length).toBeGreaterThan(0);
	});
}

function expectOrderOfCalls({ calls, receipts }: Plan, { typing }: Provider): void {
	for (const { request, callIndexes, typingCallIndex } of receipts) {
		const { kind, chatId } = request.conversation;
		const isAsked = request.typingIndicator && kind === 'markMessage' && typing !== 'none';
		expect(typingCallIndex !== null).toBe(isAsked && (typing === 'sameCall' || chatId !== null));
		if (typingCallIndex === null) continue;
		const planned = calls[typingCallIndex];
		if (typing === 'sameCall') {
			expect(callIndexes).toContain(typingCallIndex);
			expect(planned?.call).toMatchObject({ withTyping: true });
		} else {
			expect(planned?.call.kind).toBe('showTyping');
			for (const position of callIndexes) expect(planned?.after).toContain(position);
		}
	}
	// Nothing waits for a call that itself waits: no two can wait for each other.
	for (const { after } of calls) {
		for (const position of after) expect(calls[position]?.after).toEqual([]);
	}
}

function expectBatches({ calls }: Plan, { idsPerCall }: Provider): void {
	for (const { call, olderIds } of calls) {
		if (call.kind !== 'markMessages') continue;
		expect(call.messageIds.length).toBeLessThanOrEqual(idsPerCall === 'many' ? 100 : 1);
		if (idsPerCall === 'many') expect(olderIds).toEqual([]);
	}
}

/** Of the ids that one call stands for, those not sent are not newer than the one that is. */
function expectNewestSent(plan: Plan): void {
	plan.calls.forEach(({ call, olderIds }, position) => {
		if (call.kind !== 'markMessages' || olderIds.length === 0) return;
		const times = new Map<string, number>();
		for (const { request, callIndexes } of plan.receipts) {
			messagesOf(request.conversation).forEach(({ id, timestamp }, index) => {
				// The first time an id is asked for counts.
				if (callIndexes[index] === position && !times.has(id)) times.set(id, timestamp ?? 0);
			});
		}
		const ages = [...call.messageIds, ...olderIds].map((id) => times.get(id) ?? 0);
		expect(ages).toEqual([...ages].sort((a, b) => b - a));
		expect(call.chatId).not.toBeNull();
	});
}

describe('A plan of calls', () => {
	it('loses no item and no id, and invents none, for any mix of requests and every provider', () => {
		const asked = providerWith(({ operations }) =>
			fc.record({ requests: anyRequests(operations) }),
		);
		fc.assert(
			fc.property(asked, ({ provider, requests }) => {
				const plan = planCalls(frozen(requests), provider);
				expectNothingLost(plan, requests);
				expectNothingInvented(plan);
				expectOrderOfCalls(plan, provider);
				expectBatches(plan, provider);
				expectNewestSent(plan);
				expect(planCalls(requests, provider)).toEqual(plan);
			}),
		);
	});
});
