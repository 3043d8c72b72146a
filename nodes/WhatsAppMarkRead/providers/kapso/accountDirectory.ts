import { property, textAt } from '../../input/untrustedJson';
import { readMetaError, readPhoneNumbers } from '../meta/response';
import type { AccountDirectory } from '../provider';
import { kapsoUrl } from './connection';

/**
 * `GET {base}/platform/v1/whatsapp/phone_numbers` → `{data:[{phone_number_id,display_phone_number,name,…}],meta:{page,total_pages,…}}`
 * (docs.kapso.ai, "List phone numbers"). That the query takes `page` is inferred from `meta.page`.
 */
export const kapsoDirectory: AccountDirectory = {
	url(credential, cursor) {
		const page = cursor === null ? '' : `?page=${encodeURIComponent(cursor)}`;
		return `${kapsoUrl(credential)}/platform/v1/whatsapp/phone_numbers${page}`;
	},
	read(response) {
		if (response.status !== 200) return readMetaError(response);
		const page = Number(textAt(response.json, 'meta', 'page') ?? 1);
		const pages = Number(textAt(response.json, 'meta', 'total_pages') ?? 1);
		return {
			kind: 'accounts',
			accounts: readPhoneNumbers(response, 'phone_number_id', ['display_phone_number', 'name']),
			next: Array.isArray(property(response.json, 'data')) && page < pages ? `${page + 1}` : null,
		};
	},
};
