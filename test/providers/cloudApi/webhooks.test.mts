import { cloudApi } from '../../../nodes/WhatsAppMarkRead/providers/cloudApi/index.ts';

describe('A webhook of WhatsApp Cloud API', () => {
	it('may hold 1,000 updates, all of which are read', () => {
		const messages = Array.from({ length: 1000 }, (_, index) => ({ id: `wamid.${index}` }));
		const value = { messaging_product: 'whatsapp', metadata: {}, messages };
		const entry = [{ changes: [{ field: 'messages', value }] }];

		const reading = cloudApi.readWebhook({ object: 'whatsapp_business_account', entry });

		expect(reading?.messages).toHaveLength(1000);
	});
});
