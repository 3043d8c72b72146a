import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Call } from '../../nodes/WhatsAppMarkRead/providers/calls.ts';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { credentialOf } from '../helpers/credentials.js';
import { casesOf } from '../helpers/providerCases.mts';

/** A call with the request that makes it, or what the provider says of its calls. */
interface RequestCase {
	readonly says: string;
	/** Marks messages of the credential's account, unless it says otherwise. */
	readonly call?: Partial<Call>;
	/** POST, unless it says otherwise. */
	readonly method?: string;
	readonly url?: string;
	readonly body?: object | null;
	readonly traits?: Partial<Provider>;
}

describe.each(PROVIDERS)('A request to $displayName', (provider) => {
	const connection = provider.connect(credentialOf(provider.id).data);
	const { account } = connection;
	const request = (call: object) => provider.buildRequest(call as Call, connection);

	it.each(casesOf<RequestCase>(provider.id, 'requests.json'))(
		'$says',
		({ call, method = 'POST', url, body, traits = {} }) => {
			expect(provider).toMatchObject(traits);
			if (call === undefined) return;
			const marking = {
				kind: 'markMessages',
				account,
				chatId: null,
				sender: null,
				withTyping: false,
			};
			expect(request({ ...marking, ...call })).toEqual({ method, url, body });
		},
	);

	const possible = [...provider.operations, provider.typing === 'ownCall' ? 'showTyping' : null];
	const impossible = ['markChat', 'markChatUnread', 'showTyping'].filter(
		(kind) => !(possible as string[]).includes(kind),
	);
	if (impossible.length === 0) return;

	it.each(impossible)('is never %s', (kind) => {
		expect(() => request({ kind, account, chatId: '16505551234' })).toThrow(TypeError);
	});
});
