import { payload } from './webhooks/message.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	greenApi: {
		provider: 'greenApi',
		host: 'https://api.green-api.com',
		path: '/waInstance7103000001/readChat/dummy%2Fgreen%2Btoken%3D1',
		payload,
		credential: { apiTokenInstance: 'dummy/green+token=1' },
		taken: { setRead: true },
		hidden: (echo) => ({ statusCode: 400, path: echo, message: echo }),
		refused: (echo) => ({ statusCode: 401, path: echo, message: echo }),
	},
};
