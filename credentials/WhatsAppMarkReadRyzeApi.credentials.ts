import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import {
	responseRule,
	authenticated,
	otherServerRule,
	statusRule,
	testRules,
} from '../nodes/WhatsAppMarkRead/n8n/credentialTest';
import { ryzeToken, ryzeUrl } from '../nodes/WhatsAppMarkRead/providers/ryze/connection';

const UNKNOWN_INSTANCE =
	'RyzeAPI does not know this instance. Copy its name from the RyzeAPI manager: upper and lower case count.';

/** Access to RyzeAPI. */
export class WhatsAppMarkReadRyzeApi implements ICredentialType {
	name = 'whatsAppMarkReadRyzeApi';

	displayName = 'WhatsApp Mark Read: RyzeAPI API';

	icon = { light: 'file:../icons/ryze.svg', dark: 'file:../icons/ryze.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read#ryzeapi';

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
				'The name of the instance, exactly as in the RyzeAPI manager: upper and lower case count. Webhooks name their own instance, which is then used instead.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://ryzeapi.cloud',
			placeholder: 'e.g. https://ryzeapi.cloud',
			description: 'Leave as it is unless your RyzeAPI runs at another address',
		},
	];

	authenticate: IAuthenticate = async (credential, options) =>
		authenticated(options, () => ryzeUrl(credential), {
			headers: { token: ryzeToken(credential) },
		});

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			// Not the list of instances: with the token of an instance it answers that one, whatever name is asked for.
			url: '={{ "/api/instance/getSettings/" + encodeURIComponent(($credentials.instance ?? "").trim()) }}',
			disableFollowRedirect: true,
		},
		rules: testRules([
			otherServerRule('success', 'RyzeAPI'),
			statusRule(401, 'RyzeAPI does not accept the token. Copy it again from the RyzeAPI manager.'),
			statusRule(
				403,
				'The token does not belong to this instance. Check both in the RyzeAPI manager.',
			),
			statusRule(400, UNKNOWN_INSTANCE),
			statusRule(404, UNKNOWN_INSTANCE),
			responseRule(
				'success',
				false,
				'RyzeAPI does not accept the credential. Check the token and the instance in the RyzeAPI manager.',
			),
			otherServerRule('settings', 'RyzeAPI'),
		]),
	};
}
