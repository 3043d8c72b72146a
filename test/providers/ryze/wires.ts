import { payload } from './webhooks/liveGroup.json';
import type { Wire } from '../../helpers/wires';

/** Other than the credential's. */
const PAYLOAD_TOKEN = 'dummy/payload+token=1';

export const WIRES: Readonly<Record<string, Wire>> = {
	ryze: {
		provider: 'ryze',
		host: 'https://ryzeapi.cloud',
		path: '/api/chat/markRead/support',
		payload: {
			...payload,
			instanceData: { ...payload.instanceData, token: PAYLOAD_TOKEN },
		},
		payloadSecrets: [PAYLOAD_TOKEN],
		holder: 'instanceData',
		credential: { token: 'dummy/ryze+token=1' },
		taken: { success: true, chat_jid: '120363123456789@g.us' },
		hidden: (echo) => ({ success: false, error: { message: echo } }),
		refused: (echo) => ({ success: false, error: { message: echo } }),
	},
};
