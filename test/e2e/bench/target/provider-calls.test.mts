import { SANDBOX_ACCOUNTS } from '../../../../sandbox/index.mts';
import { markPath, readMarkCall } from '../../../../e2e/bench/target/provider-calls.mts';

describe('a call as the providers’ side reads it', () => {
	it('is RyzeAPI’s with its token in a header', () => {
		const call = readMarkCall({
			path: markPath('ryze'),
			headers: { token: SANDBOX_ACCOUNTS.ryze.token },
			body: { messageId: '3EB08FCF27E532F1B0F5', number: '5511999999999' },
		});
		expect(call).toMatchObject({
			isAuthenticated: true,
			messageIds: ['3EB08FCF27E532F1B0F5'],
			answer: { success: true, message_id: '3EB08FCF27E532F1B0F5' },
		});
	});

	it('is the Cloud API’s with its bearer token', () => {
		const call = readMarkCall({
			path: markPath('cloudApi'),
			headers: { authorization: `Bearer ${SANDBOX_ACCOUNTS.cloudApi.accessToken}` },
			body: { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.example' },
		});
		expect(call).toMatchObject({
			isAuthenticated: true,
			messageIds: ['wamid.example'],
			refusal: { status: 400, body: { error: { code: 130429 } } },
		});
	});

	it('is Wawp’s with several ids at once', () => {
		const call = readMarkCall({
			path: markPath('wawp'),
			headers: {},
			body: { access_token: SANDBOX_ACCOUNTS.wawp.accessToken, messageIds: ['one', 'two'] },
		});
		expect(call).toMatchObject({
			isAuthenticated: true,
			messageIds: ['one', 'two'],
			refusal: { status: 429 },
		});
	});

	it('is not authenticated without its secret', () => {
		const call = readMarkCall({ path: markPath('ryze'), headers: {}, body: {} });
		expect(call?.isAuthenticated).toBe(false);
	});

	it('is nobody’s on another path', () => {
		expect(readMarkCall({ path: '/ryze/api/chat/other', headers: {}, body: {} })).toBeNull();
	});
});
