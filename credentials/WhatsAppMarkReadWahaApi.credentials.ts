import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	credentialTest,
	errorRules,
	otherServerRule,
	ownServerField,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { wahaKey, wahaUrl } from '../nodes/WhatsAppMarkRead/providers/waha/connection';
import { WAHA_ERRORS } from '../nodes/WhatsAppMarkRead/providers/waha/errors';

/** Access to a WAHA server. */
export class WhatsAppMarkReadWahaApi implements ICredentialType {
	name = 'whatsAppMarkReadWahaApi';
	displayName = 'WhatsApp Mark Read: WAHA API';
	icon = { light: 'file:../icons/waha.svg', dark: 'file:../icons/waha.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/waha.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The key of the server (WAHA_API_KEY) or of the session. Leave it empty if the server runs without one.',
		},
		{
			displayName: 'Session',
			name: 'session',
			type: 'string',
			default: 'default',
			placeholder: 'e.g. default',
			description:
				'The name of the session, exactly as in the WAHA dashboard. If a webhook names its own session, that one is used instead.',
		},
		ownServerField(
			'https://waha.example.com',
			'The address of your WAHA server, without /dashboard or another path',
		),
	];

	authenticate = authenticateWith(wahaUrl, (credential) => {
		const key = wahaKey(credential);
		return { headers: key === '' ? {} : { 'X-Api-Key': key } };
	});

	/** Reads the session: one that is not connected is still a valid credential. */
	test = credentialTest(
		{
			url: '={{ "/api/sessions/" + encodeURIComponent(($credentials.session ?? "").trim() || "default") }}',
		},
		[
			otherServerRule('name', 'WAHA'),
			...errorRules(WAHA_ERRORS, {
				401: 'apiKeyNotValid',
				403: 'apiKeyForbidden',
				404: 'sessionNotFound',
			}),
		],
	);
}
