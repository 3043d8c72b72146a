import type { Call, ProviderRequest } from '../calls';
import type { Connection, Provider } from '../provider';
import { COMMON_ERRORS } from '../../responses/commonErrors';
import { pathSegment } from '../../credentialValues/baseUrl';
import { readExampleGatewayResponse } from './response';
import { connectExampleGateway, parseLine } from './connection';
import { EXAMPLE_GATEWAY_ERRORS } from './errors';
import { EXAMPLE_GATEWAY_FIELDS, readExampleGatewayFields } from './fields';
import { readExampleGatewayWebhook } from './webhook';

/** Example Gateway. Document: "Mark a message as read" (gateway.example.com/docs). */
export const exampleGateway: Provider = {
	id: 'exampleGateway',
	displayName: 'Example Gateway',
	description: 'A WhatsApp number linked to Example Gateway',
	credentialType: 'whatsAppMarkReadExampleGatewayApi',
	operations: ['markMessage'],
	fields: EXAMPLE_GATEWAY_FIELDS,
	idsPerCall: 'one',
	typing: 'sameCall',
	// "Marks this message": nothing is said about earlier ones.
	latestOnlyDefault: null,
	errors: [...EXAMPLE_GATEWAY_ERRORS, ...COMMON_ERRORS],
	connect: connectExampleGateway,
	parseAccount: parseLine,
	readWebhook: readExampleGatewayWebhook,
	readMessages: readExampleGatewayFields,
	buildRequest,
	readResponse: readExampleGatewayResponse,
};

function buildRequest(call: Call, { apiUrl }: Connection): ProviderRequest {
	// No operations on whole chats, and typing rides along with the receipt.
	if (call.kind !== 'markMessages') throw new TypeError(`There is no call to ${call.kind}`);
	const receipt = { message_id: call.messageIds[0] };
	return {
		method: 'POST',
		url: `${apiUrl}/v1/lines/${pathSegment(call.account, 'Line')}/read`,
		body: call.withTyping ? { ...receipt, typing: true } : receipt,
	};
}
