import { listAt, textAt } from '../../input/untrustedJson';
import type { AccountDirectory } from '../provider';
import { wahaUrl } from './connection';
import { readWahaResponse } from './response';

/**
 * `GET {base}/api/sessions?all=true` → `[{name, status, me: {pushName}, config, …}]`, in one page. `config` holds the addresses and
 * keys of webhooks: nothing but these three values is read.
 */
export const wahaDirectory: AccountDirectory = {
	url: (credential) => `${wahaUrl(credential)}/api/sessions?all=true`,
	read(response) {
		const result = readWahaResponse(response);
		if (result.kind === 'error') return result;
		const accounts = listAt({ sessions: response.json }, 'sessions').flatMap((session) => {
			const id = textAt(session, 'name');
			const names = [id, textAt(session, 'me', 'pushName'), textAt(session, 'status')];
			return id === null ? [] : [{ id, name: names.filter(Boolean).join(' · ') }];
		});
		return { kind: 'accounts', accounts, next: null };
	},
};
