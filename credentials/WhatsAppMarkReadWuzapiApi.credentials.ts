import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	credentialTest,
	errorRules,
	otherServerRule,
	ownServerField,
	statusRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { wuzapiToken, wuzapiUrl } from '../nodes/WhatsAppMarkRead/providers/wuzapi/connection';
import { WUZAPI_ERRORS } from '../nodes/WhatsAppMarkRead/providers/wuzapi/errors';

/** Access to an instance of a Wuzapi server. */
export class WhatsAppMarkReadWuzapiApi implements ICredentialType {
	name = 'whatsAppMarkReadWuzapiApi';
	displayName = 'WhatsApp Mark Read: Wuzapi API';
	icon = { light: 'file:../icons/wuzapi.svg', dark: 'file:../icons/wuzapi.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/wuzapi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The token of the instance (your linked WhatsApp number), which Wuzapi calls the token of a user; not the admin token of the server',
		},
		ownServerField(
			'https://wuzapi.example.com',
			'The address of your Wuzapi server, without /dashboard or another path',
		),
	];

	authenticate = authenticateWith(wuzapiUrl, (credential) => ({
		headers: { token: wuzapiToken(credential) },
	}));

	/** Reads the state of the instance: one that is not logged in is still a valid credential. */
	test = credentialTest({ url: '/session/status' }, [
		otherServerRule('success', 'Wuzapi'),
		otherServerRule('data', 'Wuzapi'),
		...errorRules(WUZAPI_ERRORS, { 401: 'tokenNotValid', 404: 'wrongAddress' }),
		// n8n knows the status alone, and shows every error as a failure.
		statusRule(
			500,
			'The server answers with an error. Usually the token is right, but the instance is not connected yet ("No session"): connect it in the dashboard of your Wuzapi server, then test again.',
		),
	]);
}
