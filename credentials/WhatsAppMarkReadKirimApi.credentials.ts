import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	bearer,
	credentialTest,
	errorRules,
	otherServerRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { kirimKey, kirimUrl } from '../nodes/WhatsAppMarkRead/providers/kirim/connection';
import { KIRIM_ERRORS } from '../nodes/WhatsAppMarkRead/providers/kirim/errors';

/** Access to Kirim.chat. */
export class WhatsAppMarkReadKirimApi implements ICredentialType {
	name = 'whatsAppMarkReadKirimApi';
	displayName = 'WhatsApp Mark Read: Kirim.chat API';
	icon = { light: 'file:../icons/kirim.svg', dark: 'file:../icons/kirim.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/kirim.md';

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
				"Used when a message does not name the number it was sent to. In webhooks that Kirim.chat passes on from Meta it is 'phone_number_id'.",
		},
		baseUrlField(
			'https://api.kirim.chat/v1',
			'Leave as it is, or use https://api.kirimdev.com/v1 for a newer account',
		),
	];

	authenticate = authenticateWith(kirimUrl, (credential) => bearer(kirimKey(credential)));

	test = credentialTest({ url: '/me' }, [
		otherServerRule('data', 'Kirim.chat'),
		...errorRules(KIRIM_ERRORS, { 401: 'apiKeyNotValid' }),
	]);
}
