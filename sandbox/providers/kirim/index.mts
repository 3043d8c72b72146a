import type { SandboxProvider } from '../provider.mts';
import { listAccounts, readMe } from './account.mts';
import { kirimError } from './answers.mts';
import { markMessage } from './markMessage.mts';
import { kirimRateLimit } from './rateLimit.mts';
import { kirimWebhooks } from './webhooks.mts';

/** Kirim.chat. */
export const kirim: SandboxProvider = {
	id: 'kirim',
	prefix: '/kirim',
	routes: [
		{ method: 'POST', path: '/v1/:phoneNumberId/messages', answer: markMessage },
		{ method: 'GET', path: '/v1/me', answer: readMe },
		{ method: 'GET', path: '/v1/accounts', answer: listAccounts },
	],
	unknownPath: (call) => kirimError('resource_not_found', `No route ${call.method} ${call.path}.`),
	rateLimit: kirimRateLimit,
	webhooks: kirimWebhooks,
};
