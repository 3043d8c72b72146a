import { payload } from './webhooks/direct.json';
import type { Wire } from '../../helpers/wires';

/** Other than the credential's. */
const PAYLOAD_TOKEN = 'dummy/payload+token=1';

export const WIRES: Readonly<Record<string, Wire>> = {
	uazapi: {
		provider: 'uazapi',
		host: 'https://my-name.uazapi.com',
		path: '/message/markread',
		payload: { ...payload, token: PAYLOAD_TOKEN },
		payloadSecrets: [PAYLOAD_TOKEN],
		holder: 'token',
		credential: { token: 'dummy/uazapi+token=1' },
		taken: { success: true, message: 'Messages marked as read' },
		hidden: (echo) => ({ error: echo }),
		refused: (echo) => ({ error: echo }),
	},
};
