import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import {
	authenticated,
	otherServerRule,
	statusRule,
	testRules,
} from '../nodes/WhatsAppMarkRead/n8n/credentialTest';
import { kirimKey, kirimUrl } from '../nodes/WhatsAppMarkRead/providers/kirim/connection';

/** Access to Kirim.chat. */
export class WhatsAppMarkReadKirimApi implements ICredentialType {
	name = 'whatsAppMarkReadKirimApi';

	displayName = 'WhatsApp Mark Read: Kirim.chat API';

	icon = { light: 'file:../icons/kirim.svg', dark: 'file:../icons/kirim.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read#kirimchat';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. kdv_live_…',
			description:
				'A key for the developer API, from the Kirim dashboard. It starts with "kdv_live_"; keys that start with "kc_live_" belong to another Kirim product.',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				"Used when a message does not say on which number it came in. In webhooks that Kirim.chat passes on from Meta it is 'phone_number_id'.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.kirim.chat/v1',
			placeholder: 'e.g. https://api.kirim.chat/v1',
			description: 'Leave as it is, or use https://api.kirimdev.com/v1 for a newer account',
		},
	];

	authenticate: IAuthenticate = async (credential, options) =>
		authenticated(options, () => kirimUrl(credential), {
			headers: { Authorization: `Bearer ${kirimKey(credential)}` },
		});

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/me', disableFollowRedirect: true },
		rules: testRules([
			otherServerRule('data', 'Kirim.chat'),
			statusRule(401, 'Kirim.chat does not accept the API key. It should start with "kdv_live_".'),
			statusRule(404, 'Nothing was found at this address. Check the base URL.'),
		]),
	};
}
