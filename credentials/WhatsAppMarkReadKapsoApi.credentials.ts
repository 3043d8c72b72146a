import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	credentialTest,
	errorRules,
	otherServerRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { kapsoKey, kapsoUrl } from '../nodes/WhatsAppMarkRead/providers/kapso/connection';
import { KAPSO_ERRORS } from '../nodes/WhatsAppMarkRead/providers/kapso/errors';

/** Access to a project at Kapso. */
export class WhatsAppMarkReadKapsoApi implements ICredentialType {
	name = 'whatsAppMarkReadKapsoApi';
	displayName = 'WhatsApp Mark Read: Kapso API';
	icon = { light: 'file:../icons/kapso.svg', dark: 'file:../icons/kapso.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/kapso.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'A project API key, from the API keys of your project in the Kapso dashboard',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 647015955153740',
			description:
				"Used when a message does not name the number it was sent to. In Kapso's webhook it is 'phone_number_id'.",
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: 'v24.0',
			placeholder: 'e.g. v24.0',
			description:
				"Version of Meta's Graph API that Kapso passes requests on to. Leave as it is unless Kapso's documents name another.",
		},
		baseUrlField(
			'https://api.kapso.ai',
			'Leave as it is unless you use another server with the same API',
		),
	];

	authenticate = authenticateWith(kapsoUrl, (credential) => ({
		headers: { 'X-API-Key': kapsoKey(credential) },
	}));

	/** Lists the numbers of the project, which every project key may do (docs.kapso.ai, "List phone numbers"). */
	test = credentialTest({ url: '/platform/v1/whatsapp/phone_numbers' }, [
		otherServerRule('data', 'Kapso'),
		...errorRules(KAPSO_ERRORS, { 401: 'apiKeyNotValid' }),
	]);
}
