import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { kirim } from '../../../../../nodes/WhatsAppMarkRead/providers/kirim';

describe('The fields of Kirim.chat', () => {
	it('are those of the Cloud API', () => {
		expect(kirim.fields.map(({ displayName, name }) => [displayName, name])).toEqual([
			['Phone Number ID', 'phoneNumberId'],
			['Message ID', 'messageId'],
		]);
	});

	it('name the message to mark (seed 003)', () => {
		const messageId =
			'wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA';
		expect(kirim.readMessages({ phoneNumberId: '106540352242922', messageId })).toEqual([
			expect.objectContaining({ id: messageId, account: '106540352242922', chatId: null }),
		]);
	});

	it.each([
		['msg_01HXYZABCDEFGHJKMNPQRSTVWX'],
		['wbd_01HXYZABCDEFGHJKMNPQRSTVWX'],
		['evt_01HXYZABCDEFGHJKMNPQRSTVWX'],
	])("refuse Kirim's own id %s, which the call does not take", (messageId) => {
		expect(() => kirim.readMessages({ messageId })).toThrow(
			`'Message ID' holds "${messageId}", which is Kirim.chat's own id`,
		);
	});

	it('refuse an id of WAHA', () => {
		expect(() => kirim.readMessages({ messageId: 'false_447441429009@c.us_AAAA' })).toThrow(
			InvalidInput,
		);
	});

	it('are not asked for a whole chat, which the API cannot mark', () => {
		expect(kirim.operations).toEqual(['markMessage']);
		expect(kirim.readChat).toBeUndefined();
	});
});
