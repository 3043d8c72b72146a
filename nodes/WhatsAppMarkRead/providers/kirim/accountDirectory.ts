import type { AccountDirectory } from '../provider';
import { listAt, property, textAt } from '../../input/untrustedJson';
import { readKirimResponse } from './response';
import { kirimUrl } from './connection';

/** `GET {base}/accounts?status=connected` → `{data:[{phone_number_id|null,phone_number,name,status}],has_more,next_cursor}`. */
export const kirimDirectory: AccountDirectory = {
	url(credential, cursor) {
		// Kirim documents `next_cursor` in the answer; that the query takes it as `cursor` is inferred from it.
		const after = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		return `${kirimUrl(credential)}/accounts?status=connected${after}`;
	},
	read(response) {
		const verdict = readKirimResponse(response);
		if (verdict.kind === 'error') return verdict;
		return {
			kind: 'accounts',
			accounts: listAt(response.json, 'data').flatMap((number) => {
				const id = textAt(number, 'phone_number_id');
				const names = [textAt(number, 'phone_number'), textAt(number, 'name')];
				return id === null ? [] : [{ id, name: names.filter(Boolean).join(' · ') || id }];
			}),
			next:
				property(response.json, 'has_more') === true ? textAt(response.json, 'next_cursor') : null,
		};
	},
};
