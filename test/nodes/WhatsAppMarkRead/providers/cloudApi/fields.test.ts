import { InvalidInput } from '../../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import { cloudApi } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi';

describe('The fields of the WhatsApp Cloud API', () => {
	it('are "Phone Number ID" and "Message ID"', () => {
		expect(cloudApi.fields.map(({ displayName, name }) => [displayName, name])).toEqual([
			['Phone Number ID', 'phoneNumberId'],
			['Message ID', 'messageId'],
		]);
	});

	it('name the message to mark (seed 002)', () => {
		const messageId = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';
		expect(cloudApi.readMessages({ phoneNumberId: '106540352242922', messageId })).toEqual([
			expect.objectContaining({ id: messageId, account: '106540352242922', chatId: null }),
		]);
	});

	it.each([['false_447441429009@c.us_AAAA'], ['true_447441429009@c.us_AAAA']])(
		'refuse the id %s of WAHA',
		(messageId) => {
			expect(() => cloudApi.readMessages({ messageId })).toThrow(InvalidInput);
		},
	);

	it('take an id without the prefix wamid., as test webhooks carry it', () => {
		expect(cloudApi.readMessages({ messageId: 'ABGGFlA5Fpa' })).toHaveLength(1);
	});

	it('are not asked for a whole chat, which the API cannot mark', () => {
		expect(cloudApi.operations).toEqual(['markMessage']);
		expect(cloudApi.readChat).toBeUndefined();
	});
});
