import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers';

describe('The providers of the node', () => {
	it('are in the order of the dropdown', () => {
		expect(PROVIDERS.map(({ id, displayName }) => [id, displayName])).toEqual([
			['cloudApi', 'WhatsApp Cloud API'],
			['kirim', 'Kirim.chat'],
			['ryze', 'RyzeAPI'],
			['wawp', 'Wawp'],
		]);
	});

	it('have a credential type each, with the prefix of the package', () => {
		expect(PROVIDERS.map(({ credentialType }) => credentialType)).toEqual([
			'whatsAppMarkReadCloudApi',
			'whatsAppMarkReadKirimApi',
			'whatsAppMarkReadRyzeApi',
			'whatsAppMarkReadWawpApi',
		]);
	});

	it('mark messages; RyzeAPI and Wawp mark whole chats as well', () => {
		expect(PROVIDERS.map(({ id, operations }) => [id, operations])).toEqual([
			['cloudApi', ['markMessage']],
			['kirim', ['markMessage']],
			['ryze', ['markMessage', 'markChat', 'markChatUnread']],
			['wawp', ['markMessage', 'markChat', 'markChatUnread']],
		]);
	});
});
