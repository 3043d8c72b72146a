import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';

useFakeNetwork();

const PARAMETERS = {
	source: 'fields',
	chatId: '={{ $json.from }}',
	messageId: '={{ $json.id }}',
};

describe('Many items whose ids come from expressions', () => {
	it('come out in the order of the input, each paired to its own', async () => {
		nock(PLAIN_URL).post('/markMessages').times(120).reply(200, {});
		const items = Array.from({ length: 120 }, (_, n) => ({ from: 'anna', id: `ID${n}` }));

		const { output } = await runPlain({ parameters: PARAMETERS, items });

		expect(output[0]?.map(({ json, pairedItem }) => [json.messageIds, pairedItem])).toEqual(
			Array.from({ length: 120 }, (_, n) => [[`ID${n}`], { item: n }]),
		);
	});

	it('cost one call for a message that is among them twice, however far apart', async () => {
		nock(PLAIN_URL)
			.post('/markMessages', ({ messageIds }) => String(messageIds) === 'SAME')
			.reply(200, {});
		const items = Array.from({ length: 120 }, () => ({ from: 'anna', id: 'SAME' }));

		const { output } = await runPlain({ parameters: PARAMETERS, items });

		expect(output[0]).toHaveLength(120);
	});
});
