import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { WhatsAppMarkReadCloudApi } from '../../credentials/WhatsAppMarkReadCloudApi.credentials';
import { WhatsAppMarkReadKirimApi } from '../../credentials/WhatsAppMarkReadKirimApi.credentials';
import { WhatsAppMarkReadRyzeApi } from '../../credentials/WhatsAppMarkReadRyzeApi.credentials';
import { WhatsAppMarkReadWawpApi } from '../../credentials/WhatsAppMarkReadWawpApi.credentials';

export type ProviderId = 'cloudApi' | 'kirim' | 'ryze' | 'wawp';

export interface TestCredential {
	readonly type: ICredentialType;
	readonly data: ICredentialDataDecryptedObject;
}

/** A credential per provider with the documents' own hosts; the secrets are made up and say so. */
export const CREDENTIALS: Readonly<Record<ProviderId, TestCredential>> = {
	cloudApi: {
		type: new WhatsAppMarkReadCloudApi(),
		data: {
			accessToken: 'dummy-cloud-token',
			phoneNumberId: '106540352242922',
			businessAccountId: '102290129340398',
			appSecret: '',
			apiVersion: 'v25.0',
			baseUrl: 'https://graph.facebook.com',
		},
	},
	kirim: {
		type: new WhatsAppMarkReadKirimApi(),
		data: {
			apiKey: 'dummy-kirim-key',
			phoneNumberId: '106540352242922',
			baseUrl: 'https://api.kirim.chat/v1',
		},
	},
	ryze: {
		type: new WhatsAppMarkReadRyzeApi(),
		data: {
			token: 'dummy-ryze-token',
			instance: 'support',
			baseUrl: 'https://ryzeapi.cloud',
		},
	},
	wawp: {
		type: new WhatsAppMarkReadWawpApi(),
		data: {
			instanceId: '123456789',
			accessToken: 'dummy-wawp-token',
			baseUrl: 'https://api.wawp.net',
		},
	},
};
