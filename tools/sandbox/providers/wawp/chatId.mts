/** How `chatId` must be written (docs/providers/wawp.md, "Requests"): a person, a group, a LID or a newsletter. */
const CHAT_ID = /^\d{5,20}(-\d{5,20})?@(c\.us|g\.us|lid|newsletter)$/;

/** How `participant` must be written: a person, in any JID form the engine reads. */
const PERSON = /^\d{5,20}@(c\.us|s\.whatsapp\.net|lid)$/;

/** Country codes whose numbers the manual checks, with the digits a whole number has. */
const CHECKED_COUNTRIES = [
	{ country: 'Egypt', code: '20', digits: 12 },
	{ country: 'Saudi Arabia', code: '966', digits: 12 },
];

/** Why Wawp does not accept a chat id; `null` when it does. */
export function chatIdFault(chatId: unknown): string | null {
	if (chatId === undefined || chatId === null || chatId === '') {
		return 'Missing Required Parameter(s): chatId';
	}
	if (typeof chatId !== 'string' || !CHAT_ID.test(chatId)) return 'Invalid Number (Unknown)';
	if (!chatId.endsWith('@c.us')) return null;
	const phone = chatId.slice(0, -'@c.us'.length);
	const checked = CHECKED_COUNTRIES.find(({ code }) => phone.startsWith(code));
	return checked && phone.length !== checked.digits ? `Invalid Number (${checked.country})` : null;
}

export function isPerson(value: unknown): value is string {
	return typeof value === 'string' && PERSON.test(value);
}

export function isGroupChat(chatId: string): boolean {
	return chatId.endsWith('@g.us');
}

/** To the engine both forms of a person are the same. */
export function samePerson(one: string, other: string): boolean {
	return canonical(one) === canonical(other);
}

function canonical(jid: string): string {
	return jid.replace(/@s\.whatsapp\.net$/, '@c.us');
}
