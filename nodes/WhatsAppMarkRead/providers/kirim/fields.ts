import { InvalidInput, shown } from '../../input/invalidInput';
import { readMetaFields } from '../meta/fields';
import type { InboundMessage } from '../messages';
import type { FieldValues, ProviderField } from '../provider';

/** The parameters that show for Kirim.chat under *Define Below*. */
export const KIRIM_FIELDS: readonly ProviderField[] = [
	{
		name: 'phoneNumberId',
		description:
			'Your WhatsApp number that received the message. Left empty, the one in the credential is used. The list shows the numbers that are connected in Kirim.chat.',
	},
	{
		name: 'messageId',
		placeholder:
			'e.g. wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA',
		description:
			'The ID of a received message: the one in the webhook that starts with "wamid.". For several messages separate the IDs by commas, or give a list by an expression.',
	},
];

/** Reads the fields as Meta's, except that Kirim's internal ids are errors (docs/providers/kirim.md, "Message ids"). */
export function readKirimFields(fields: FieldValues): readonly InboundMessage[] {
	const messages = readMetaFields(fields);
	const internal = messages.find(({ id }) => /^(msg|wbd|evt)_/.test(id));
	if (internal === undefined) return messages;
	throw new InvalidInput(
		`'Message ID' holds ${shown(internal.id)}, which is an internal ID of Kirim.chat`,
		'Use the ID of the same message that starts with "wamid.".',
	);
}
