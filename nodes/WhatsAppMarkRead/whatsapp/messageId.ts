/**
 * A message id in the form of WhatsApp Web and WAHA: `false_<chat>_<bare id>[_<author>]`. Its other two forms are the
 * *wamid* (`wamid.` + base64 text) of Meta's Cloud API, which is opaque and never parsed, and the *bare id*
 * (`3EB08FCF27E532F1B0F5`) of the WhatsApp network.
 */
export interface SerializedMessageId {
	/** Whether the account itself sent the message: such a message cannot be marked as read. */
	readonly fromMe: boolean;
	readonly chatId: string;
	readonly bareId: string;
	/** The author's JID; only in groups. */
	readonly author: string | null;
}

/** Each part can end in one place only, so that a hostile text of any length is read in linear time. */
const SERIALIZED = /^(true|false)_([^_@]+@[^_@]+)_([^_]+)(?:_([^_]+))?$/;

/** Reads a serialized id into its parts, or `null` when the text has another form. */
export function parseSerializedId(text: string): SerializedMessageId | null {
	const parts = SERIALIZED.exec(text);
	if (parts === null) return null;
	const [, direction, chatId, bareId, author] = parts;
	if (chatId === undefined || bareId === undefined) return null;
	// Some engines append a direction word (`_out`) instead of an author: only a JID names one.
	const isAuthor = author !== undefined && author.includes('@');
	return { fromMe: direction === 'true', chatId, bareId, author: isAuthor ? author : null };
}

/** The bare id of a message, of a serialized id its third part; `null` for a wamid, which has none. */
export function toBareId(id: string): string | null {
	const parts = parseSerializedId(id);
	return isWamid(id) || (parts === null && looksSerialized(id)) ? null : (parts?.bareId ?? id);
}

/** Writes the id of a received message in serialized form. */
export function serializeId(chatId: string, bareId: string, author: string | null): string {
	return author === null ? `false_${chatId}_${bareId}` : `false_${chatId}_${bareId}_${author}`;
}

/** Whether the id has the form of Meta's Cloud API. */
export function isWamid(text: string): boolean {
	return text.startsWith('wamid.');
}

/** Whether the id has WAHA's form, even if its parts cannot be read. */
export function looksSerialized(text: string): boolean {
	return text.startsWith('false_') || text.startsWith('true_');
}
