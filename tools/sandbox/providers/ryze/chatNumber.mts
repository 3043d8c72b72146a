/** How `number` may be written (docs/providers/ryze.md, "Requests"): digits without `+`, or a JID of these servers. */
const CHAT_JID = /^\d{5,20}(-\d{5,20})?@(s\.whatsapp\.net|lid|g\.us|newsletter)$/;

/** "digits with country code (no `+`)". */
const DIGITS = /^\d{7,15}$/;

/** How `sender` may be written: "JID of the message author (…@s.whatsapp.net or …@lid)". */
const SENDER_JID = /^\d{5,20}@(s\.whatsapp\.net|lid)$/;

/** The chat's JID; `null` for a number RyzeAPI does not list, `@c.us` among them. */
export function chatJid(number: string): string | null {
	if (DIGITS.test(number)) return `${number}@s.whatsapp.net`;
	return CHAT_JID.test(number) ? number : null;
}

export function isGroupJid(jid: string): boolean {
	return jid.endsWith('@g.us');
}

export function isSenderJid(sender: string): boolean {
	return SENDER_JID.test(sender);
}
