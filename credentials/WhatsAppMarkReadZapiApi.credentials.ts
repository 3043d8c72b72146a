import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	credentialTest,
	errorRules,
	errorText,
	responseRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import {
	zapiClientToken,
	zapiToken,
	zapiUrl,
} from '../nodes/WhatsAppMarkRead/providers/zapi/connection';
import { ZAPI_ERRORS } from '../nodes/WhatsAppMarkRead/providers/zapi/errors';

/** Access to an instance of Z-API. */
export class WhatsAppMarkReadZapiApi implements ICredentialType {
	name = 'whatsAppMarkReadZapiApi';
	displayName = 'WhatsApp Mark Read: Z-API API';
	icon = { light: 'file:../icons/zapi.svg', dark: 'file:../icons/zapi.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/zapi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			required: true,
			default: '',
			description:
				'The ID of the instance (your linked WhatsApp number), from the Z-API panel. The token below fits this instance alone.',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The token of the instance, from the Z-API panel, beside its ID',
		},
		{
			displayName: 'Client Token',
			name: 'clientToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"The account's security token, from the Z-API panel under Security. Leave it empty if your account has it switched off.",
		},
		baseUrlField(
			'https://api.z-api.io',
			'Leave as it is unless your provider resells Z-API at an address of its own',
		),
	];

	authenticate = authenticateWith(zapiUrl, (credential) => {
		const clientToken = zapiClientToken(credential);
		return {
			pathToken: zapiToken(credential),
			headers: clientToken === '' ? {} : { 'Client-Token': clientToken },
		};
	});

	test = credentialTest(
		{
			url: '={{ "/instances/" + encodeURIComponent(($credentials.instanceId ?? "").trim()) + "/token/{token}/status" }}',
		},
		[
			...['null not allowed', 'your client-token is not configured'].map((error) =>
				responseRule('error', error, errorText(ZAPI_ERRORS, 'clientTokenMissing')),
			),
			// `error` is filled in for a connected instance as well, and one that is not connected has a valid credential.
			responseRule(
				'connected',
				undefined,
				'The response is not the status of an instance. Check the instance ID, the tokens and the base URL.',
			),
			...errorRules(ZAPI_ERRORS, {
				400: 'credentialNotValid',
				401: 'credentialNotValid',
				403: 'credentialNotValid',
				404: 'instanceNotFound',
			}),
		],
	);
}
