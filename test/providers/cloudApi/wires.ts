import { payload } from './webhooks/textMessage.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	cloudApi: {
		provider: 'cloudApi',
		host: 'https://graph.facebook.com',
		path: '/v25.0/106540352242922/messages',
		payload,
		credential: { accessToken: 'dummy/cloud+token=1', appSecret: 'dummy/app+secret=1' },
		taken: { success: true },
		hidden: (echo) => ({ success: false, error: { message: echo, code: 131009 } }),
		refused: (echo) => ({
			error: { message: echo, code: 190, error_data: { details: echo }, fbtrace_id: 'A1' },
		}),
	},
};
