import { readMessageIds, readText } from '../../input/parameterValues';
import type { InboundMessage } from '../messages';
import type { FieldValues } from '../provider';
import { refuseForeignIds } from './messageIds';

/** Reads *Phone Number ID* and *Message ID*, all that a receipt in Meta's format takes. The chat stays unknown. */
export function readMetaFields(fields: FieldValues): readonly InboundMessage[] {
	const account = readText(fields.phoneNumberId, 'Phone Number ID');
	const ids = readMessageIds(fields.messageId, 'Message ID');
	refuseForeignIds(ids, 'Message ID');
	return ids.map((id) => ({
		id,
		account,
		chatId: null,
		sender: null,
		isGroup: false,
		timestamp: null,
	}));
}
