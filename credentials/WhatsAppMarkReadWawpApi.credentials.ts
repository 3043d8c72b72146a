import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { asText } from '../nodes/WhatsAppMarkRead/input/untrustedJson';
import {
	authenticateWith,
	baseUrlField,
	credentialTest,
	errorRules,
	errorText,
	responseRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { wawpToken, wawpUrl } from '../nodes/WhatsAppMarkRead/providers/wawp/connection';
import { WAWP_ERRORS } from '../nodes/WhatsAppMarkRead/providers/wawp/errors';

const NOT_ACCEPTED =
	'Wawp does not accept the credential. Check the instance ID and the access token in the Wawp dashboard.';

const NO_SESSION =
	'The response does not describe a Wawp instance. Check the instance ID and the access token in the Wawp dashboard, and the base URL.';

/** Access to Wawp, version 2 of its API. */
export class WhatsAppMarkReadWawpApi implements ICredentialType {
	name = 'whatsAppMarkReadWawpApi';
	displayName = 'WhatsApp Mark Read: Wawp API';
	icon = { light: 'file:../icons/wawp.svg', dark: 'file:../icons/wawp.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/wawp.md';

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
			description: 'The access token of the instance, from the Wawp dashboard',
		},
		{
			displayName: 'Send Credentials In',
			name: 'sendIn',
			type: 'options',
			options: [
				{
					name: 'Body and Header',
					value: 'body',
					description: 'As in the text of the Wawp manual; keeps the token out of URLs',
				},
				{
					name: 'Query',
					value: 'query',
					description: "As in the manual's code sample; the token becomes part of the URL",
				},
			],
			default: 'body',
			description:
				'Where the instance ID and the access token are sent: the documents of Wawp disagree. Change it only if Wawp rejects a correct token. In the query, servers and proxies on the way may log the token.',
		},
		baseUrlField('https://api.wawp.net', 'Leave as it is unless Wawp gave you another address'),
	];

	authenticate = authenticateWith(wawpUrl, access);

	test = credentialTest({ url: '/v2/session/info', method: 'POST', json: true }, [
		...errorRules(WAWP_ERRORS, { 401: 'tokenNotValid', 404: 'sessionNotFound' }),
		responseRule('code', 'invalid_session', errorText(WAWP_ERRORS, 'sessionNotFound')),
		responseRule('success', false, NOT_ACCEPTED),
		responseRule('result', false, NOT_ACCEPTED),
		...[false, 'false', 'error', 'fail', 'failed'].map((status) =>
			responseRule('status', status, NOT_ACCEPTED),
		),
		// A session has a name and, as text, a status: any status, since the credential of a stopped one is valid too.
		responseRule('name', undefined, NO_SESSION),
		responseRule('status.length', undefined, NO_SESSION),
	]);
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
