import { ERRORS, metaError } from '../meta/errors.mts';
import { MARKED, markReceived } from '../meta/marking.mts';
import { receiptBody } from '../meta/receipt.mts';
import { Refused } from '../standIn.mts';
import type { ProviderCall, Respond, StandIn, StandInResponse } from '../standIn.mts';
import { ACCOUNT } from './credential.mts';
import { kapsoWebhooks } from './webhooks.mts';

const { apiKey, apiVersion, phoneNumberId } = ACCOUNT;

/** The numbers of the key's project, on two pages of one. */
const PHONE_NUMBERS = [
	{
		phone_number_id: phoneNumberId,
		display_phone_number: '+55 11 93333-0000',
		name: 'Sandbox Loja',
	},
	{
		phone_number_id: '106540352242966',
		display_phone_number: '+55 11 93333-0001',
		name: 'Sandbox Oficina',
	},
];

/** `POST /meta/whatsapp/{version}/{phone_number_id}/messages` with `status: "read"`: handed on to Meta. */
const markMessage: Respond = (call, memory) => {
	authenticate(call);
	const { phoneNumberId: account = '' } = call.params;
	const isKnown = PHONE_NUMBERS.some(({ phone_number_id }) => phone_number_id === account);
	if (!isKnown) throw new Refused(kapsoError(404, 'Phone number not found'));
	return markReceived(call, memory, { provider: 'kapso', account });
};

/** `GET /platform/v1/whatsapp/phone_numbers`: what a credential test reads, and the numbers for a dropdown. */
const listPhoneNumbers: Respond = (call) => {
	authenticate(call);
	const page = Number(call.query.page ?? 1);
	const pages = PHONE_NUMBERS.length;
	return {
		status: 200,
		body: {
			data: PHONE_NUMBERS.slice(page - 1, page),
			meta: { page, per_page: 1, total_pages: pages, total_count: pages },
		},
	};
};

/** Kapso. */
export const standIn: StandIn = {
	basePath: '/kapso',
	account: ACCOUNT,
	accountId: phoneNumberId,
	routes: {
		'POST /meta/whatsapp/:version(^v\\d+\\.\\d+$)/:phoneNumberId/messages': markMessage,
		'GET /platform/v1/whatsapp/phone_numbers': listPhoneNumbers,
	},
	receipt: (messageId) => ({
		path: `/meta/whatsapp/${apiVersion}/${phoneNumberId}/messages`,
		headers: { 'x-api-key': apiKey },
		body: receiptBody(messageId),
	}),
	accepted: () => MARKED,
	error: metaError,
	unknownPath: () => kapsoError(404, 'Not found'),
	disconnected: ERRORS.notRegistered,
	badToken: () => kapsoError(401, 'Invalid API key'),
	rateLimit: {
		bucketOf: ({ headers }) => headers['x-api-key'] ?? '',
		headers: () => ({}),
		error: ERRORS.rateLimitHit,
	},
	webhooks: kapsoWebhooks,
	cast: {
		business: { name: 'Loja do Porto', number: '+55 11 93333-0000' },
		group: { title: 'Clube da loja', id: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjMZD' },
		members: { Clara: '5511933330001', Davi: '5511933330002', Rita: '5511933330003' },
		personSuffix: '',
	},
};

/** An error of Kapso's own (docs/providers/kapso.md, "Errors"). */
function kapsoError(status: number, error: string): StandInResponse {
	return { status, body: { error } };
}

/** @throws Refused when the call does not show the project's key */
function authenticate({ headers }: ProviderCall): void {
	if (headers['x-api-key'] === apiKey) return;
	throw new Refused(kapsoError(401, 'Invalid API key'));
}
