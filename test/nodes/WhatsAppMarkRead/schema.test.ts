import nock from 'nock';

import markChat from '../../../nodes/WhatsAppMarkRead/__schema__/v1.0.0/markChat.json';
import markChatUnread from '../../../nodes/WhatsAppMarkRead/__schema__/v1.0.0/markChatUnread.json';
import markMessage from '../../../nodes/WhatsAppMarkRead/__schema__/v1.0.0/markMessage.json';
import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';

useFakeNetwork();

/** The type of a value as JSON Schema names it. */
function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

describe('The output that n8n previews before the first run', () => {
	it.each([
		['markMessage', markMessage, { messageId: '3EB08FCF27E532F1B0F5' }],
		['markChat', markChat, {}],
		['markChatUnread', markChatUnread, {}],
	])('has the keys and types that %s really gives', async (operation, schema, fields) => {
		nock(PLAIN_URL).post(/./).reply(200, {});
		const { output } = await runPlain({
			parameters: { operation, source: 'fields', chatId: 'anna', ...fields },
		});

		const receipt = output[0]?.[0]?.json ?? {};
		expect(Object.keys(schema.properties)).toEqual(Object.keys(receipt));
		for (const [key, { type }] of Object.entries(schema.properties)) {
			expect([type].flat()).toContain(typeOf(receipt[key]));
		}
	});
});
