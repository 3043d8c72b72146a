import type { BucketState } from '../../server/TokenBuckets.mts';
import { ERRORS, metaError } from '../meta/errors.mts';
import { MARKED } from '../meta/marking.mts';
import { receiptBody } from '../meta/receipt.mts';
import { META_KINDS, metaWebhook } from '../meta/webhook.mts';
import type { StandIn } from '../standIn.mts';
import { ACCOUNT, TROUBLE } from './credential.mts';
import { listPhoneNumbers, markMessage, readObject } from './routes.mts';

const { accessToken, phoneNumberId, businessAccountId, apiVersion } = ACCOUNT;

/** The API version is optional in the path (Meta, "Mark messages as read": "Request parameters"). */
const VERSION = '/:version(^v\\d+\\.\\d+$)' as const;

/** WhatsApp Cloud API (Meta). */
export const standIn: StandIn = {
	basePath: '/cloud',
	account: ACCOUNT,
	accountId: phoneNumberId,
	otherSecrets: [TROUBLE.expiredAccessToken],
	routes: {
		'POST /:id/messages': markMessage,
		'GET /:id': readObject,
		'GET /:id/phone_numbers': listPhoneNumbers,
		[`POST ${VERSION}/:id/messages` as const]: markMessage,
		[`GET ${VERSION}/:id` as const]: readObject,
		[`GET ${VERSION}/:id/phone_numbers` as const]: listPhoneNumbers,
	},
	receipt: (messageId) => ({
		path: `/${apiVersion}/${phoneNumberId}/messages`,
		headers: { authorization: `Bearer ${accessToken}` },
		body: receiptBody(messageId),
	}),
	accepted: () => MARKED,
	error: metaError,
	unknownPath: ({ path }) => ERRORS.unknownPath(path),
	disconnected: ERRORS.notRegistered,
	badToken: ERRORS.invalidToken,
	// Whether receipts count against Meta's 80 messages a second is documented nowhere
	// (docs/providers/cloudApi.md, "Rate limit").
	rateLimit: {
		headers: (state) => ({ 'X-Business-Use-Case-Usage': JSON.stringify(usage(state)) }),
		error: ERRORS.rateLimitHit,
	},
	webhooks: {
		layouts: { plain: META_KINDS },
		build: (order) => metaWebhook(order, { businessAccountId, displayPhoneNumber: '15550253483' }),
	},
	cast: {
		business: { name: 'Harbor Coffee', number: '+1 555 025 3483' },
		group: { title: 'Coffee club', id: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjAZD' },
		members: { Ana: '16505551234', Ben: '16505551235', Chloe: '16505551236' },
		personSuffix: '',
	},
};

/** Meta announces percentages, and whole minutes to wait once throttled. */
function usage({ limit, remaining, allowed, resetsIn }: BucketState): object {
	return {
		[businessAccountId]: [
			{
				type: 'whatsapp',
				call_count: Math.round(((limit - remaining) / limit) * 100),
				total_cputime: 0,
				total_time: 0,
				estimated_time_to_regain_access: allowed ? 0 : Math.ceil(resetsIn / 60_000),
			},
		],
	};
}
