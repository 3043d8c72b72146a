import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	credentialTest,
	errorRules,
	otherServerRule,
	ownServerField,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { uazapiToken, uazapiUrl } from '../nodes/WhatsAppMarkRead/providers/uazapi/connection';
import { UAZAPI_ERRORS } from '../nodes/WhatsAppMarkRead/providers/uazapi/errors';

/** Access to one instance of UAZAPI, version 2. */
export class WhatsAppMarkReadUazapiApi implements ICredentialType {
	name = 'whatsAppMarkReadUazapiApi';
	displayName = 'WhatsApp Mark Read: UAZAPI API';
	icon = { light: 'file:../icons/uazapi.svg', dark: 'file:../icons/uazapi.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/uazapi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The token of the instance (your linked WhatsApp number) from the UAZAPI dashboard. Not the admin token.',
		},
		ownServerField(
			'https://my-name.uazapi.com',
			'The address of your UAZAPI server, as in the UAZAPI dashboard, without a path',
		),
	];

	authenticate = authenticateWith(uazapiUrl, (credential) => ({
		headers: { token: uazapiToken(credential) },
	}));

	/** Reads the state of the instance: one that is not connected is still a valid credential. */
	test = credentialTest({ url: '/instance/status' }, [
		otherServerRule('instance', 'UAZAPI'),
		...errorRules(UAZAPI_ERRORS, { 401: 'tokenNotValid' }),
	]);
}
