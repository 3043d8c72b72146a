import {
	areDifferent,
	formatJid,
	isStatusBroadcast,
	onPersonServer,
	parseJid,
} from '../../../../nodes/WhatsAppMarkRead/whatsapp/jid';

describe('A JID', () => {
	it.each([
		['a person, as whatsmeow writes it', '5511999999999@s.whatsapp.net', 's.whatsapp.net'],
		['a person, as WhatsApp Web writes it', '5511999999999@c.us', 'c.us'],
		['a LID', '5511999999999@lid', 'lid'],
		['a group', '5511999999999@g.us', 'g.us'],
		['a newsletter', '5511999999999@newsletter', 'newsletter'],
		['a broadcast list', '5511999999999@broadcast', 'broadcast'],
	])('names %s', (_, text, server) => {
		expect(parseJid(text)).toEqual({ user: '5511999999999', server });
	});

	const person = '5511999999999';
	it.each([
		['of an old group holds a hyphen', '551199-1419878123@g.us', '551199-1419878123', 'g.us'],
		['of one device keeps the device', `${person}:12@lid`, `${person}:12`, 'lid'],
		['may have its server in capitals', '120363123456789@G.US', '120363123456789', 'g.us'],
		['may hold any common writing', '+55 11 99999-9999@c.us', person, 'c.us'],
		['is a phone number when there is no server', '+55 11 99999-9999', person, null],
	])('%s', (_, text, user, server) => {
		expect(parseJid(text)).toEqual({ user, server });
	});

	it.each([
		['nothing', ''],
		['a server alone', '@c.us'],
		['a user without a server', '5511999999999@'],
		['a mail address', 'maria@example.com'],
		['another server', '5511999999999@whatsapp.net'],
		['a name', 'Maria'],
		['a group named by a phone number with spaces', '55 11@g.us'],
		['a path', '../../settings@c.us'],
		['two lines', '5511999999999\n@g.us'],
		['a serialized message id', 'false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA'],
	])('is not made out of %s', (_, text) => {
		expect(parseJid(text)).toBeNull();
	});
});

describe('A JID written as text', () => {
	it('is user@server', () => {
		expect(formatJid({ user: '5511999999999', server: 'c.us' })).toBe('5511999999999@c.us');
	});

	it('is the number alone when there is no server', () => {
		expect(formatJid({ user: '5511999999999', server: null })).toBe('5511999999999');
	});
});

describe('Putting an address on the server a provider writes', () => {
	it.each([
		['5511999999999', '5511999999999@c.us'],
		['5511999999999@s.whatsapp.net', '5511999999999@c.us'],
		['5511999999999@c.us', '5511999999999@c.us'],
	])('moves the person %s to %s', (text, moved) => {
		const jid = parseJid(text);
		expect(jid && formatJid(onPersonServer(jid, 'c.us'))).toBe(moved);
	});

	it.each([['123456789012345@lid'], ['120363123456789@g.us'], ['120363123456789@newsletter']])(
		'leaves %s alone: no phone number can be made out of it',
		(text) => {
			const jid = parseJid(text);
			expect(jid && formatJid(onPersonServer(jid, 's.whatsapp.net'))).toBe(text);
		},
	);
});

describe('Two addresses', () => {
	const different = (one: string, other: string) => {
		const [first, second] = [parseJid(one), parseJid(other)];
		return first !== null && second !== null && areDifferent(first, second);
	};

	it.each([
		['a person on both servers', '5511999999999@c.us', '5511999999999@s.whatsapp.net'],
		['a person without a server', '+55 11 99999-9999', '5511999999999@c.us'],
		['a person with agent and device', '5511999999999.0:12@s.whatsapp.net', '5511999999999@c.us'],
		['a LID with a device', '123456789012345:2@lid', '123456789012345@lid'],
		['a person by number and by LID', '5511999999999@c.us', '123456789012345@lid'],
		['a Brazilian without the ninth digit', '551199999999@c.us', '5511999999999'],
		['a Mexican with the digit for mobiles', '5215512345678@c.us', '525512345678'],
		['an Argentinian with the digit for mobiles', '5491123456789@c.us', '541123456789'],
	])('may be the same: %s', (_, one, other) => {
		expect(different(one, other)).toBe(false);
	});

	it.each([
		['people', '5511999999999@c.us', '5511999999998@s.whatsapp.net'],
		['people of countries with a digit too few', '447441429009', '4474414290091'],
		['LIDs', '123456789012345@lid', '123456789012346@lid'],
		['groups', '120363123456789@g.us', '120363123456780@g.us'],
		['a group and a person', '120363123456789@g.us', '5511999999999@c.us'],
		['a group and a LID', '123456789012345@lid', '123456789012345@g.us'],
		['old groups of one founder', '5511999999999-1488@g.us', '5511999999999-1489@g.us'],
	])('are different: %s', (_, one, other) => {
		expect(different(one, other)).toBe(true);
	});
});

describe('Status updates ("stories")', () => {
	it('are posted at status@broadcast', () => {
		expect(isStatusBroadcast('status@broadcast')).toBe(true);
		expect(isStatusBroadcast(' Status@broadcast\n')).toBe(true);
	});

	it('are not the messages of another broadcast list', () => {
		expect(isStatusBroadcast('1419878123@broadcast')).toBe(false);
	});
});
