import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Connection } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { credentialOf } from '../helpers/credentials.js';
import { casesOf } from '../helpers/providerCases.mts';
import { refusalOf } from '../helpers/refusalOf.ts';

/** What stands in a credential instead of the test credential's values, or the account of a call; else the error they meet. */
interface ConnectionCase {
	readonly says: string;
	readonly credential?: Readonly<Record<string, string>>;
	readonly connection?: Partial<Connection>;
	readonly account?: string | null;
	readonly error?: string;
}

describe.each(PROVIDERS)('The credential of $displayName', (provider) => {
	const { data } = credentialOf(provider.id);
	const connect = (credential: object) => provider.connect({ ...data, ...credential });

	it.each(casesOf<ConnectionCase>(provider.id, 'connection.json'))(
		'$says',
		({ credential, connection, account = null, error }) => {
			const read = () => (credential ? connect(credential) : provider.parseAccount(account));

			if (error !== undefined) expect(refusalOf(read)?.message).toBe(error);
			else if (credential === undefined) expect(read()).toBe(account);
			else expect(read()).toMatchObject(connection ?? {});
		},
	);

	it.each(['', 'ftp://example.com', 'https://a:b@example.com', 'https://example.com?token=x'])(
		'refuses the base URL "%s"',
		(baseUrl) => {
			expect(refusalOf(() => connect({ baseUrl }))).not.toBeNull();
		},
	);
});
