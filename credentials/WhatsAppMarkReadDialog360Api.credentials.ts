import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	credentialTest,
	errorRules,
	responseRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { dialog360Key, dialog360Url } from '../nodes/WhatsAppMarkRead/providers/dialog360';
import { DIALOG360_ERRORS } from '../nodes/WhatsAppMarkRead/providers/dialog360/errors';

/** Access to a WhatsApp number at 360dialog. */
export class WhatsAppMarkReadDialog360Api implements ICredentialType {
	name = 'whatsAppMarkReadDialog360Api';
	displayName = 'WhatsApp Mark Read: 360dialog API';
	icon = {
		light: 'file:../icons/dialog360.svg',
		dark: 'file:../icons/dialog360.dark.svg',
	} as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/dialog360.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The key of the WhatsApp number: 360dialog Hub > WhatsApp Accounts > the number > Generate API key. A new key ends the old one.',
		},
		baseUrlField(
			'https://waba-v2.360dialog.io',
			'Leave as it is unless you use another server with the same API',
		),
	];

	authenticate = authenticateWith(dialog360Url, (credential) => ({
		headers: { 'D360-API-KEY': dialog360Key(credential) },
	}));

	/** Reads the address of the webhook, as clients do to try a key (docs/providers/dialog360.md, "Credential test"). */
	test = credentialTest({ url: '/v1/configs/webhook' }, [
		responseRule(
			'url',
			undefined,
			'The response names no webhook: the number has none yet, or this is not the server of 360dialog. Add a webhook in the 360dialog Hub, and check the base URL.',
		),
		...errorRules(DIALOG360_ERRORS, { 401: 'apiKeyNotValid', 404: 'addressNotFound' }),
	]);
}
