import { ACCOUNT, TROUBLE } from '../../../../tools/sandbox/providers/ryze/credential.mts';
import { startSandbox, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { get, postJson, postText } from '../apiClient.mts';

const { token, instance } = ACCOUNT;
const headers = { token };
/** The examples of RyzeAPI's page "Mark message as read". */
const messageId = '3EB08FCF27E532F1B0F5';
const direct = { messageId, number: '5511999999999' };
const group = {
	messageId,
	number: '120363123456789@g.us',
	sender: '5511999999999@s.whatsapp.net',
};

let sandbox: Sandbox;
let api: string;

beforeAll(async () => {
	sandbox = await startSandbox({ rateLimits: 'none' });
	api = `${sandbox.url}/ryze/api`;
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

function receive(chatId: string, sender = chatId) {
	sandbox.memory.receive({
		provider: 'ryze',
		account: instance,
		chatId,
		sender,
		isGroup: chatId.endsWith('@g.us'),
		messageId,
		timestamp: 1_739_321_024,
	});
}

async function markRead(body: object, name: string = instance) {
	return await postJson(`${api}/chat/markRead/${encodeURIComponent(name)}`, body, headers);
}

function refusal(message: string) {
	return { success: false, error: { message } };
}

const isRead = () => sandbox.memory.isRead('ryze', messageId);

describe('marking a message', () => {
	it('marks a direct message and answers the resolved chat', async () => {
		receive('5511999999999@s.whatsapp.net');
		expect(await markRead(direct)).toMatchObject({
			status: 200,
			body: {
				success: true,
				message: 'Message marked as read successfully',
				message_id: messageId,
				chat_jid: '5511999999999@s.whatsapp.net',
			},
		});
		expect(isRead()).toBe(true);
	});

	it('marks a group message of the named author', async () => {
		receive(group.number, group.sender);
		expect(await markRead(group)).toMatchObject({ body: { chat_jid: group.number } });
		expect(isRead()).toBe(true);
	});

	it('accepts a wrong author, but the ticks stay grey', async () => {
		receive(group.number, group.sender);
		const answer = await markRead({ ...group, sender: '5511888888888@s.whatsapp.net' });
		expect(answer.status).toBe(200);
		expect(isRead()).toBe(false);
	});

	it('accepts an unknown id or another chat, but marks nothing', async () => {
		receive('5511999999999@s.whatsapp.net');
		expect((await markRead({ ...direct, messageId: 'UNKNOWN' })).status).toBe(200);
		expect((await markRead({ ...direct, number: '5511888888888' })).status).toBe(200);
		expect(isRead()).toBe(false);
	});

	it('takes a LID for what it is', async () => {
		receive('123456789012345@lid');
		const answer = await markRead({ messageId, number: '123456789012345@lid' });
		expect(answer).toMatchObject({ body: { chat_jid: '123456789012345@lid' } });
		expect(isRead()).toBe(true);
	});

	it('leaves the badge alone', async () => {
		receive('5511999999999@s.whatsapp.net');
		await markRead(direct);
		expect(sandbox.memory.chats).toEqual([]);
	});
});

describe('refusing a message', () => {
	it.each([
		['messageId is required', { number: '5511999999999' }],
		['Number is required', { messageId }],
		['sender is required for group messages', { messageId, number: group.number }],
	])('says "%s" with 400', async (message, body) => {
		expect(await markRead(body)).toMatchObject({ status: 400, body: refusal(message) });
	});

	it('asks for the instance name when the path has none', async () => {
		const answer = await postJson(`${api}/chat/markRead/`, direct, headers);
		expect(answer).toMatchObject({ status: 400, body: refusal('Instance name is required') });
	});

	it.each(['5511999999999@c.us', '+5511999999999', '55 11 99999-9999', 'somebody'])(
		'refuses the number "%s", which is none of the listed forms',
		async (number) => {
			expect(await markRead({ messageId, number })).toMatchObject({ status: 400 });
		},
	);

	it.each(['5511999999999', '5511999999999@c.us', group.number])(
		'refuses the sender "%s", which is no JID of a person',
		async (sender) => {
			expect(await markRead({ ...group, sender })).toMatchObject({ status: 400 });
		},
	);

	it('takes one id per call only', async () => {
		expect(await markRead({ ...direct, messageId: [messageId] })).toMatchObject({
			status: 400,
			body: refusal('Invalid request body: messageId must be a string'),
		});
	});

	it('refuses malformed JSON and forms', async () => {
		const url = `${api}/chat/markRead/${instance}`;
		expect(await postText(url, 'application/json', '{"messageId":', headers)).toMatchObject({
			status: 400,
			body: refusal('Invalid request body: malformed JSON'),
		});
		const form = 'application/x-www-form-urlencoded';
		expect((await postText(url, form, 'messageId=1', headers)).status).toBe(400);
	});
});

describe('authentication', () => {
	it('takes the token as a bearer too', async () => {
		const bearer = { authorization: `Bearer ${token}` };
		expect((await postJson(`${api}/chat/markRead/${instance}`, direct, bearer)).status).toBe(200);
	});

	it('refuses a wrong or missing token with 401', async () => {
		const url = `${api}/chat/markRead/${instance}`;
		expect(await postJson(url, direct, { token: 'wrong' })).toMatchObject({
			status: 401,
			body: refusal('Invalid token'),
		});
		expect((await postJson(url, direct)).status).toBe(401);
	});

	it.each([
		['an unknown instance', 'nowhere', 404, 'Instance not found'],
		['an instance in other letters', instance.toUpperCase(), 404, 'Instance not found'],
		["somebody else's instance", TROUBLE.foreignInstance, 403, 'Token does not own this instance'],
		[
			'a disconnected instance',
			TROUBLE.disconnectedInstance,
			503,
			'Instance is not connected to WhatsApp',
		],
	])('refuses %s', async (_case, name, status, message) => {
		expect(await markRead(direct, name)).toMatchObject({ status, body: refusal(message) });
	});

	it('reads an instance name that tries to leave its path segment as a name', async () => {
		const answer = await markRead(direct, '../markChatRead/support');
		expect(answer).toMatchObject({ status: 404, body: refusal('Instance not found') });
	});
});

describe('chats and typing', () => {
	const number = '5511999999999@s.whatsapp.net';

	it('marks a whole chat read', async () => {
		receive(number);
		const url = `${api}/chat/markChatRead/${instance}`;
		expect(await postJson(url, { number, read: true }, headers)).toMatchObject({
			status: 200,
			body: { success: true, chat_jid: number, read: true },
		});
		expect(isRead()).toBe(true);
		expect(sandbox.memory.chatMark('ryze', number)).toMatchObject({ read: true });
	});

	it('marks a chat unread without taking blue ticks back', async () => {
		receive(number);
		await markRead(direct);
		const url = `${api}/chat/markChatRead/${instance}`;
		expect((await postJson(url, { number, read: false }, headers)).status).toBe(200);
		expect(sandbox.memory.chatMark('ryze', number)).toMatchObject({ read: false });
		expect(isRead()).toBe(true);
	});

	it('wants "read" to be true or false', async () => {
		const url = `${api}/chat/markChatRead/${instance}`;
		expect((await postJson(url, { number, read: 'true' }, headers)).status).toBe(400);
	});

	it('shows typing for as long as asked', async () => {
		const url = `${api}/chat/presence/${instance}`;
		const body = { number, state: 'typing', duration: 25 };
		expect(await postJson(url, body, headers)).toMatchObject({ status: 200 });
		expect(sandbox.memory.typing).toMatchObject([{ chatId: number, seconds: 25 }]);
	});

	it.each([61, 0, '25'])('refuses a typing duration of %p', async (duration) => {
		const url = `${api}/chat/presence/${instance}`;
		const body = { number, state: 'typing', duration };
		expect((await postJson(url, body, headers)).status).toBe(400);
	});
});

describe('reading the account', () => {
	const ofInstance = { token: TROUBLE.instanceToken };
	const { disconnectedInstance, foreignInstance } = TROUBLE;

	it('lists the instance asked for with the token of the account', async () => {
		const list = async (name: string) =>
			await get(`${api}/instance/list?instanceName=${name}`, headers);

		expect(await list(instance)).toMatchObject({
			status: 200,
			body: { success: true, instances: [{ name: instance, connection: { state: 'connected' } }] },
		});
		expect(await list(disconnectedInstance)).toMatchObject({
			body: { instances: [{ connection: { state: 'disconnected' } }] },
		});
		expect((await list('nowhere')).status).toBe(404);
		expect((await list(foreignInstance)).status).toBe(403);
	});

	it.each([instance, 'nowhere', disconnectedInstance])(
		'lists the own instance with its token, whatever name is asked for: %s',
		async (name) => {
			expect(await get(`${api}/instance/list?instanceName=${name}`, ofInstance)).toMatchObject({
				status: 200,
				body: { success: true, instances: [{ name: instance }] },
			});
		},
	);

	it.each([
		[instance, headers, 200],
		[instance, ofInstance, 200],
		[disconnectedInstance, headers, 200],
		[disconnectedInstance, ofInstance, 403],
		[foreignInstance, headers, 403],
		['nowhere', headers, 404],
		['nowhere', ofInstance, 404],
		[instance, { token: 'wrong' }, 401],
	])('tells the settings of %s for %j: %i', async (name, given, status) => {
		const answer = await get(`${api}/instance/getSettings/${name}`, given);

		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject(
			status === 200 ? { success: true, settings: { ignoreStatus: false } } : { success: false },
		);
	});

	it('lists nothing for a wrong token', async () => {
		expect((await get(`${api}/instance/list`, { token: 'wrong' })).status).toBe(401);
	});

	it('answers /health to anybody', async () => {
		expect((await get(`${sandbox.url}/ryze/health`)).status).toBe(200);
	});

	it('answers an unknown path in its own error shape', async () => {
		expect(await get(`${api}/nowhere`, headers)).toMatchObject({
			status: 404,
			body: { success: false, error: { message: expect.any(String) } },
		});
	});
});

describe('limits and switches', () => {
	it('has the documented limit', () => {
		expect(standInOf('ryze').rateLimit.documented).toEqual({ requests: 100, windowMs: 60_000 });
	});

	it('refuses with 429 and its own text, without Retry-After', async () => {
		const limited = await startSandbox({ rateLimits: { ryze: { requests: 1, windowMs: 60_000 } } });
		const url = `${limited.url}/ryze/api/chat/markRead/${instance}`;
		await postJson(url, direct, headers);
		const answer = await postJson(url, direct, headers);
		expect(answer).toMatchObject({
			status: 429,
			body: refusal('Rate limit exceeded. Try again later.'),
		});
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
		expect(answer.headers.has('retry-after')).toBe(false);
		await limited.close();
	});

	it('says in its own words that the account is disconnected, and the token bad', () => {
		expect(standInOf('ryze').disconnected()).toMatchObject({
			status: 503,
			body: { error: { message: 'Instance is not connected to WhatsApp' } },
		});
		expect(standInOf('ryze').badToken()).toMatchObject({
			status: 401,
			body: { error: { message: 'Invalid token' } },
		});
	});
});
