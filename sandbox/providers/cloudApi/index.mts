import type { ProviderRoute, SandboxProvider } from '../provider.mts';
import { unknownPath } from './errors.mts';
import { markMessage } from './markMessage.mts';
import { listPhoneNumbers, readObject } from './phoneNumbers.mts';
import { cloudApiRateLimit } from './rateLimit.mts';
import { cloudApiWebhooks } from './webhooks.mts';

/** The API version is optional in the path (seed 002, "Request parameters"). */
const VERSIONS = ['', '/:version(^v\\d+\\.\\d+$)'];

/** WhatsApp Cloud API (Meta). */
export const cloudApi: SandboxProvider = {
	id: 'cloudApi',
	prefix: '/cloud',
	routes: VERSIONS.flatMap((version): ProviderRoute[] => [
		{ method: 'POST', path: `${version}/:id/messages`, answer: markMessage },
		{ method: 'GET', path: `${version}/:id`, answer: readObject },
		{ method: 'GET', path: `${version}/:id/phone_numbers`, answer: listPhoneNumbers },
	]),
	unknownPath: (call) => unknownPath(call.path),
	rateLimit: cloudApiRateLimit,
	webhooks: cloudApiWebhooks,
};
