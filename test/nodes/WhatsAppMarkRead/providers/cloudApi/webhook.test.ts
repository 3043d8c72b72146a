import textMessage from '../../../../fixtures/cloudApi/textMessage.json';
import triggerItemMessage from '../../../../fixtures/cloudApi/triggerItemMessage.json';
import passthroughWithKirimBlock from '../../../../fixtures/kirim/passthroughWithKirimBlock.json';
import { cloudApi } from '../../../../../nodes/WhatsAppMarkRead/providers/cloudApi';

describe('The webhook of the WhatsApp Cloud API', () => {
	it("is Meta's", () => {
		expect(cloudApi.readWebhook(textMessage.payload)?.messages).toEqual([
			expect.objectContaining({
				id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA',
				account: '106540352242922',
			}),
		]);
	});

	it("may come through n8n's WhatsApp Trigger", () => {
		expect(cloudApi.readWebhook(triggerItemMessage.payload)?.messages).toHaveLength(1);
	});

	it('is not the one that came through Kirim.chat: its message belongs to another app', () => {
		expect(cloudApi.readWebhook(passthroughWithKirimBlock.payload)).toBeNull();
	});
});
