import type { StandIn } from '../standIn.mts';
import { listAccounts, readMe } from './account.mts';
import { invalidKey, kirimError, notConnected } from './responses.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { marked, markMessage } from './markMessage.mts';
import { kirimRateLimit } from './rateLimit.mts';
import { kirimWebhooks } from './webhooks.mts';

/** Kirim.chat. */
export const standIn: StandIn = {
	basePath: '/kirim/v1',
	account: ACCOUNT,
	webhookSecrets: [],
	otherSecrets: [TROUBLE.expiredApiKey],
	accountId: ACCOUNT.phoneNumberId,
	routes: [
		{ method: 'POST', path: '/:phoneNumberId/messages', respond: markMessage },
		{ method: 'GET', path: '/me', respond: readMe },
		{ method: 'GET', path: '/accounts', respond: listAccounts },
	],
	receipt: (message_id) => ({
		path: `/${ACCOUNT.phoneNumberId}/messages`,
		headers: { authorization: `Bearer ${ACCOUNT.apiKey}` },
		body: { messaging_product: 'whatsapp', status: 'read', message_id },
	}),
	accepted: ({ message_id }) => marked(String(message_id)),
	unknownPath: (call) => kirimError('resource_not_found', `No route ${call.method} ${call.path}.`),
	rateLimit: kirimRateLimit,
	webhooks: kirimWebhooks,
	error: (status, message) => ({
		status,
		body: {
			error:
				status === 429
					? { type: 'rate_limit_error', code: 'rate_limit_exceeded', message }
					: { type: 'api_error', code: 'internal_error', message },
		},
	}),
	disconnected: notConnected,
	badToken: invalidKey,
	cast: {
		business: { name: 'Toko Melati', number: '+62 812 3456 7890' },
		group: { title: 'Pelanggan setia', id: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjEZD' },
		members: { Sari: '6285712345678', Budi: '6285712345679', Dewi: '6285712345680' },
		personSuffix: '',
	},
};
