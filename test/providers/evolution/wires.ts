import { payload } from './webhooks/lidWithAlternate.json';
import type { Wire } from '../../helpers/wires';

/** Other than the credential's. */
const PAYLOAD_KEY = 'dummy/payload+apikey=1';

export const WIRES: Readonly<Record<string, Wire>> = {
	evolution: {
		provider: 'evolution',
		host: 'https://evo.example.com',
		path: '/chat/markMessageAsRead/support',
		payload: { ...payload, apikey: PAYLOAD_KEY },
		payloadSecrets: [PAYLOAD_KEY],
		holder: 'apikey',
		credential: { apiKey: 'dummy/evolution+key=1' },
		taken: { message: 'Read messages', read: 'success' },
		hidden: (echo) => ({ status: 401, response: { message: [echo] } }),
		refused: (echo) => ({ status: 401, error: 'Unauthorized', response: { message: [[echo]] } }),
	},
};
