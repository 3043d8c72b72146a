import { payload } from './webhooks/message.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	whapi: {
		provider: 'whapi',
		host: 'https://gate.whapi.cloud',
		method: 'PUT',
		path: '/messages/p.AbCdEfGhIjKlMnO.pQrS-tUvWxYz012',
		payload,
		credential: { token: 'dummy/whapi+token=1' },
		taken: { success: true },
		hidden: (echo) => ({ success: false, message: echo }),
		refused: (echo) => ({ error: { code: 401, message: echo } }),
	},
};
