import {
	isWamid,
	looksSerialized,
	parseSerializedId,
	serializeId,
} from '../../../../nodes/WhatsAppMarkRead/whatsapp/messageId';

describe('A serialized message id', () => {
	const direct = { fromMe: false, chatId: '447441429009@c.us', bareId: 'AAAA', author: null };

	it.each([
		['direction, chat and bare id', 'false_447441429009@c.us_AAAA', direct],
		[
			'the author in groups',
			'false_120363123456789@g.us_AAAA_447441429009@c.us',
			{ ...direct, chatId: '120363123456789@g.us', author: '447441429009@c.us' },
		],
		['true_ for an own message', 'true_447441429009@c.us_AAAA', { ...direct, fromMe: true }],
		[
			'no author where a direction word stands in its place',
			'true_447441429009@c.us_AAAA_out',
			{ ...direct, fromMe: true },
		],
	])('holds %s', (_, text, parts) => {
		expect(parseSerializedId(text)).toEqual(parts);
	});

	it.each([
		['a bare id', '3EB08FCF27E532F1B0F5'],
		['a wamid', 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA'],
		['an id without a chat', 'false_AAAA'],
		['an id without the bare id', 'false_447441429009@c.us'],
		['an id with five parts', 'false_1@g.us_AAAA_2@c.us_BBBB'],
		['an id behind other text', 'xfalse_447441429009@c.us_AAAA'],
		['nothing', ''],
	])('is not %s', (_, text) => {
		expect(parseSerializedId(text)).toBeNull();
	});

	it('is distinguished from a hostile text of any length at once', () => {
		expect(parseSerializedId(`false_${'@'.repeat(1_000_000)}`)).toBeNull();
		expect(parseSerializedId(`false_${'a@'.repeat(500_000)}`)).toBeNull();
	});

	it('is built from chat and bare id', () => {
		expect(serializeId('447441429009@c.us', 'AAAA', null)).toBe('false_447441429009@c.us_AAAA');
	});

	it('is built with the author in groups', () => {
		expect(serializeId('120363123456789@g.us', 'AAAA', '447441429009@c.us')).toBe(
			'false_120363123456789@g.us_AAAA_447441429009@c.us',
		);
	});
});

describe('The form of a message id', () => {
	it.each([
		['wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA', { wamid: true, waha: false }],
		['false_447441429009@c.us_AAAA', { wamid: false, waha: true }],
		['true_447441429009@c.us_AAAA', { wamid: false, waha: true }],
		['3EB08FCF27E532F1B0F5', { wamid: false, waha: false }],
		['ABGGFlA5Fpa', { wamid: false, waha: false }],
	])('%s shows where it is from', (id, { wamid, waha }) => {
		expect([isWamid(id), looksSerialized(id)]).toEqual([wamid, waha]);
	});
});
