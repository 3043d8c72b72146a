import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { asObject, asText } from '../nodes/WhatsAppMarkRead/input/untrustedJson';
import { testRules } from '../nodes/WhatsAppMarkRead/n8n/credentialTest';
import { wawpUrl } from '../nodes/WhatsAppMarkRead/providers/wawp/connection';

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

	/** The Test button takes the base URL as it was typed; the node's own calls bring a whole, clean URL. */
	authenticate: IAuthenticate = async (credential, options) => ({
		...options,
		...(options.baseURL === undefined ? {} : { baseURL: wawpUrl(credential) }),
		body: withCredential(options, credential),
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
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Wawp does not accept the access token. Copy it again from the Wawp dashboard.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'Wawp does not know this instance ID. Copy it again from the Wawp dashboard.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'code',
					value: 'invalid_session',
					message: 'Wawp does not know this instance ID. Copy it again from the Wawp dashboard.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'success',
					value: false,
					message:
						'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'status',
					value: false,
					message:
						'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.',
				},
			},
		]),
	};
}

/** Both values go into the JSON body, which keeps the secret out of URLs and logs (sheet wawp.md). */
function withCredential(
	{ body }: IHttpRequestOptions,
	credential: ICredentialDataDecryptedObject,
): IDataObject {
	return {
		instance_id: asText(credential.instanceId) ?? '',
		access_token: asText(credential.accessToken) ?? '',
		...(asObject(body) as IDataObject | null),
	};
}
