import type { ProviderId } from '../../../sandbox/index.mts';

/** What a credential's dialog must show, written down from the package's public interface. */
export interface ExpectedCredential {
	/** The labels of its fields; a star marks a required one. */
	readonly fields: readonly string[];
	/** The fields whose values are dots. */
	readonly secrets: readonly string[];
	/** The secret to get wrong, and what to get it wrong with. */
	readonly wrong: Readonly<Record<string, string>>;
	/** What *Test* then says: whose fault it is, and what to do. */
	readonly refusal: readonly string[];
}

/** n8n adds this field to every credential that can sign a call. */
const BY_N8N = 'Allowed HTTP Request Domains';

export const EXPECTED_CREDENTIALS: Readonly<Record<ProviderId, ExpectedCredential>> = {
	cloudApi: {
		fields: [
			'Access Token *',
			'Phone Number ID',
			'WhatsApp Business Account ID',
			'App Secret',
			'API Version',
			'Base URL',
			BY_N8N,
		],
		secrets: ['accessToken', 'appSecret'],
		wrong: { accessToken: 'EAAexampleOfAWrongToken' },
		refusal: ['access token is not valid or has expired', 'Create a new one'],
	},
	kirim: {
		fields: ['API Key *', 'Phone Number ID', 'Base URL', BY_N8N],
		secrets: ['apiKey'],
		wrong: { apiKey: 'kdv_live_exampleOfAWrongKey' },
		refusal: ['does not accept the API key', 'should start with "kdv_live_"'],
	},
	ryze: {
		fields: ['Token *', 'Instance *', 'Base URL', BY_N8N],
		secrets: ['token'],
		wrong: { token: 'example-of-a-wrong-token' },
		refusal: ['does not accept the token', 'Copy it again from the RyzeAPI manager'],
	},
	wawp: {
		fields: ['Instance ID *', 'Access Token *', 'Send Credentials In', 'Base URL', BY_N8N],
		secrets: ['accessToken'],
		wrong: { accessToken: 'exampleOfAWrongToken' },
		refusal: ['does not accept the access token', 'Copy it again from the Wawp dashboard'],
	},
};
