import { pathSegment } from '../../credentialValues/baseUrl';
import { InvalidInput } from '../../input/invalidInput';
import { asText, textAt } from '../../input/untrustedJson';
import { readMetaError, readPhoneNumbers } from '../meta/response';
import type { AccountDirectory } from '../provider';
import { cloudApiUrl } from './connection';

/**
 * `GET {base}/{version}/{waba_id}/phone_numbers` → `data[].{id,display_phone_number,verified_name}`.
 * The next page is asked for by `paging.cursors.after`, never by `paging.next`: that URL carries the access token.
 */
export const cloudApiDirectory: AccountDirectory = {
	url(credential, cursor) {
		const businessAccountId = asText(credential.businessAccountId);
		if (businessAccountId === null) {
			throw new InvalidInput(
				"The list needs 'WhatsApp Business Account ID' in the credential",
				"Add it to the credential, or choose 'By ID' and type the phone number ID.",
			);
		}
		const account = pathSegment(businessAccountId, 'WhatsApp Business Account ID');
		const after = cursor === null ? '' : `&after=${encodeURIComponent(cursor)}`;
		return `${cloudApiUrl(credential)}/${account}/phone_numbers?fields=id,display_phone_number,verified_name&limit=100${after}`;
	},
	read(response) {
		if (response.status !== 200) return readMetaError(response);
		const hasMore = textAt(response.json, 'paging', 'next') !== null;
		return {
			kind: 'accounts',
			accounts: readPhoneNumbers(response, 'id', ['display_phone_number', 'verified_name']),
			next: hasMore ? textAt(response.json, 'paging', 'cursors', 'after') : null,
		};
	},
};
