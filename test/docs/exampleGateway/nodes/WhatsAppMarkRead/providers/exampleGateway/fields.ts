import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';
import { readMessageIds } from '../../input/parameterValues';

/** The fields that Example Gateway takes under *Define Below*. */
export const EXAMPLE_GATEWAY_FIELDS: readonly ProviderField[] = [
	{
		name: 'messageId',
		placeholder: 'e.g. EG.1a2b3c4d',
		description:
			'The ID of the received message, from the webhook. Several IDs are separated by commas, or given as a list by an expression.',
	},
];

/** The call takes the message id alone: the chat stays unknown. */
export function readExampleGatewayFields(fields: FieldValues): readonly InboundMessage[] {
	return readMessageIds(fields.messageId, 'Message ID').map((id) => ({
		id,
		account: null,
		chatId: null,
		sender: null,
		isGroup: false,
		timestamp: null,
	}));
}
