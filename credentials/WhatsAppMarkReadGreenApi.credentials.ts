import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	credentialTest,
	errorRules,
	otherServerRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import {
	greenApiToken,
	greenApiUrl,
} from '../nodes/WhatsAppMarkRead/providers/greenApi/connection';
import { GREEN_API_ERRORS } from '../nodes/WhatsAppMarkRead/providers/greenApi/errors';

/** Access to GREEN-API. */
export class WhatsAppMarkReadGreenApi implements ICredentialType {
	name = 'whatsAppMarkReadGreenApi';
	displayName = 'WhatsApp Mark Read: GREEN-API API';
	icon = { light: 'file:../icons/greenApi.svg', dark: 'file:../icons/greenApi.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/greenApi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'ID Instance',
			name: 'idInstance',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 7103000001',
			description:
				'The number of the instance (your linked WhatsApp number): idInstance in the GREEN-API console',
		},
		{
			displayName: 'API Token Instance',
			name: 'apiTokenInstance',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The token of the instance: apiTokenInstance in the GREEN-API console. It fits this instance alone.',
		},
		baseUrlField(
			'https://api.green-api.com',
			'The address of the instance: apiUrl in the GREEN-API console, e.g. https://7103.api.greenapi.com. The default works for older instances.',
		),
	];

	authenticate = authenticateWith(greenApiUrl, (credential) => ({
		pathToken: greenApiToken(credential),
	}));

	test = credentialTest(
		{
			url: '={{ "/waInstance" + encodeURIComponent(($credentials.idInstance ?? "").trim()) + "/getStateInstance/{token}" }}',
		},
		[
			...errorRules(GREEN_API_ERRORS, {
				401: 'tokenNotValid',
				403: 'instanceForbidden',
				404: 'addressNotFound',
			}),
			// Any state: the credential of an instance that is not connected is valid too.
			otherServerRule('stateInstance', 'GREEN-API'),
		],
	);
}
