import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { asText } from '../nodes/WhatsAppMarkRead/input/untrustedJson';
import {
	responseRule,
	authenticated,
	statusRule,
	testRules,
} from '../nodes/WhatsAppMarkRead/n8n/credentialTest';
import { wawpToken, wawpUrl } from '../nodes/WhatsAppMarkRead/providers/wawp/connection';

const UNKNOWN_INSTANCE =
	'Wawp does not know this instance ID. Copy it again from the Wawp dashboard.';

const NOT_ACCEPTED =
	'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.';

const NO_SESSION =
	'What came back does not describe a Wawp instance. Check the instance ID and the access token in the Wawp dashboard, and the base URL.';

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
			displayName: 'Send Credentials In',
			name: 'sendIn',
			type: 'options',
			options: [
				{
					name: 'Body and Header',
					value: 'body',
					description: 'As the text of the Wawp manual says; keeps the token out of addresses',
				},
				{
					name: 'Query',
					value: 'query',
					description: "As the manual's code sample does; the token becomes part of the address",
				},
			],
			default: 'body',
			description:
				'Where Wawp looks for the two values above: its documents disagree. Leave it unless Wawp refuses a token that is right. In the query, servers and proxies on the way may write the token into their logs.',
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
		authenticated(options, () => wawpUrl(credential), access(credential));

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
				"Wawp does not accept the access token. Copy it again from the Wawp dashboard. If it is right, change 'Send Credentials In'.",
			),
			statusRule(404, UNKNOWN_INSTANCE),
			responseRule('code', 'invalid_session', UNKNOWN_INSTANCE),
			responseRule('success', false, NOT_ACCEPTED),
			responseRule('result', false, NOT_ACCEPTED),
			...[false, 'false', 'error', 'fail', 'failed'].map((status) =>
				responseRule('status', status, NOT_ACCEPTED),
			),
			// A session has a name, and a status in words: any of them, since a stopped one has valid credentials too.
			responseRule('name', undefined, NO_SESSION),
			responseRule('status.length', undefined, NO_SESSION),
		]),
	};
}

/**
 * Where the two values go. The manual's text lists both under the JSON body, the OpenAPI export names the header
 * `access-token` (Wawp's own MCP server sends both), and the manual's code sample puts them into the query.
 */
function access(credential: ICredentialDataDecryptedObject) {
	const values = {
		instance_id: asText(credential.instanceId) ?? '',
		access_token: wawpToken(credential),
	};
	return credential.sendIn === 'query'
		? { qs: values }
		: { headers: { 'access-token': values.access_token }, body: values };
}
