import { ERRORS, metaError } from '../meta/errors.mts';
import { markReceived } from '../meta/marking.mts';
import { receiptBody } from '../meta/receipt.mts';
import { META_KINDS, metaWebhook } from '../meta/webhook.mts';
import { Refused } from '../standIn.mts';
import type { ProviderCall, Respond, StandIn, StandInResponse } from '../standIn.mts';
import { ACCOUNT, PHONE_NUMBER_ID } from './credential.mts';

const { apiKey } = ACCOUNT;

/** One page of its documents answers a receipt with `null`, another as Meta does (docs/providers/dialog360.md, "Responses"). */
const MARKED: StandInResponse = { status: 200, body: null };

const NUMBER = { businessAccountId: '102290129340399', displayPhoneNumber: '4930123456789' };

/** `POST /messages` with `status: "read"`: the gateway hands it on to Meta. */
const markMessage: Respond = (call, memory) => {
	authenticate(call);
	markReceived(call, memory, { provider: 'dialog360', account: PHONE_NUMBER_ID });
	return MARKED;
};

/** `GET /v1/configs/webhook`: what a credential test reads. */
const readWebhookAddress: Respond = (call) => {
	authenticate(call);
	return { status: 200, body: { url: 'https://n8n.example.com/webhook/whatsapp' } };
};

/** 360dialog. */
export const standIn: StandIn = {
	basePath: '/dialog360',
	account: ACCOUNT,
	accountId: PHONE_NUMBER_ID,
	routes: {
		'POST /messages': markMessage,
		'GET /v1/configs/webhook': readWebhookAddress,
	},
	receipt: (messageId) => ({
		path: '/messages',
		headers: { 'd360-api-key': apiKey },
		body: receiptBody(messageId),
	}),
	accepted: () => MARKED,
	error: metaError,
	unknownPath: ({ path }) => gatewayError(404, `Not found: ${path}`),
	disconnected: ERRORS.notRegistered,
	badToken: () => gatewayError(401, 'Invalid api token'),
	rateLimit: {
		bucketOf: ({ headers }) => headers['d360-api-key'] ?? '',
		headers: () => ({}),
		error: ERRORS.rateLimitHit,
	},
	webhooks: {
		layouts: { plain: META_KINDS },
		build: (order) => metaWebhook(order, NUMBER),
	},
	cast: {
		business: { name: 'Blumen Lindner', number: '+49 30 123456789' },
		group: { title: 'Stammkunden', id: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjIZD' },
		members: { Jana: '4915112345678', Mehmet: '4915112345679', Ilse: '4915112345680' },
		personSuffix: '',
	},
};

/** An error of 360dialog's own gateway (docs/providers/dialog360.md, "Errors"). */
function gatewayError(status: number, developer_message: string): StandInResponse {
	return { status, body: { meta: { success: false, http_code: status, developer_message } } };
}

/** @throws Refused when the call does not show the number's key */
function authenticate({ headers }: ProviderCall): void {
	if (headers['d360-api-key'] === apiKey) return;
	throw new Refused(gatewayError(401, 'Invalid api token'));
}
