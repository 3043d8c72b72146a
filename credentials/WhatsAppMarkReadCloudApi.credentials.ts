import { createHmac } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	bearer,
	credentialTest,
	errorRules,
	otherServerRule,
	statusRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import {
	cloudApiSecrets,
	cloudApiUrl,
} from '../nodes/WhatsAppMarkRead/providers/cloudApi/connection';
import { META_ERRORS } from '../nodes/WhatsAppMarkRead/providers/meta/errors';

/** Access to Meta's WhatsApp Cloud API. */
export class WhatsAppMarkReadCloudApi implements ICredentialType {
	name = 'whatsAppMarkReadCloudApi';
	displayName = 'WhatsApp Mark Read: Cloud API';
	icon = { light: 'file:../icons/cloudApi.svg', dark: 'file:../icons/cloudApi.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/cloudApi.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. EAAG…',
			description:
				'A permanent token with the permission whatsapp_business_messaging: Meta Business settings > Users > System users > Generate token. Tokens from the API Setup page expire after 24 hours.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				'Used when a message does not name the number it was sent to, and to test this credential. It is under WhatsApp > API Setup of your Meta app, and is not the phone number itself.',
		},
		{
			displayName: 'WhatsApp Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			description:
				'Fills the list of phone numbers in the node. It is next to the phone number ID, and is not the ID of the business portfolio.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"Only needed if 'Require App Secret' is on in your Meta app. It is under App settings > Basic of your Meta app.",
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: 'v25.0',
			placeholder: 'e.g. v25.0',
			description:
				"Version of Meta's Graph API. Leave as it is unless Meta has retired that version.",
		},
		baseUrlField(
			'https://graph.facebook.com',
			'Leave as it is unless you use another server with the same API',
		),
	];

	authenticate = authenticateWith(cloudApiUrl, signature);

	test = credentialTest(
		{
			url: '={{ "/" + encodeURIComponent(($credentials.phoneNumberId ?? "").trim() || "me") }}',
			qs: {
				fields:
					'={{ ($credentials.phoneNumberId ?? "").trim() ? "id,display_phone_number,verified_name" : "id,name" }}',
			},
		},
		[
			otherServerRule('id', 'the WhatsApp Cloud API'),
			...errorRules(META_ERRORS, { 401: 'tokenNotValid', 403: 'permissionMissing' }),
			statusRule(
				400,
				'Meta does not know this phone number ID, or the token has no access to it. Check both, and the API version.',
			),
			statusRule(404, 'Nothing was found at this address. Check the base URL and the API version.'),
		],
	);
}

/**
 * The token, and with an app secret Meta's `appsecret_proof` (developers.facebook.com, "Secure Graph API calls"), which
 * expires after five minutes: each attempt gets a new one.
 */
function signature(credential: ICredentialDataDecryptedObject) {
	const { accessToken, appSecret } = cloudApiSecrets(credential);
	if (appSecret === '') return bearer(accessToken);
	const time = Math.floor(Date.now() / 1000);
	const proof = createHmac('sha256', appSecret).update(`${accessToken}|${time}`).digest('hex');
	return { ...bearer(accessToken), qs: { appsecret_proof: proof, appsecret_time: time } };
}
