import { payload } from './webhooks/message.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	waha: {
		provider: 'waha',
		host: 'https://waha.example.com',
		path: '/api/sendSeen',
		payload,
		credential: { apiKey: 'dummy/waha+key=1' },
		taken: { ids: ['AAAA'] },
		hidden: (echo) => ({ error: echo, request: { headers: { 'x-api-key': echo } } }),
		refused: (echo) => ({ statusCode: 500, exception: { message: echo }, request: echo }),
	},
};
