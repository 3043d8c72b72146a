import { payload } from './webhooks/message.json';
import type { Wire } from '../../helpers/wires';

const IN_BODY: Wire = {
	provider: 'wawp',
	host: 'https://api.wawp.net',
	path: '/v2/send/seen',
	payload,
	credential: { accessToken: 'dummy/wawp+token=1' },
	taken: { ids: ['AAAA'] },
	hidden: (echo) => ({ success: false, message: [echo, 'and more'] }),
	refused: (echo) => ({ statusCode: 401, exception: { message: echo } }),
};

export const WIRES: Readonly<Record<string, Wire>> = {
	wawp: IN_BODY,
	'wawp in the query': {
		...IN_BODY,
		// In a query the HTTP client encodes some of these characters that others leave as they are.
		credential: { accessToken: 'dummy/wawp!(token)*=1' },
		settings: { sendIn: 'query' },
	},
};
