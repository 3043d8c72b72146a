import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	credentialTest,
	errorRules,
	otherServerRule,
	ownServerField,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import {
	evolutionKey,
	evolutionUrl,
} from '../nodes/WhatsAppMarkRead/providers/evolution/connection';
import { EVOLUTION_ERRORS } from '../nodes/WhatsAppMarkRead/providers/evolution/errors';

/** Access to a server of Evolution API, version 2. */
export class WhatsAppMarkReadEvolutionApi implements ICredentialType {
	name = 'whatsAppMarkReadEvolutionApi';
	displayName = 'WhatsApp Mark Read: Evolution API';
	icon = {
		light: 'file:../icons/evolution.svg',
		dark: 'file:../icons/evolution.dark.svg',
	} as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/evolution.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The global API key of the server (AUTHENTICATION_API_KEY), or the token of the instance, from the Evolution API manager',
		},
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'string',
			default: '',
			placeholder: 'e.g. support',
			description:
				'The name of the instance, exactly as in the Evolution API manager (case-sensitive). If a webhook names its own instance, that one is used instead.',
		},
		ownServerField(
			'https://evo.example.com',
			'The address of your Evolution API server, without /manager or another path',
		),
	];

	authenticate = authenticateWith(evolutionUrl, (credential) => ({
		headers: { apikey: evolutionKey(credential) },
	}));

	test = credentialTest(
		{
			// Not the state of the instance: n8n can check only one form of response, and without a name there is but this list.
			url: '/instance/fetchInstances',
			qs: { instanceName: '={{ ($credentials.instance ?? "").trim() || undefined }}' },
		},
		[
			otherServerRule('connectionStatus', 'Evolution API, or it has no instance yet'),
			...errorRules(EVOLUTION_ERRORS, {
				401: 'apiKeyNotValid',
				403: 'apiKeyMissing',
				404: 'instanceNotFound',
			}),
		],
	);
}
