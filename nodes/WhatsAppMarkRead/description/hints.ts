import type { NodeHint } from 'n8n-workflow';

import type { Provider } from '../providers/provider';

const TICKS_HELP =
	'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read#the-api-says-success-but-there-are-no-blue-ticks';

/**
 * The hints beside the output; at most two show at once.
 *
 * n8n's editor evaluates `displayCondition` with the node's parameters. It must return true or false, and must not use
 * `$input`, which throws before the first run.
 */
export function hints(providers: readonly Provider[]): NodeHint[] {
	const withLatestOnly = providers
		.filter(({ latestOnlyDefault }) => latestOnlyDefault !== null)
		.map(({ id }) => id);
	return [
		accepted('webhook', "'Read receipts' is off in the privacy settings of your WhatsApp account"),
		accepted(
			'fields',
			"'Read receipts' is off in the privacy settings of your WhatsApp account, the ID does not belong to a received message, or the sender of a group message is missing",
		),
		{
			type: 'info',
			location: 'outputPane',
			whenToDisplay: 'always',
			displayCondition: `={{ $parameter.source === "webhook" && ${JSON.stringify(withLatestOnly)}.includes($parameter.provider) && $parameter.options?.latestOnly === true }}`,
			message:
				"'Only the Latest Message' is on: each direct chat gets one read receipt, for its newest message. WhatsApp marks the earlier messages as read too; their items have 'coveredBy'.",
		},
	];
}

/**
 * A provider can only say that it accepted a receipt (docs/providers/README.md, "Success means accepted"): what to check
 * if the ticks stay grey.
 */
function accepted(source: 'webhook' | 'fields', usualReasons: string): NodeHint {
	return {
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'afterExecution',
		displayCondition: `={{ $parameter.source === "${source}" && $parameter.operation !== "markChatUnread" }}`,
		message: `The status "read" means that the provider has accepted the read receipt. If the ticks stay grey on the sender's phone, the usual reason is: ${usualReasons}. <a href="${TICKS_HELP}" target="_blank">More</a>`,
	};
}
