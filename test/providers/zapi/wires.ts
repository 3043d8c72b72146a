import { payload } from './webhooks/group.json';
import type { Wire } from '../../helpers/wires';

export const WIRES: Readonly<Record<string, Wire>> = {
	zapi: {
		provider: 'zapi',
		host: 'https://api.z-api.io',
		path: `/instances/${payload.instanceId}/token/dummy%2Fzapi%2Btoken%3D1/read-message`,
		payload,
		credential: { token: 'dummy/zapi+token=1', clientToken: 'dummy/zapi+client=1' },
		taken: { value: true },
		hidden: (echo) => ({ error: echo }),
		refused: (echo) => ({ error: 'Not allowed', message: echo }),
	},
};
