import { InvalidInput, shown } from '../../input/invalidInput';
import { readMessageIds, readText } from '../../input/parameterValues';
import { isWamid, looksSerialized } from '../../whatsapp/messageId';
import type { InboundMessage } from '../messages';
import type { FieldValues } from '../provider';

/** Meta's id of a business phone number: digits, not the phone number itself (docs/providers/cloudApi.md, "Requests"). */
const PHONE_NUMBER_ID = /^\d{6,20}$/;

/**
 * Reads *Phone Number ID* and *Message ID*, all that a read receipt in Meta's format needs. The chat stays unknown.
 * Any id is accepted but that of a phone linked by QR code: test webhooks of Meta's dashboard carry ids without the
 * `wamid.` prefix (docs/providers/cloudApi.md, "Webhook").
 *
 * @throws InvalidInput naming the field that cannot be used
 */
export function readMetaFields(fields: FieldValues): readonly InboundMessage[] {
	const account = readText(fields.phoneNumberId, 'Phone Number ID');
	return readMessageIds(fields.messageId, 'Message ID').map((id) => {
		if (looksSerialized(id)) {
			throw new InvalidInput(
				`'Message ID' holds ${shown(id)}, which is a message ID of a phone linked by QR code`,
				'Choose the provider that delivered the message under \'Provider\'. Here a message ID starts with "wamid.".',
			);
		}
		return { id, account, chatId: null, sender: null, isGroup: false, timestamp: null };
	});
}

/** A hint for ids that Meta's API accepts without effect: those of the dashboard's test webhooks, e.g. `ABGGFlA5Fpa`. */
export function hintAboutMetaId({ id }: Pick<InboundMessage, 'id'>): string | null {
	if (isWamid(id)) return null;
	return 'A message ID does not start with "wamid.": test webhooks of the Meta dashboard carry such IDs, and no ticks can turn blue for them.';
}

/**
 * Checks a phone number id, wherever it came from.
 *
 * @throws InvalidInput when there is none, or it is not 6 to 20 digits
 */
export function parsePhoneNumberId(given: string | null): string {
	if (given === null) {
		throw new InvalidInput(
			"'Phone Number ID' is missing",
			'Neither the webhook, the node nor the credential names your number. Choose the number in the node, or enter its ID in the credential.',
		);
	}
	if (!PHONE_NUMBER_ID.test(given)) {
		throw new InvalidInput(
			`'Phone Number ID' is ${shown(given)}, but a phone number ID has 6 to 20 digits`,
			'It is not the phone number itself: copy the "Phone number ID" from the API setup page of your WhatsApp account.',
		);
	}
	return given;
}
