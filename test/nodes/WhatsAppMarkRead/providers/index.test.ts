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

	it('show each field for themselves alone, and only under "Define Below"', () => {
		for (const { id, fields } of PROVIDERS) {
			for (const { displayOptions } of fields) {
				expect(displayOptions?.show).toMatchObject({ provider: [id], source: ['fields'] });
			}
		}
	});

	it('ask for a sender in groups only', () => {
		const senders = PROVIDERS.flatMap(({ fields }) =>
			fields.filter(({ name }) => name === 'sender'),
		);
		expect(senders.map(({ displayOptions }) => displayOptions?.show?.chatType)).toEqual([
			['group'],
			['group'],
		]);
	});
});
