import { META_KINDS, metaWebhook } from '../meta/metaWebhook.mts';
import type { WebhookRules } from '../standIn.mts';
import { ACCOUNT } from './credential.mts';

const NUMBER = {
	businessAccountId: ACCOUNT.businessAccountId,
	displayPhoneNumber: '15550253483',
};

/** Meta's webhooks (docs/providers/cloudApi.md, "Webhook"). */
export const cloudApiWebhooks: WebhookRules = {
	layouts: { plain: META_KINDS },
	build: (order) => metaWebhook(order, NUMBER),
};
