import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers';
import type { Connection } from '../../nodes/WhatsAppMarkRead/providers/provider';
import { SECRET_FIELDS } from '../../tools/credentialTypes';
import { credentialOf } from '../helpers/credentials';
import { useFakeNetwork } from '../helpers/fakeNetwork';
import { testCredential } from '../helpers/testCredential';

useFakeNetwork();

const FIELDS = SECRET_FIELDS.map(
	(field) => [field.provider, field.name, field.displayName] as const,
);

function credentialWith(id: string, changes: object): ICredentialDataDecryptedObject {
	return { ...credentialOf(id).data, ...changes } as ICredentialDataDecryptedObject;
}

/** What the node makes of the credential. */
function connected(id: string, changes: object): Connection {
	const provider = PROVIDERS.find((candidate) => candidate.id === id);
	if (provider === undefined) throw new TypeError(`No provider ${id}`);
	return provider.connect(credentialWith(id, changes));
}

/** What the credential makes of a request. */
async function authenticated(id: string, changes: object): Promise<IHttpRequestOptions> {
	const { authenticate } = credentialOf(id).type;
	if (typeof authenticate !== 'function') throw new TypeError('Not a function');
	const request = await authenticate(credentialWith(id, changes), { url: 'https://example.com/' });
	return asReceived(request);
}

/** User and password as the server reads them, one after the other: Basic authentication encodes both (RFC 7617). */
function asReceived(request: IHttpRequestOptions): IHttpRequestOptions {
	const decoded = (encoded: string) => Buffer.from(encoded, 'base64').toString().replace(':', '');
	const text = JSON.stringify(request).replace(/Basic ([\w+/=]+)/, (_, token: string) =>
		decoded(token),
	);
	return JSON.parse(text) as IHttpRequestOptions;
}

/** The JSON without empty texts: a header that holds nothing may be left out. */
function withoutEmpty(json: string): unknown {
	return JSON.parse(json, (_, value: unknown) => (value === '' ? undefined : value));
}

describe('A secret that is not filled in', () => {
	it.each(PROVIDERS)(
		'is sent as nothing, not as a word that means nothing, by $displayName',
		async ({ id }) => {
			const filledIn = { ...credentialOf(id).data };
			delete filledIn.baseUrl;
			const sent = Object.values(filledIn)
				.filter((value) => value !== '')
				.reduce<string>(
					(text, value) => text.split(String(value)).join(''),
					JSON.stringify(await authenticated(id, {})),
				);

			for (const value of [undefined, null, '', '  ']) {
				const empty = Object.fromEntries(Object.keys(filledIn).map((field) => [field, value]));
				const request = await authenticated(id, { ...empty, baseUrl: value });
				expect(withoutEmpty(JSON.stringify(request))).toEqual(withoutEmpty(sent));
			}
		},
	);
});

describe('A secret that was pasted with line breaks and spaces in it', () => {
	beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(1_739_321_024_000));
	afterEach(() => jest.restoreAllMocks());

	it.each(FIELDS)('is sent without them: %s, %s', async (id, field) => {
		const asMeant = await authenticated(id, { [field]: 'dummy-key-0001' });

		expect(await authenticated(id, { [field]: ' dummy-\r\nkey- 0001\n' })).toEqual(asMeant);
		expect(JSON.stringify(asMeant)).not.toMatch(/\s(?!dummy)/);
	});

	it.each(FIELDS)('is hidden as it is stored and as it is sent: %s, %s', (id, field) => {
		const { secrets } = connected(id, { [field]: 'dummy-\nkey-0001' });

		expect(secrets).toEqual(expect.arrayContaining(['dummy-\nkey-0001', 'dummy-key-0001']));
	});
});

describe('A secret that cannot be sent', () => {
	it.each(FIELDS)(
		'is refused by the test and by the node alike: %s, %s',
		async (id, field, label) => {
			const message = `'${label}' of the credential contains characters that cannot be sent`;
			const dots = { [field]: '••••••••' };

			expect(await testCredential(credentialOf(id).type, credentialWith(id, dots))).toEqual({
				status: 'Error',
				message,
			});
			expect(() => connected(id, dots)).toThrow(message);
		},
	);
});
