import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { runMarkRead } from '../../helpers/runMarkRead';

useFakeNetwork();

const PARAMETERS = {
	source: 'fields',
	chatId: '={{ $json.from }}',
	messageId: '={{ $json.id }}',
};

describe('Many items whose ids come from expressions', () => {
	it('come out in the order of the input, each paired to its own', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support')
			.times(120)
			.reply(200, { success: true });
		const items = Array.from({ length: 120 }, (_, n) => ({ from: '5511999999999', id: `ID${n}` }));

		const { output } = await runMarkRead({ provider: 'ryze', parameters: PARAMETERS, items });

		expect(output[0]?.map(({ json, pairedItem }) => [json.messageIds, pairedItem])).toEqual(
			Array.from({ length: 120 }, (_, n) => [[`ID${n}`], { item: n }]),
		);
	});

	it('cost one call for a message that is among them twice, however far apart', async () => {
		nock('https://ryzeapi.cloud')
			.post('/api/chat/markRead/support', { messageId: 'SAME', number: '5511999999999' })
			.reply(200, { success: true });
		const items = Array.from({ length: 120 }, () => ({ from: '5511999999999', id: 'SAME' }));

		const { output } = await runMarkRead({ provider: 'ryze', parameters: PARAMETERS, items });

		expect(output[0]).toHaveLength(120);
	});
});
