import { InvalidInput, shown } from '../../input/invalidInput';
import type { InboundMessage } from '../messages';
import { isWamid, looksSerialized } from '../../whatsapp/messageId';

/**
 * Refuses ids that are plainly of another world than Meta's; anything else is left to the provider's own judgement,
 * since test webhooks of Meta's dashboard carry ids without the `wamid.` prefix (`docs/providers/cloudApi.md`, "Webhook").
 *
 * @throws InvalidInput for ids in WAHA's form
 */
export function refuseForeignIds(ids: readonly string[], label: string): void {
	const foreign = ids.find(looksSerialized);
	if (foreign === undefined) return;
	throw new InvalidInput(
		`'${label}' holds ${shown(foreign)}, which is a message ID of a phone linked by QR code`,
		'Choose the provider that delivered the message under \'Provider\'. Here a message ID starts with "wamid.".',
	);
}

/** Test webhooks of Meta's dashboard carry ids such as `ABGGFlA5Fpa`: worth a word, no reason to refuse (`docs/providers/cloudApi.md`, "Webhook"). */
export function hintAboutMetaId({ id }: Pick<InboundMessage, 'id'>): string | null {
	if (isWamid(id)) return null;
	return 'A message ID does not start with "wamid.": test webhooks of the Meta dashboard carry such IDs, and no ticks can turn blue for them.';
}
