import { payload } from './webhooks/received.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	kapso: {
		provider: 'kapso',
		host: 'https://api.kapso.ai',
		path: '/meta/whatsapp/v24.0/106540352242922/messages',
		payload,
		credential: { apiKey: 'dummy/kapso+key=1' },
		taken: { success: true },
		hidden: (echo) => ({ error: echo }),
		refused: (echo) => ({ error: echo }),
	},
};
