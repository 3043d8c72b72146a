import { Refused, type ProviderCall, type Respond, type StandInResponse } from '../standIn.mts';
import { engineFault, isGroupChat, isSerialized, seenMessages } from '../wahaEngine/seen.mts';
import { readSession, readWorkingSession, wawpError } from './session.mts';

/**
 * No document says what Wawp responds on success (docs/providers/wawp.md, "Responses"); the sandbox gives the empty
 * JSON object, one of the documented possibilities, which says as little as Wawp may.
 */
export const DONE: StandInResponse = { status: 201, body: {} };

/** How `chatId` must be written (docs/providers/wawp.md, "Requests"): a person, a group, a LID or a newsletter. */
const CHAT_ID = /^\d{5,20}(-\d{5,20})?@(c\.us|g\.us|lid|newsletter)$/;

/** How `participant` must be written: a person, in any JID form the engine reads. */
const PERSON = /^\d{5,20}@(c\.us|s\.whatsapp\.net|lid)$/;

/** Countries whose numbers the manual checks, with the code and the digits a whole number has. */
const CHECKED_COUNTRIES = [
	{ country: 'Egypt', code: '20', digits: 12 },
	{ country: 'Saudi Arabia', code: '966', digits: 12 },
];

/** `POST /v2/send/seen`: the messages named, or with `chatId` alone the chat (docs/providers/wawp.md, "Requests"). */
export const markSeen: Respond = (call, memory) => {
	const { instanceId: account, fields } = readWorkingSession(call);
	const chatId = readChatId(fields.chatId);
	const participant = readParticipant(call, chatId, fields.participant);
	const conversation = memory.conversation('wawp', account, chatId);
	const ids = fields.messageIds ?? null;
	if (ids === null) {
		memory.markRead(conversation);
		memory.noteChat({ provider: 'wawp', account, chatId, read: true });
		return DONE;
	}
	// An empty list would leave open whether nothing or the chat is meant.
	if (!Array.isArray(ids) || ids.length === 0 || ids.some((id) => typeof id !== 'string')) {
		throw badRequest('messageIds must be an array of message ids');
	}
	// A bare 3EB0… id makes the engine fail with a 500 (docs/providers/wawp.md, "Message ids").
	const bareId = ids.find((id: string) => !isSerialized(id)) as string | undefined;
	if (bareId !== undefined) throw engineFault(call, `Cannot parse message id '${bareId}'`);
	memory.markRead(seenMessages(conversation, ids, participant));
	return DONE;
};

/** `POST /v2/chats/unread`: brings the badge back; ticks that are blue stay blue. */
export const markChatUnread: Respond = (call, memory) => {
	const { instanceId: account, fields } = readWorkingSession(call);
	memory.noteChat({ provider: 'wawp', account, chatId: readChatId(fields.chatId), read: false });
	return DONE;
};

/** `POST /v2/send/start-typing`: no document says when the bubble ends. */
export const startTyping: Respond = (call, memory) => {
	const { instanceId: account, fields } = readWorkingSession(call);
	memory.noteTyping({ provider: 'wawp', account, chatId: readChatId(fields.chatId) });
	return DONE;
};

/** `POST /v2/session/info`: what a credential test reads; any status proves the credential. */
export const sessionInfo: Respond = (call) => {
	const { instanceId: name, status } = readSession(call);
	const me = status === 'WORKING' ? { id: '447441429000@c.us', pushName: 'Sandbox' } : null;
	return { status: 200, body: { name, status, config: {}, me } };
};

/** @throws Refused when Wawp does not accept the chat id */
function readChatId(chatId: unknown): string {
	if (chatId === undefined || chatId === null || chatId === '') {
		throw badRequest('Missing Required Parameter(s): chatId');
	}
	if (typeof chatId !== 'string' || !CHAT_ID.test(chatId)) {
		throw badRequest('Invalid Number (Unknown)');
	}
	const [phone = '', server] = chatId.split('@');
	const checked = CHECKED_COUNTRIES.find(({ code }) => server === 'c.us' && phone.startsWith(code));
	if (checked && phone.length !== checked.digits) {
		throw badRequest(`Invalid Number (${checked.country})`);
	}
	return chatId;
}

/**
 * A participant only belongs into groups: "a participant in a DM breaks one engine", and the string
 * "null" of the manual's own sample is treated as a real one (docs/providers/wawp.md, "Requests").
 */
function readParticipant(call: ProviderCall, chatId: string, given: unknown): string | null {
	if (given === undefined || given === null) return null;
	const participant = String(given);
	if (!PERSON.test(participant)) {
		throw engineFault(call, `Cannot parse participant '${participant}'`);
	}
	if (isGroupChat(chatId)) return participant;
	throw engineFault(call, 'participant is not supported in a direct chat');
}

function badRequest(message: string): Refused {
	return new Refused(wawpError(400, message, 'Bad Request'));
}
