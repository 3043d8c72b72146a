import { InvalidWebhook } from '../webhook/outgoingWebhook.mts';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Checks where the phones may post to: this machine only, whoever typed the address.
 *
 * @returns the address in its normal form, e.g. `http://127.0.0.1:5678/webhook/whatsapp`
 * @throws InvalidWebhook saying what an address must be like
 */
export function loopbackUrl(text: unknown): string {
	const url = typeof text === 'string' && URL.canParse(text.trim()) ? new URL(text.trim()) : null;
	if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
		throw new InvalidWebhook(
			'The webhook URL must be an http address, e.g. http://127.0.0.1:5678/webhook/whatsapp',
		);
	}
	if (!LOOPBACK_NAMES.has(url.hostname)) {
		throw new InvalidWebhook(
			`The phones post to this machine only: use 127.0.0.1 or localhost, not ${url.hostname}`,
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new InvalidWebhook('The webhook URL must not hold a user name or password');
	}
	return url.href;
}
