import type { ProviderRoute, StandIn } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { graphError, invalidToken, unknownPath } from './errors.mts';
import { markMessage, MARKED } from './markMessage.mts';
import { listPhoneNumbers, readObject } from './phoneNumbers.mts';
import { cloudApiRateLimit } from './rateLimit.mts';
import { cloudApiWebhooks } from './webhooks.mts';

/** The API version is optional in the path (Meta, "Mark messages as read": "Request parameters"). */
const VERSIONS = ['', '/:version(^v\\d+\\.\\d+$)'];

/** WhatsApp Cloud API (Meta). */
export const standIn: StandIn = {
	basePath: '/cloud',
	account: ACCOUNT,
	webhookSecrets: [],
	otherSecrets: [TROUBLE.expiredAccessToken],
	accountId: ACCOUNT.phoneNumberId,
	routes: VERSIONS.flatMap((version): ProviderRoute[] => [
		{ method: 'POST', path: `${version}/:id/messages`, respond: markMessage },
		{ method: 'GET', path: `${version}/:id`, respond: readObject },
		{ method: 'GET', path: `${version}/:id/phone_numbers`, respond: listPhoneNumbers },
	]),
	receipt: (message_id) => ({
		path: `/${ACCOUNT.apiVersion}/${ACCOUNT.phoneNumberId}/messages`,
		headers: { authorization: `Bearer ${ACCOUNT.accessToken}` },
		body: { messaging_product: 'whatsapp', status: 'read', message_id },
	}),
	accepted: () => MARKED,
	unknownPath: (call) => unknownPath(call.path),
	rateLimit: cloudApiRateLimit,
	webhooks: cloudApiWebhooks,
	error: (status, message) =>
		graphError({ status, message, code: status === 429 ? 130429 : 131000 }),
	disconnected: () =>
		graphError({
			status: 400,
			code: 133010,
			message: '(#133010) Phone number not registered on the WhatsApp Business Platform',
		}),
	badToken: invalidToken,
	cast: {
		business: { name: 'Harbor Coffee', number: '+1 555 025 3483' },
		group: { title: 'Coffee club', id: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjAZD' },
		members: { Ana: '16505551234', Ben: '16505551235', Chloe: '16505551236' },
		personSuffix: '',
	},
};
