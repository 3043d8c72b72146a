import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	credentialTest,
	errorRules,
	otherServerRule,
	responseRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { ryzeToken, ryzeUrl } from '../nodes/WhatsAppMarkRead/providers/ryze/connection';
import { RYZE_ERRORS } from '../nodes/WhatsAppMarkRead/providers/ryze/errors';

/** Access to RyzeAPI. */
export class WhatsAppMarkReadRyzeApi implements ICredentialType {
	name = 'whatsAppMarkReadRyzeApi';
	displayName = 'WhatsApp Mark Read: RyzeAPI API';
	icon = { light: 'file:../icons/ryze.svg', dark: 'file:../icons/ryze.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/ryze.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The token of the instance (your linked WhatsApp number), from the RyzeAPI manager. The token of the whole account works as well.',
		},
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. support',
			description:
				'The name of the instance, exactly as in the RyzeAPI manager (case-sensitive). If a webhook names its own instance, that one is used instead.',
		},
		baseUrlField(
			'https://ryzeapi.cloud',
			'Leave as it is unless your RyzeAPI runs at another address',
		),
	];

	authenticate = authenticateWith(ryzeUrl, (credential) => ({
		headers: { token: ryzeToken(credential) },
	}));

	test = credentialTest(
		{
			// Not the list of instances: with the token of an instance it returns that one, whatever name is asked for.
			url: '={{ "/api/instance/getSettings/" + encodeURIComponent(($credentials.instance ?? "").trim()) }}',
		},
		[
			otherServerRule('success', 'RyzeAPI'),
			...errorRules(RYZE_ERRORS, {
				400: 'instanceNotFound',
				401: 'tokenNotValid',
				403: 'instanceForbidden',
				404: 'instanceNotFound',
			}),
			responseRule(
				'success',
				false,
				'RyzeAPI does not accept the credential. Check the token and the instance in the RyzeAPI manager.',
			),
			otherServerRule('settings', 'RyzeAPI'),
		],
	);
}
