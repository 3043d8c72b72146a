import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { asText } from '../nodes/WhatsAppMarkRead/input/untrustedJson';
import {
	answerRule,
	authenticated,
	statusRule,
	testRules,
} from '../nodes/WhatsAppMarkRead/n8n/credentialTest';
import { wawpToken, wawpUrl } from '../nodes/WhatsAppMarkRead/providers/wawp/connection';

const UNKNOWN_INSTANCE =
	'Wawp does not know this instance ID. Copy it again from the Wawp dashboard.';

const NOT_ACCEPTED =
	'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.';

/** Access to Wawp, version 2 of its API. */
export class WhatsAppMarkReadWawpApi implements ICredentialType {
	name = 'whatsAppMarkReadWawpApi';

	displayName = 'WhatsApp Mark Read: Wawp API';

	icon = { light: 'file:../icons/wawp.svg', dark: 'file:../icons/wawp.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read#wawp';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance ID',
			name: 'instanceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 123456789',
			description: 'The ID of the instance (your linked WhatsApp number), from the Wawp dashboard',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The access token that stands with the instance in the Wawp dashboard',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.wawp.net',
			placeholder: 'e.g. https://api.wawp.net',
			description: 'Leave as it is unless Wawp gave you another address',
		},
	];

	authenticate: IAuthenticate = async (credential, options) =>
		authenticated(options, () => wawpUrl(credential), {
			body: {
				instance_id: asText(credential.instanceId) ?? '',
				access_token: wawpToken(credential),
			},
		});

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/v2/session/info',
			method: 'POST',
			json: true,
			disableFollowRedirect: true,
		},
		rules: testRules([
			statusRule(
				401,
				'Wawp does not accept the access token. Copy it again from the Wawp dashboard.',
			),
			statusRule(404, UNKNOWN_INSTANCE),
			answerRule('code', 'invalid_session', UNKNOWN_INSTANCE),
			answerRule('success', false, NOT_ACCEPTED),
			answerRule('status', false, NOT_ACCEPTED),
		]),
	};
}
