import { payload } from './webhooks/received.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	exampleGateway: {
		provider: 'exampleGateway',
		host: 'https://gateway.example.com',
		path: '/v1/lines/support/read',
		payload,
		credential: { apiKey: 'dummy/gateway+key=1' },
		taken: { ok: true, request: 'req_1' },
		hidden: (echo) => ({ ok: false, code: 'bad_key', text: echo }),
		refused: (echo) => ({ ok: false, code: 'bad_key', text: echo }),
	},
};
