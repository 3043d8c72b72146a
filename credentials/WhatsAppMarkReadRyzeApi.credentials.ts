import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { asText } from '../nodes/WhatsAppMarkRead/input/untrustedJson';
import { otherServerRule, testRules } from '../nodes/WhatsAppMarkRead/n8n/credentialTest';
import { ryzeUrl } from '../nodes/WhatsAppMarkRead/providers/ryze/connection';

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

	/** The Test button takes the base URL as it was typed; the node's own calls bring a whole, clean URL. */
	authenticate: IAuthenticate = async (credential, options) => ({
		...options,
		...(options.baseURL === undefined ? {} : { baseURL: ryzeUrl(credential) }),
		headers: { ...options.headers, token: asText(credential.token) ?? '' },
	});

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/api/instance/list',
			qs: { instanceName: '={{ ($credentials.instance ?? "").trim() }}' },
			disableFollowRedirect: true,
		},
		rules: testRules([
			otherServerRule('success', 'RyzeAPI'),
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'RyzeAPI does not accept the token. Copy it again from the RyzeAPI manager.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'The token does not belong to this instance. Check both in the RyzeAPI manager.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'RyzeAPI does not know this instance. Copy its name from the RyzeAPI manager: upper and lower case count.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'success',
					value: false,
					message:
						'RyzeAPI does not accept the credential. Check the token and the instance in the RyzeAPI manager.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'instances.length',
					value: 0,
					message:
						'RyzeAPI does not know this instance. Copy its name from the RyzeAPI manager: upper and lower case count.',
				},
			},
		]),
	};
}
