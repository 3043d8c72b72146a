import type { AccountDirectory } from '../provider';
import { listAt, property, textAt } from '../../input/untrustedJson';
import { readKirimAnswer } from './answer';
import { kirimUrl } from './connection';

/** `GET {base}/accounts?status=connected` → `{data:[{phone_number_id|null,phone_number,name,status}],has_more,next_cursor}`. */
export const kirimDirectory: AccountDirectory = {
	url(credential, cursor) {
		// Kirim documents `next_cursor` in the answer; that the query takes it as `cursor` is inferred from it.
		const after = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		return `${kirimUrl(credential)}/accounts?status=connected${after}`;
	},
	read(answer) {
		const verdict = readKirimAnswer(answer);
		if (verdict.kind === 'refused') return verdict;
		return {
			kind: 'accounts',
			accounts: listAt(answer.json, 'data').flatMap((number) => {
				const id = textAt(number, 'phone_number_id');
				const names = [textAt(number, 'phone_number'), textAt(number, 'name')];
				return id === null ? [] : [{ id, name: names.filter(Boolean).join(' · ') || id }];
			}),
			next: property(answer.json, 'has_more') === true ? textAt(answer.json, 'next_cursor') : null,
		};
	},
};
