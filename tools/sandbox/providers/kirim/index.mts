import { receiptBody } from '../meta/receipt.mts';
import type { StandIn } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { kirimError } from './responses.mts';
import { invalidKey, listAccounts, marked, markMessage, notConnected, readMe } from './routes.mts';
import { kirimWebhooks } from './webhooks.mts';

/** Kirim.chat. */
export const standIn: StandIn = {
	basePath: '/kirim/v1',
	account: ACCOUNT,
	accountId: ACCOUNT.phoneNumberId,
	otherSecrets: [TROUBLE.expiredApiKey],
	routes: {
		'POST /:phoneNumberId/messages': markMessage,
		'GET /me': readMe,
		'GET /accounts': listAccounts,
	},
	receipt: (messageId) => ({
		path: `/${ACCOUNT.phoneNumberId}/messages`,
		headers: { authorization: `Bearer ${ACCOUNT.apiKey}` },
		body: receiptBody(messageId),
	}),
	accepted: ({ message_id }) => marked(String(message_id)),
	error: (status, message) => ({
		status,
		body: {
			error:
				status === 429
					? { type: 'rate_limit_error', code: 'rate_limit_exceeded', message }
					: { type: 'api_error', code: 'internal_error', message },
		},
	}),
	unknownPath: ({ method, path }) =>
		kirimError('resource_not_found', `No route ${method} ${path}.`),
	disconnected: notConnected,
	badToken: invalidKey,
	// docs/providers/kirim.md, "Rate limit": one write token per receipt, 60 a minute on the free tier.
	rateLimit: {
		documented: { requests: 60, windowMs: 60_000 },
		error: ({ resetsIn }) => {
			const error = kirimError('rate_limit_exceeded', 'Too many write requests. Slow down.');
			const retryAfter = String(Math.max(1, Math.ceil(resetsIn / 1000)));
			return { ...error, headers: { ...error.headers, 'Retry-After': retryAfter } };
		},
	},
	webhooks: kirimWebhooks,
	cast: {
		business: { name: 'Toko Melati', number: '+62 812 3456 7890' },
		group: { title: 'Pelanggan setia', id: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjEZD' },
		members: { Sari: '6285712345678', Budi: '6285712345679', Dewi: '6285712345680' },
		personSuffix: '',
	},
};
