import { createHash, randomUUID } from 'node:crypto';

/** Crockford's base 32, in which Kirim writes its ids. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Kirim's own id of a message: always the same for one wamid, so that retries agree. */
export function kirimMessageId(wamid: string): string {
	return `msg_${idText(wamid)}`;
}

/** A new request id. */
export function newRequestId(): string {
	return `req_${idText(randomUUID())}`;
}

/** A new webhook delivery id. */
export function newDeliveryId(): string {
	return `wbd_${idText(randomUUID())}`;
}

/** A new id of an event of Kirim's own. */
export function newEventId(): string {
	return `evt_${idText(randomUUID())}`;
}

function idText(source: string): string {
	const bytes = createHash('sha256').update(source).digest().subarray(0, 24);
	return `01${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
