import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteFunctions,
	INodeProperties,
} from 'n8n-workflow';

import { readBaseUrl } from '../../nodes/WhatsAppMarkRead/credentialValues/baseUrl';
import { readSecret, secretTexts } from '../../nodes/WhatsAppMarkRead/credentialValues/secrets';
import { optionsField } from '../../nodes/WhatsAppMarkRead/description/optionsField';
import {
	operationFields,
	providerCredentials,
	providerField,
	SOURCE_FIELD,
	typingField,
} from '../../nodes/WhatsAppMarkRead/description/panelFields';
import { providerFields } from '../../nodes/WhatsAppMarkRead/description/providerFields';
import { InvalidInput } from '../../nodes/WhatsAppMarkRead/input/invalidInput';
import { readMessageIds } from '../../nodes/WhatsAppMarkRead/input/parameterValues';
import { asText } from '../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { execute } from '../../nodes/WhatsAppMarkRead/n8n/execute';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider';
import { WhatsAppMarkRead } from '../../nodes/WhatsAppMarkRead/WhatsAppMarkRead.node';
import type { TestCredential } from './credentials';
import { inbound, plainProvider } from './plainProvider';
import type { MarkReadRun } from './runMarkRead';
import { runNode } from './runNode';
import type { RunNodeResult } from './runNode';

export const PLAIN_URL = 'https://plain.test';

/** The credential of the plain provider: its token goes into the header `token`. */
export class PlainApi implements ICredentialType {
	name = 'plainApi';

	displayName = 'Plain API';

	properties: INodeProperties[] = [];

	authenticate: IAuthenticate = async ({ token }, options) => ({
		...options,
		headers: { ...options.headers, token: String(token) },
	});
}

export const PLAIN_TEST_CREDENTIAL: TestCredential = {
	type: new PlainApi(),
	data: { token: 'dummy-token', baseUrl: PLAIN_URL },
};

/** The plain provider with a credential and fields, as the engine needs it: it refuses the message id `BAD`. */
export function plainInEngine(traits: Partial<Provider> = {}): Provider {
	return plainProvider({
		fields: [{ name: 'chatId' }, { name: 'messageId' }],
		connect: ({ baseUrl, token }) => ({
			apiUrl: readBaseUrl(baseUrl),
			account: 'support',
			secrets: secretTexts(token, readSecret(token, 'Token')),
		}),
		readMessages: ({ chatId, messageId }) =>
			readMessageIds(messageId, 'Message ID').map((id) => {
				if (id === 'BAD') throw new InvalidInput("'Message ID' is BAD", 'Give a good one.');
				return inbound({ id, chatId: asText(chatId) });
			}),
		...traits,
	});
}

/** What the node with the plain provider alone has in its registry. */
export const PLAIN: readonly Provider[] = [plainInEngine()];

/** The node with the plain provider alone, unless others are given. */
export class PlainNode extends WhatsAppMarkRead {
	constructor(providers: readonly Provider[] = PLAIN) {
		super();
		this.description.credentials = providerCredentials(providers);
		this.description.properties = [
			providerField(providers),
			...operationFields(providers),
			SOURCE_FIELD,
			...providers.flatMap(providerFields),
			typingField(providers),
			optionsField(providers),
		];
		this.execute = async function (this: IExecuteFunctions) {
			return [await execute(this, providers)];
		};
	}
}

export interface PlainRun extends Omit<MarkReadRun, 'provider'> {
	readonly traits?: Partial<Provider>;
}

/** Runs the node in n8n's own engine with the plain provider, which calls `PLAIN_URL`. */
export async function runPlain({
	traits,
	parameters,
	credential,
	...given
}: PlainRun): Promise<RunNodeResult> {
	const { type, data } = PLAIN_TEST_CREDENTIAL;
	return await runNode({
		node: new PlainNode([plainInEngine(traits)]),
		parameters: { provider: 'plain', ...parameters },
		credentials: {
			plainApi: { type, data: { ...data, ...credential } as ICredentialDataDecryptedObject },
		},
		...given,
	});
}
