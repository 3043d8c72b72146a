import { markPath, readMarkCall, refusalOf } from '../../../../e2e/bench/target/provider-calls.mts';
import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers/index.ts';
import { standInOf } from '../../../../sandbox/providers/index.mts';

describe.each(PROVIDERS)('a call of $displayName as the providers’ side reads it', (provider) => {
	const { accepted, receipt } = standInOf(provider.id);
	const { headers, body } = receipt('an-id');
	const path = markPath(provider.id);

	it('is authenticated by its secret, and names the message', () => {
		expect(readMarkCall({ path, headers, body })).toMatchObject({
			isAuthenticated: true,
			messageIds: ['an-id'],
		});
	});

	it('is not authenticated without its secret', () => {
		expect(readMarkCall({ path, headers: {}, body: {} })?.isAuthenticated).toBe(false);
	});

	it('gets the responses of the provider, which the node takes for what they are', () => {
		const call = readMarkCall({ path, headers, body });

		expect(call?.accepted.status).toBe(accepted(body).status);
		expect(kindOf(call?.accepted)).toBe('accepted');
		expect(kindOf(call?.refusal)).toBe('error');
	});

	function kindOf({ status = 0, body: json }: Partial<ReturnType<typeof accepted>> = {}) {
		return provider.readResponse({ status, headers: {}, json, text: '', isPage: false }).kind;
	}
});

describe('a call as the providers’ side reads it', () => {
	it.each(PROVIDERS.filter(({ idsPerCall }) => idsPerCall === 'many'))(
		'may name several messages of $displayName at once',
		({ id }) => {
			const { headers, body } = standInOf(id).receipt('an-id');
			const several = Object.entries(body).map(([name, value]) =>
				Array.isArray(value) ? [name, ['one', 'two']] : [name, value],
			);

			expect(
				readMarkCall({ path: markPath(id), headers, body: Object.fromEntries(several) }),
			).toMatchObject({ isAuthenticated: true, messageIds: ['one', 'two'] });
		},
	);

	it('is refused by the Cloud API as Meta refuses, with HTTP 400', () => {
		expect(refusalOf('cloudApi')).toMatchObject({ status: 400, body: { error: { code: 130429 } } });
	});

	it('is nobody’s on another path', () => {
		expect(readMarkCall({ path: '/other', headers: {}, body: {} })).toBeNull();
	});
});
