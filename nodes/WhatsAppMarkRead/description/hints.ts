import type { NodeHint } from 'n8n-workflow';

import type { Provider } from '../providers/provider';

const TICKS_HELP =
	'https://github.com/n8n-nodes-whatsapp-mark-read/n8n-nodes-whatsapp-mark-read#the-api-says-success-but-there-are-no-blue-ticks';

/**
 * The notes beside the output, never more than two at once.
 *
 * n8n's editor works out `displayCondition` with the node's parameters. It must come to true or false, and must not touch
 * `$input`: that throws as long as nothing has run.
 */
export function hints(providers: readonly Provider[]): NodeHint[] {
	const offering = providers
		.filter(({ latestOnlyDefault }) => latestOnlyDefault !== null)
		.map(({ id }) => id);
	return [
		accepted('webhook', "'Read receipts' is off in the privacy settings of your WhatsApp account"),
		accepted(
			'fields',
			"'Read receipts' is off in the privacy settings of your WhatsApp account, the ID is not that of a received message, or a group message lacks its sender",
		),
		{
			type: 'info',
			location: 'outputPane',
			whenToDisplay: 'always',
			displayCondition: `={{ $parameter.source === "webhook" && ${JSON.stringify(offering)}.includes($parameter.provider) && $parameter.options?.latestOnly === true }}`,
			message:
				"'Only the Latest Message' is on: each direct chat gets one read receipt, for its newest message. WhatsApp marks the earlier ones with it; their items carry 'coveredBy'.",
		},
	];
}

/**
 * An acceptance is all that a provider can tell (docs/providers/README.md, "Success means accepted"): what to check when
 * the sender's phone does not show it.
 */
function accepted(source: 'webhook' | 'fields', usualReasons: string): NodeHint {
	return {
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'afterExecution',
		displayCondition: `={{ $parameter.source === "${source}" && $parameter.operation !== "markChatUnread" }}`,
		message: `When the status is "read", the provider has accepted the read receipt. If the ticks stay grey on the sender's phone all the same, the usual reason is: ${usualReasons}. <a href="${TICKS_HELP}" target="_blank">More</a>`,
	};
}
