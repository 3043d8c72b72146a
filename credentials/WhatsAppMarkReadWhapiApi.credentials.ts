import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	bearer,
	credentialTest,
	errorRules,
	otherServerRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { whapiToken, whapiUrl } from '../nodes/WhatsAppMarkRead/providers/whapi/connection';
import { WHAPI_ERRORS } from '../nodes/WhatsAppMarkRead/providers/whapi/errors';

/** Access to a channel of Whapi.Cloud. */
export class WhatsAppMarkReadWhapiApi implements ICredentialType {
	name = 'whatsAppMarkReadWhapiApi';
	displayName = 'WhatsApp Mark Read: Whapi.Cloud API';
	icon = {
		light: 'file:../icons/whapi.svg',
		dark: 'file:../icons/whapi.dark.svg',
	} as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/whapi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The token of the channel, from the Whapi.Cloud panel. It belongs to one linked WhatsApp number.',
		},
		baseUrlField(
			'https://gate.whapi.cloud',
			'Leave as it is unless you use another server with the same API',
		),
	];

	authenticate = authenticateWith(whapiUrl, (credential) => bearer(whapiToken(credential)));

	test = credentialTest(
		{
			url: '/health',
			// Without it, the request starts a channel that was stopped.
			qs: { wakeup: 'false' },
		},
		[
			otherServerRule('status.text', 'Whapi.Cloud'),
			...errorRules(WHAPI_ERRORS, {
				401: 'tokenNotValid',
				402: 'planEnded',
				403: 'tokenNotValid',
				404: 'channelNotFound',
			}),
		],
	);
}
