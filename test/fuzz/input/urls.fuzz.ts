import fc from 'fast-check';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { pathSegment, readBaseUrl } from '../../../nodes/WhatsAppMarkRead/credentialValues/baseUrl';
import { InvalidInput } from '../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { readMessageIds } from '../../../nodes/WhatsAppMarkRead/input/parameterValues';
import type { Call } from '../../../nodes/WhatsAppMarkRead/providers/calls';
import type { Provider } from '../../../nodes/WhatsAppMarkRead/providers/provider';
import { SECRET_FIELDS } from '../../../tools/credentialTypes';
import { credentialOf } from '../../helpers/credentials';
import { explainedOr } from '../harness/untouched';
import { anyJson } from '../values/hostileJson';
import { anyProvider } from '../values/providers';
import { wildOrHugeText, wildText } from '../values/wildText';

/** Visible ASCII without what ends a path: nothing that a URL parser or an HTTP client would read in another way. */
const PLAIN_URL = /^https?:\/\/[^\s/?#@\\]+(\/[!-~]*)?$/;

/** A base URL as people type it, or worse. */
function baseUrl(): fc.Arbitrary<string> {
	const host = fc.constantFrom('https://waha.example.com', 'http://localhost:3000', 'gw.example');
	return fc.oneof(
		wildText(),
		fc
			.tuple(host, fc.oneof(fc.constant(''), fc.webPath()), wildText())
			.map((parts) => parts.join('')),
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
	);
}

describe('The base URL of a credential', () => {
	it('is http(s) with nothing but host and path, or explained', () => {
		fc.assert(
			fc.property(baseUrl(), (text) => {
				const base = explainedOr(() => readBaseUrl(text));
				if (base instanceof InvalidInput) return;
				expect(base).toMatch(PLAIN_URL);
				expect(base).not.toMatch(/\/$|\/\/.*\/\//);
				expect(readBaseUrl(base)).toBe(base);
				expect(new URL(`${base}/v2/seen`).href).toBe(`${base}/v2/seen`);
			}),
		);
	});
});

describe('A name in a URL', () => {
	it('is one segment of the path, and read back as it was, or explained', () => {
		fc.assert(
			fc.property(wildOrHugeText(), (name) => {
				const segment = explainedOr(() => pathSegment(name, 'Instance'));
				if (segment instanceof InvalidInput) return;
				const url = new URL(`https://gw.example/api/${segment}/messages`);
				expect(url.href).toBe(`https://gw.example/api/${segment}/messages`);
				expect(url.pathname.split('/')).toHaveLength(4);
				expect(segment).toMatch(/^[!-~]+$/);
				expect(decodeURIComponent(segment)).toBe(name);
			}),
		);
	});
});

/** Which part of the URL is the account's, in a request for an account of this name. */
const PLACEHOLDER = '123456789012';

/** The same for the chat. */
const CHAT_PLACEHOLDER = 'placeOfTheChat';

/** What the provider can be asked for. */
function callsOf(provider: Provider, account: string, text: string): readonly Call[] {
	const receipt: Call = {
		kind: 'markMessages',
		account,
		chatId: text,
		sender: text,
		messageIds: [text],
		withTyping: true,
	};
	if (!provider.operations.includes('markChat')) return [receipt];
	return [
		receipt,
		{ kind: 'markChat', account, chatId: text, lastMessage: null },
		{ kind: 'markChatUnread', account, chatId: text, lastMessage: null },
		{ kind: 'showTyping', account, chatId: text },
	];
}

/** What stands in a URL in place of placeholders. Not every URL names the account, and not every text could be in one. */
function filledIn(url: string, account: string, chat: string): string {
	return url
		.replace(PLACEHOLDER, () => encodeURIComponent(account))
		.replace(CHAT_PLACEHOLDER, () => encodeURIComponent(chat));
}

describe('The request of any call', () => {
	it('keeps the origin of the credential and the fixed path around the account', () => {
		fc.assert(
			fc.property(
				anyProvider(),
				baseUrl(),
				wildOrHugeText(),
				wildText(),
				(sender, base, name, text) => {
					const credential = { ...credentialOf(sender.id).data, baseUrl: base };
					const connection = explainedOr(() => sender.connect(credential));
					const account = explainedOr(() => sender.parseAccount(name === '' ? null : name));
					if (connection instanceof InvalidInput || account instanceof InvalidInput) return;
					// The key alone decides it: no URL names it.
					if (account === null) return;
					const plain = callsOf(sender, PLACEHOLDER, CHAT_PLACEHOLDER);
					callsOf(sender, account, text).forEach((call, position) => {
						const request = explainedOr(() => sender.buildRequest(call, connection));
						if (request instanceof InvalidInput) return;
						const { url } = request;
						const expected = sender.buildRequest(plain[position] ?? call, connection).url;
						expect(url).toBe(filledIn(expected, account, text));
						expect(url).toMatch(PLAIN_URL);
						expect(new URL(url).href).toBe(url);
						expect(new URL(url).origin).toBe(new URL(connection.apiUrl).origin);
					});
				},
			),
		);
	});

	it('for a list of accounts keeps origin, path and the names of the query, whatever the cursor', () => {
		fc.assert(
			fc.property(
				anyProvider(({ accountDirectory }) => accountDirectory !== undefined),
				wildText(),
				fc.string({ unit: 'binary' }),
				({ id, accountDirectory }, businessAccountId, cursor) => {
					const { data } = credentialOf(id);
					const credential = { ...data, businessAccountId };
					const text = explainedOr(() => accountDirectory?.url(credential, cursor) ?? '');
					if (text instanceof InvalidInput) return;
					const url = new URL(text);
					const plain = new URL(
						accountDirectory?.url({ ...data, businessAccountId: PLACEHOLDER }, '1') ?? '',
					);
					const own = plain.pathname.split('/');
					expect(url.href).toMatch(/^[!-~]+$/);
					expect(url.origin).toBe(new URL(String(data.baseUrl)).origin);
					expect(url.hash).toBe('');
					expect(
						url.pathname.split('/').map((part, at) => (own[at] === PLACEHOLDER ? own[at] : part)),
					).toEqual(own);
					expect([...url.searchParams.keys()]).toEqual([...plain.searchParams.keys()]);
				},
			),
		);
	});

	it('carries headers that hold visible characters alone, whatever the credential and the message', async () => {
		await fc.assert(
			fc.asyncProperty(
				anyProvider(),
				wildText(),
				wildText(),
				async ({ id, connect }, secret, text) => {
					const { type, data } = credentialOf(id);
					const credential: ICredentialDataDecryptedObject = { ...data, instance: text };
					for (const { name } of SECRET_FIELDS) {
						if (name in data) credential[name] = secret;
					}
					if (explainedOr(() => connect(credential)) instanceof InvalidInput) return;
					if (typeof type.authenticate !== 'function') throw new Error('No function to call');
					const body = { messageId: text };
					const { headers = {} } = await type.authenticate(credential, { url: '', body });
					for (const [name, value] of Object.entries(headers)) {
						expect(name).toMatch(/^[A-Za-z0-9-]+$/);
						expect(String(value)).toMatch(/^[ -~]*$/);
					}
				},
			),
		);
	});
});

describe('Message ids of a field', () => {
	it('hold neither control characters nor white space, and are each given once', () => {
		fc.assert(
			fc.property(fc.oneof(wildOrHugeText(), fc.array(wildText()), anyJson()), (value) => {
				const ids = explainedOr(() => readMessageIds(value, 'Message ID'));
				if (ids instanceof InvalidInput) return;
				expect(ids.length).toBeGreaterThan(0);
				expect(new Set(ids).size).toBe(ids.length);
				for (const id of ids) {
					expect(id).toMatch(/^[^\s\p{C}]{1,512}$/u);
					expect(id).not.toBe('null');
				}
			}),
		);
	});
});
