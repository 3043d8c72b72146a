import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	credentialTest,
	errorRules,
	otherServerRule,
	ownServerField,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import { basicToken, gowaUrl } from '../nodes/WhatsAppMarkRead/providers/gowa/connection';
import { GOWA_ERRORS } from '../nodes/WhatsAppMarkRead/providers/gowa/errors';

/** Access to a server of GOWA (go-whatsapp-web-multidevice). */
export class WhatsAppMarkReadGowaApi implements ICredentialType {
	name = 'whatsAppMarkReadGowaApi';
	displayName = 'WhatsApp Mark Read: GOWA API';
	icon = { light: 'file:../icons/gowa.svg', dark: 'file:../icons/gowa.dark.svg' } as const;
	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/gowa.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			description:
				'A user of the server: in its option APP_BASIC_AUTH the part before the colon. Leave it empty if the server runs without one.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The password of the user: in APP_BASIC_AUTH the part after the colon',
		},
		{
			displayName: 'Device ID',
			name: 'deviceId',
			type: 'string',
			default: '',
			placeholder: 'e.g. support',
			description:
				'The ID of the device, exactly as on the web page of the server. If a webhook names its own device, that one is used instead. A server with a single device needs none.',
		},
		ownServerField(
			'https://gowa.example.com',
			'The address of your GOWA server, with its base path (APP_BASE_PATH) if it has one',
		),
	];

	authenticate = authenticateWith(gowaUrl, (credential) => {
		const token = basicToken(credential);
		return { headers: token === null ? {} : { Authorization: `Basic ${token}` } };
	});

	/** Lists the devices: one that is not connected is still a valid credential. */
	test = credentialTest({ url: '/devices' }, [
		otherServerRule('code', 'GOWA'),
		...errorRules(GOWA_ERRORS, { 401: 'passwordNotValid', 404: 'wrongAddress' }),
	]);
}
