import { SANDBOX_ACCOUNTS } from '../../accounts.mts';
import { META_KINDS, metaWebhook } from '../meta/metaWebhook.mts';
import type { BuiltWebhook, WebhookOrder, WebhookRules } from '../provider.mts';

const { phoneNumberId, businessAccountId } = SANDBOX_ACCOUNTS.cloudApi;

/** Meta's webhooks (cloud-api.md, "Webhook"). */
export const cloudApiWebhooks: WebhookRules = {
	layouts: { plain: META_KINDS },
	samples: {
		account: phoneNumberId,
		direct: '16505551234',
		group: 'Y2FwaV9ncm91cDoxMjAzNjM0MDQ2OTQyMzM4MjAZD',
		author: '16505551234',
	},
	build,
};

function build(order: WebhookOrder): BuiltWebhook {
	const number = { businessAccountId, displayPhoneNumber: '15550253483' };
	const { payload, messageId } = metaWebhook(order, number);
	const isMessage = order.kind === 'direct' || order.kind === 'group';
	const isOwn = order.kind === 'own' || order.kind === 'status';
	return {
		payload,
		headers: {},
		message: isMessage
			? {
					provider: 'cloudApi',
					account: order.account,
					chatId: order.chat,
					sender: order.sender,
					isGroup: order.kind === 'group',
					messageId,
					timestamp: order.timestamp,
				}
			: null,
		ownMessageId: isOwn ? messageId : null,
	};
}
