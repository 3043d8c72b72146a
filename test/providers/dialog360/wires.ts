import { payload } from './webhooks/textMessage.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	dialog360: {
		provider: 'dialog360',
		host: 'https://waba-v2.360dialog.io',
		path: '/messages',
		payload,
		credential: { apiKey: 'dummy/dialog360+key=1' },
		taken: { success: true },
		hidden: (echo) => ({ error: { code: 100, message: echo } }),
		refused: (echo) => ({ meta: { success: false, http_code: 401, developer_message: echo } }),
	},
};
