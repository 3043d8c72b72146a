import nock from 'nock';

import { searchAccounts } from '../../nodes/WhatsAppMarkRead/n8n/searchAccounts.ts';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { AccountDirectory } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { answered } from '../helpers/responses.ts';
import { credentialOf } from '../helpers/credentials.js';
import { useFakeNetwork } from '../helpers/fakeNetwork.ts';
import { loadOptionsContext } from '../helpers/loadOptions.ts';
import { casesOf } from '../helpers/providerCases.mts';
import { refusalOf } from '../helpers/refusalOf.ts';

/** The address of a page of the list, or what a page holds. */
interface AccountsCase {
	readonly says: string;
	readonly credential?: object;
	readonly cursor?: string;
	readonly url?: string;
	readonly error?: string;
	/** HTTP 200, unless it says otherwise. */
	readonly status?: number;
	readonly body?: unknown;
	readonly page?: ReturnType<AccountDirectory['read']>;
}

useFakeNetwork();

const LISTING = PROVIDERS.flatMap(({ id, displayName, accountDirectory }) =>
	accountDirectory === undefined ? [] : [{ id, displayName, directory: accountDirectory }],
);

describe.each(LISTING)('The list of accounts of $displayName', ({ id, directory }) => {
	const credential = credentialOf(id);
	const { data } = credential;

	it.each(casesOf<AccountsCase>(id, 'accounts.json'))('$says', (given) => {
		const { credential, cursor = null, url, error, status = 200, body, page } = given;
		const address = () => directory.url({ ...data, ...credential }, cursor);

		if (error !== undefined) expect(refusalOf(address)?.message).toBe(error);
		else if (url !== undefined) expect(address()).toBe(url);
		else expect(directory.read(answered(status, body))).toMatchObject(page ?? {});
	});

	it.each(casesOf<AccountsCase>(id, 'accounts.json').filter(({ page }) => page !== undefined))(
		'$says, in the dropdown of n8n',
		async ({ cursor, status = 200, body, page }) => {
			const { origin, pathname, search } = new URL(directory.url(data, cursor ?? null));
			nock(origin)
				.get(`${pathname}${search}`)
				.reply(status, body as nock.Body);

			const shown = searchAccounts(
				loadOptionsContext({ provider: id }, credential),
				PROVIDERS,
				'',
				cursor,
			);

			if (page?.kind === 'accounts') {
				await expect(shown).resolves.toEqual({
					results: page.accounts.map((account) => ({ name: account.name, value: account.id })),
					paginationToken: page.next ?? undefined,
				});
			} else {
				await expect(shown).rejects.toMatchObject({
					name: 'NodeOperationError',
					description: expect.stringContaining(`HTTP ${status}, code ${page?.code}`) as string,
				});
			}
		},
	);
});
