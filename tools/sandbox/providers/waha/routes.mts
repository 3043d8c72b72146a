import { z } from 'zod/v4';
import { readFields } from '../standIn.mts';
import type { ProviderCall, Respond, StandInResponse } from '../standIn.mts';
import { engineFault, isGroupChat, isSerialized, seenMessages } from '../wahaEngine/seen.mts';
import { authenticate, sessionOf, SESSIONS, wahaError, workingSession } from './sessions.mts';

/** Most engines answer without a body: nothing says whether anything was marked (docs/providers/waha.md, "Responses"). */
export const ACCEPTED: StandInResponse = { status: 201 };

const chatFields = z.object({
	session: z.string().default('default'),
	chatId: z.string('chatId must be a string').min(1, 'chatId should not be empty'),
});

const seenFields = chatFields.extend({
	messageIds: z.array(z.string(), 'messageIds must be an array').nullish(),
	participant: z.string().nullish(),
});

/** `POST /api/sendSeen`: the messages named, or with `chatId` alone the chat, as the engine NOWEB does it. */
export const sendSeen: Respond = (call, memory) => {
	authenticate(call);
	const { session, chatId, messageIds, participant = null } = readFields(call, seenFields, invalid);
	const account = workingSession(session);
	if (participant !== null && !isGroupChat(chatId)) {
		throw engineFault(call, 'participant is not supported in a direct chat');
	}
	if (messageIds?.some((id) => !isSerialized(id))) {
		const format = 'false_11111111111@c.us_AAAAAAAAAAAAAAAAAAAA[_participant]';
		throw engineFault(call, `Message id be in format ${format}`);
	}
	const conversation = memory.conversation('waha', account, chatId);
	if (!messageIds) memory.noteChat({ provider: 'waha', account, chatId, read: true });
	memory.markRead(messageIds ? seenMessages(conversation, messageIds, participant) : conversation);
	return ACCEPTED;
};

/** `POST /api/{session}/chats/{chatId}/messages/read`: what was unread until now; `null` when nothing was. */
export const markChatRead: Respond = (call, memory) => {
	const { account, chatId } = chatInPath(call);
	const unread = memory
		.conversation('waha', account, chatId)
		.filter(({ status }) => status === 'unread');
	const ids = unread.map(({ messageId }) => messageId);
	memory.markRead(unread);
	memory.noteChat({ provider: 'waha', account, chatId, read: true });
	return { status: 201, body: { ids: ids.length > 0 ? ids : null } };
};

/** `POST /api/{session}/chats/{chatId}/unread`: brings the badge back; ticks that are blue stay blue. */
export const markChatUnread: Respond = (call, memory) => {
	memory.noteChat({ provider: 'waha', ...chatInPath(call), read: false });
	return ACCEPTED;
};

/** `POST /api/startTyping`: no document says when the bubble ends. */
export const startTyping: Respond = (call, memory) => {
	authenticate(call);
	const { session, chatId } = readFields(call, chatFields, invalid);
	memory.noteTyping({ provider: 'waha', account: workingSession(session), chatId });
	return { status: 201, body: { result: true } };
};

/** `GET /api/sessions`: the sessions for a dropdown; without `all=true` those that were not stopped. */
export const listSessions: Respond = (call) => {
	authenticate(call);
	const isAll = call.query.all === 'true';
	return { status: 200, body: SESSIONS.filter(({ status }) => isAll || status === 'WORKING') };
};

/** `GET /api/sessions/{session}`: what a credential test reads; any status proves the credential. */
export const readSession: Respond = (call) => {
	authenticate(call);
	return { status: 200, body: sessionOf(call.params.session) };
};

/** @throws Refused when the key is wrong, or the session is not at work */
function chatInPath(call: ProviderCall): { readonly account: string; readonly chatId: string } {
	authenticate(call);
	const { session, chatId = '' } = call.params;
	return { account: workingSession(session), chatId };
}

function invalid({ details }: { readonly details: string }): StandInResponse {
	return wahaError(400, details);
}
