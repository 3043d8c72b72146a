import { payload } from './webhooks/passthrough.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	kirim: {
		provider: 'kirim',
		host: 'https://api.kirim.chat',
		path: '/v1/106540352242922/messages',
		payload,
		credential: { apiKey: 'dummy/kirim+key=1' },
		taken: { data: { status: 'read' }, request_id: 'req_1' },
		hidden: (echo) => ({ error: { code: 'invalid_field_value', message: echo } }),
		refused: (echo) => ({
			error: { code: 'invalid_api_key', message: echo, request_id: 'req_1' },
		}),
	},
};
