import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	authenticateWith,
	baseUrlField,
	bearer,
	credentialTest,
	otherServerRule,
	statusRule,
} from '../nodes/WhatsAppMarkRead/n8n/credentialType';
import {
	exampleGatewayKey,
	exampleGatewayUrl,
} from '../nodes/WhatsAppMarkRead/providers/exampleGateway/connection';

/** Access to Example Gateway. */
export class WhatsAppMarkReadExampleGatewayApi implements ICredentialType {
	name = 'whatsAppMarkReadExampleGatewayApi';

	displayName = 'WhatsApp Mark Read: Example Gateway API';

	icon = {
		light: 'file:../icons/exampleGateway.svg',
		dark: 'file:../icons/exampleGateway.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read/blob/main/docs/providers/exampleGateway.md';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The key of your account, from the settings of Example Gateway',
		},
		{
			displayName: 'Line',
			name: 'line',
			type: 'string',
			default: '',
			placeholder: 'e.g. support',
			description: 'Used when a message does not name the line it was sent to',
		},
		baseUrlField('https://gateway.example.com', 'Change it if you run a server of your own'),
	];

	authenticate = authenticateWith(exampleGatewayUrl, (credential) =>
		bearer(exampleGatewayKey(credential)),
	);

	test = credentialTest({ url: '/v1/me' }, [
		otherServerRule('line', 'Example Gateway'),
		statusRule(401, 'Example Gateway does not accept the API key.'),
	]);
}
