import type { ProviderField } from '../provider';

/** The parameters that show for Wawp under *Define Below*. */
export const WAWP_FIELDS: readonly ProviderField[] = [
	{
		name: 'chatId',
		placeholder: 'e.g. +44 7441 429009',
		description:
			"The chat of the message: in the webhook it is 'from' under 'payload'. A phone number with country code, or a JID, which ends in @c.us, @lid or @g.us (group).",
	},
	{
		name: 'messageIds',
		placeholder: 'e.g. false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA',
		description:
			"The IDs of received messages of the chat. The webhook has them under 'payload'. An entry may contain several IDs, separated by commas or as a list from an expression.",
	},
	{ name: 'chatType' },
	{
		name: 'sender',
		placeholder: 'e.g. 447441429009@c.us',
		description:
			"Who wrote the group messages: in the webhook it is 'participant' under 'payload'. Without it the ticks may stay grey. Leave it empty when the message IDs end with the author.",
	},
];
