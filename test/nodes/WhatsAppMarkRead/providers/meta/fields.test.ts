import { readMetaFields } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/fields';

const WAMID = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';

describe("The fields of a receipt in Meta's format", () => {
	it('are the phone number id and the message id; the chat stays unknown', () => {
		expect(readMetaFields({ phoneNumberId: '106540352242922', messageId: WAMID })).toEqual([
			{
				id: WAMID,
				account: '106540352242922',
				chatId: null,
				sender: null,
				isGroup: false,
				timestamp: null,
			},
		]);
	});

	it('may leave the phone number id to the credential', () => {
		expect(readMetaFields({ phoneNumberId: '', messageId: WAMID })[0]?.account).toBeNull();
	});

	it('may hold several message ids', () => {
		const messages = readMetaFields({ messageId: ['wamid.FIRST', 'wamid.SECOND,wamid.THIRD'] });
		expect(messages.map(({ id }) => id)).toEqual(['wamid.FIRST', 'wamid.SECOND', 'wamid.THIRD']);
	});

	it('refuse an id of WAHA among several', () => {
		const messageId = `${WAMID},false_447441429009@c.us_AAAA`;
		expect(() => readMetaFields({ messageId })).toThrow(
			'\'Message ID\' holds "false_447441429009@c.us_AAAA", which is a message ID of a phone linked by QR code',
		);
	});
});
