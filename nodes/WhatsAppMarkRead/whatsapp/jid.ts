import { comparableNumber, parsePhoneNumber } from './phoneNumber';

/**
 * The servers a WhatsApp JID can name.
 * `s.whatsapp.net` and `c.us` both stand for a person's phone number: engines of the whatsmeow and
 * Baileys family write the first, WhatsApp Web and WAHA the second (docs/providers/README.md, "Addresses").
 */
export type PersonServer = 's.whatsapp.net' | 'c.us';
export type JidServer = PersonServer | 'lid' | 'g.us' | 'newsletter' | 'broadcast';

/** An address on WhatsApp: `<user>@<server>`. `server` is null for a bare phone number. */
export interface Jid {
	readonly user: string;
	readonly server: JidServer | null;
}

const PERSON_SERVERS: ReadonlySet<string> = new Set(['s.whatsapp.net', 'c.us']);
const OTHER_SERVERS: ReadonlySet<string> = new Set(['lid', 'g.us', 'newsletter', 'broadcast']);

/** User parts as engines write them: digits, `.agent` and `:device`, `-` in the ids of old groups, letters in `status@broadcast`. */
const USER_PART = /^[\w.:-]{1,64}$/;

/**
 * Reads a chat or an author as people and webhooks write them.
 *
 * @param text a phone number in any common writing, or a JID
 * @returns the address, or `null` when the text is neither. A LID stays a LID: it cannot be converted to a phone number.
 */
export function parseJid(text: string): Jid | null {
	const at = text.lastIndexOf('@');
	if (at === -1) {
		const digits = parsePhoneNumber(text);
		return digits === null ? null : { user: digits, server: null };
	}
	const server = text.slice(at + 1).toLowerCase();
	const user = text.slice(0, at);
	if (PERSON_SERVERS.has(server)) {
		const person = USER_PART.test(user) ? user : parsePhoneNumber(user);
		return person === null ? null : { user: person, server: server as PersonServer };
	}
	if (OTHER_SERVERS.has(server) && USER_PART.test(user)) {
		return { user, server: server as JidServer };
	}
	return null;
}

/** Writes a JID as text: `<user>@<server>`, or the bare number when there is no server. */
export function formatJid(jid: Jid): string {
	return jid.server === null ? jid.user : `${jid.user}@${jid.server}`;
}

/** Writes a person's address with the server that the provider uses; every other address stays as it is. */
export function onPersonServer(jid: Jid, server: PersonServer): Jid {
	const isPerson = jid.server === null || PERSON_SERVERS.has(jid.server);
	return isPerson ? { user: jid.user, server } : jid;
}

/** Removes the agent and the device that engines add to a person's address (`5511999999999.0:12`). */
export function withoutDevice(jid: Jid): Jid {
	const kind = kindOf(jid);
	if (kind !== 'person' && kind !== 'lid') return jid;
	return { ...jid, user: jid.user.replace(/[.:].*$/, '') };
}

/** Whether two addresses certainly are two chats or people. A LID and a phone number may be the same person. */
export function areDifferent(one: Jid, other: Jid): boolean {
	const [first, second] = [kindOf(one), kindOf(other)];
	if (first === second) return comparable(one) !== comparable(other);
	return ![first, second].every((kind) => kind === 'person' || kind === 'lid');
}

function kindOf({ server }: Jid): 'person' | Exclude<JidServer, PersonServer> {
	if (server === null || server === 's.whatsapp.net' || server === 'c.us') return 'person';
	return server;
}

function comparable(jid: Jid): string {
	const { user } = withoutDevice(jid);
	return kindOf(jid) === 'person' ? comparableNumber(user) : user;
}

/** Whether the text is the chat of WhatsApp's status updates ("stories"). */
export function isStatusBroadcast(text: string): boolean {
	return text.trim().toLowerCase() === 'status@broadcast';
}
