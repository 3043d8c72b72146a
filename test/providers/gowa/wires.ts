import { payload } from './webhooks/message.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	gowa: {
		provider: 'gowa',
		host: 'https://gowa.example.com',
		path: '/message/3EB0A1B2C3D4E5F60718/read',
		payload,
		credential: { password: 'dummy/gowa+password=1' },
		taken: { status: 200, code: 'SUCCESS', message: 'Mark as read success', results: {} },
		hidden: (echo) => ({ status: 500, code: 'INTERNAL_SERVER_ERROR', message: echo }),
		refused: (echo) => ({ status: 401, code: 'AUTHENTICATION_ERROR', message: echo }),
	},
};
