import { randomBytes } from 'node:crypto';

/** A new message id in the form of the WhatsApp network, as in RyzeAPI's example: `3EB08FCF27E532F1B0F5`. */
export function newMessageId(): string {
	return `3EB0${randomBytes(8).toString('hex').toUpperCase()}`;
}
