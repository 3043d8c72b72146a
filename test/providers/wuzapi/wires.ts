import { payload } from './webhooks/form.json';
import type { Wire } from '../../helpers/wires';

/** Other than the credential's. */
const PAYLOAD_TOKEN = 'dummy/payload+wuzapi=1';

export const WIRES: Readonly<Record<string, Wire>> = {
	wuzapi: {
		provider: 'wuzapi',
		host: 'https://wuzapi.example.com',
		path: '/chat/markread',
		payload: { ...payload, token: PAYLOAD_TOKEN },
		payloadSecrets: [PAYLOAD_TOKEN],
		credential: { token: 'dummy/wuzapi+token=1' },
		taken: { code: 200, data: { Details: 'Message(s) marked as read' }, success: true },
		hidden: (echo) => ({ code: 200, error: echo, success: false }),
		refused: (echo) => ({ code: 401, error: echo, success: false }),
	},
};
