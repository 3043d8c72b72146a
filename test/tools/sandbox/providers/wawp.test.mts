import { ACCOUNT, TROUBLE } from '../../../../tools/sandbox/providers/wawp/credential.mts';
import { startSandbox, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { postJson, postText } from '../apiClient.mts';

const { instanceId, accessToken } = ACCOUNT;
const credentials = { instance_id: instanceId, access_token: accessToken };
/** The examples of Wawp's page "Mark message(s) as seen". */
const chatId = '447441429009@c.us';
const messageId = 'false_447441429009@c.us_AAAAAAAAAAAAAAAAAAAA';
const groupId = '120363123456789@g.us';
const author = '11111111111@c.us';

let sandbox: Sandbox;
let seen: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	seen = `${sandbox.url}/wawp/v2/send/seen`;
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	sandbox.reset();
	receive(messageId);
});

function receive(id: string, chat = chatId, sender = chat) {
	sandbox.memory.receive({
		provider: 'wawp',
		account: instanceId,
		chatId: chat,
		sender,
		isGroup: chat.endsWith('@g.us'),
		messageId: id,
		timestamp: 1_666_943_582,
	});
}

async function markSeen(body: object) {
	return await postJson(seen, { ...credentials, ...body });
}

const isRead = (id = messageId) => sandbox.memory.isRead('wawp', id);

describe('marking messages', () => {
	it('marks a direct message and answers next to nothing', async () => {
		const answer = await markSeen({ chatId, messageIds: [messageId] });
		expect(answer).toMatchObject({ status: 201, body: {} });
		expect(isRead()).toBe(true);
	});

	it('marks several messages in one call', async () => {
		const other = 'false_447441429009@c.us_BBBB';
		receive(other);
		await markSeen({ chatId, messageIds: [messageId, other] });
		expect([isRead(), isRead(other)]).toEqual([true, true]);
	});

	it('marks the whole chat when no ids are given', async () => {
		await markSeen({ chatId });
		expect(isRead()).toBe(true);
		expect(sandbox.memory.chatMark('wawp', chatId)).toMatchObject({ read: true });
	});

	it('skips own and unknown messages in silence', async () => {
		const messageIds = ['true_447441429009@c.us_OWN', 'false_447441429009@c.us_UNKNOWN'];
		expect((await markSeen({ chatId, messageIds })).status).toBe(201);
		expect(isRead()).toBe(false);
	});
});

describe('marking group messages', () => {
	const full = `false_${groupId}_CCCC_${author}`;
	const short = `false_${groupId}_CCCC`;

	beforeEach(() => receive(full, groupId, author));

	it('takes the author from the id', async () => {
		await markSeen({ chatId: groupId, messageIds: [full] });
		expect(isRead(full)).toBe(true);
	});

	it('takes the author from the participant', async () => {
		await markSeen({ chatId: groupId, messageIds: [short], participant: author });
		expect(isRead(full)).toBe(true);
	});

	it('accepts a call without the author, but the ticks stay grey', async () => {
		const answer = await markSeen({ chatId: groupId, messageIds: [short] });
		expect(answer.status).toBe(201);
		expect(isRead(full)).toBe(false);
	});

	it('accepts a wrong author, but the ticks stay grey', async () => {
		await markSeen({ chatId: groupId, messageIds: [full], participant: '22222222222@c.us' });
		expect(isRead(full)).toBe(false);
	});
});

describe('refusing messages', () => {
	it('throws an engine error that echoes the request for a bare id', async () => {
		const answer = await markSeen({ chatId, messageIds: ['3EB08FCF27E532F1B0F5'] });
		expect(answer).toMatchObject({
			status: 500,
			body: {
				statusCode: 500,
				exception: { message: expect.stringContaining('3EB08FCF27E532F1B0F5') },
				request: { body: { chatId } },
			},
		});
	});

	it.each([
		['the text "null" as participant', { chatId: groupId, participant: 'null' }],
		['a participant in a direct chat', { chatId, participant: chatId }],
	])('throws an engine error for %s', async (_case, body) => {
		const answer = await markSeen({ ...body, messageIds: [messageId] });
		expect(answer).toMatchObject({ status: 500, body: { exception: expect.anything() } });
		expect(isRead()).toBe(false);
	});

	it.each([
		['no chat', {}, 'Missing Required Parameter(s): chatId'],
		['bare digits', { chatId: '447441429009' }, 'Invalid Number (Unknown)'],
		["Baileys' suffix", { chatId: '447441429009@s.whatsapp.net' }, 'Invalid Number (Unknown)'],
		['an Egyptian number too short', { chatId: '20100123@c.us' }, 'Invalid Number (Egypt)'],
		['a Saudi number too short', { chatId: '96650123@c.us' }, 'Invalid Number (Saudi Arabia)'],
	])('refuses %s with 400', async (_case, body, message) => {
		const answer = await markSeen({ ...body, messageIds: [messageId] });
		expect(answer).toMatchObject({
			status: 400,
			body: { status: 400, message, error: 'Bad Request' },
		});
	});

	it.each([[messageId], [[]], [[1]]])('refuses %j as message ids', async (messageIds) => {
		expect((await markSeen({ chatId, messageIds })).status).toBe(400);
		expect(isRead()).toBe(false);
	});
});

describe('authentication', () => {
	const body = { chatId, messageIds: [messageId] };

	it.each([
		['without credentials', {}],
		['with a wrong token', { instance_id: instanceId, access_token: 'wrong' }],
		['without the instance id', { access_token: accessToken }],
	])('refuses a call %s with 401', async (_case, given) => {
		expect((await postJson(seen, { ...given, ...body })).status).toBe(401);
		expect(isRead()).toBe(false);
	});

	const inQuery = { ...credentials, instance_id: TROUBLE.queryInstanceId };
	const query = (values: Record<string, string>) => `?${new URLSearchParams(values).toString()}`;

	it.each([
		['in the body, with the header access-token', 201, '', credentials],
		['in the query instead of the body', 401, query(credentials), {}],
		['in the query and in the body', 401, query(credentials), credentials],
		['in the query, where the instance takes them there', 201, query(inQuery), {}],
		['in the body, where the instance takes the query', 401, '', inQuery],
		['in both, where the instance takes the query', 401, query(inQuery), inQuery],
	])('given %s, the credentials lead to %i', async (_case, status, path, values) => {
		const header = { 'access-token': accessToken };
		expect((await postJson(`${seen}${path}`, { ...values, ...body }, header)).status).toBe(status);
	});

	it('may find them in the query of a post without a body, as the test of a credential is', async () => {
		const url = `${sandbox.url}/wawp/v2/session/info${query(inQuery)}`;
		expect((await postText(url, 'application/json', '')).status).toBe(200);
	});

	it('keeps the token out of what it remembers, wherever it came', async () => {
		await postJson(`${seen}${query(credentials)}`, body, { 'access-token': 'some-other-token' });
		expect(JSON.stringify(sandbox.memory.requests)).not.toMatch(
			new RegExp(`${accessToken}|some-other-token`),
		);
	});

	it('refuses a form with 401', async () => {
		const form = new URLSearchParams({ ...credentials, chatId }).toString();
		const answer = await postText(seen, 'application/x-www-form-urlencoded', form);
		expect(answer.status).toBe(401);
	});

	it('refuses an unknown instance with 404', async () => {
		expect(await markSeen({ ...body, instance_id: 'NOBODY' })).toMatchObject({
			status: 404,
			body: { code: 'invalid_session' },
		});
	});

	it('refuses a session that is not at work with 422', async () => {
		const instance_id = TROUBLE.stoppedInstanceId;
		expect(await markSeen({ ...body, instance_id })).toMatchObject({
			status: 422,
			body: { status: 'SCAN_QR_CODE', expected: ['WORKING'] },
		});
	});
});

describe('chats, typing and the session', () => {
	it('marks a chat unread', async () => {
		const url = `${sandbox.url}/wawp/v2/chats/unread`;
		expect((await postJson(url, { ...credentials, chatId })).status).toBe(201);
		expect(sandbox.memory.chatMark('wawp', chatId)).toMatchObject({ read: false });
	});

	it('starts typing', async () => {
		const url = `${sandbox.url}/wawp/v2/send/start-typing`;
		expect((await postJson(url, { ...credentials, chatId })).status).toBe(201);
		expect(sandbox.memory.typing).toMatchObject([{ chatId, seconds: null }]);
	});

	it('shows the session for the credential test, whatever its status', async () => {
		const url = `${sandbox.url}/wawp/v2/session/info`;
		expect(await postJson(url, credentials)).toMatchObject({
			status: 200,
			body: { name: instanceId, status: 'WORKING', me: { id: expect.any(String) } },
		});
		const instance_id = TROUBLE.stoppedInstanceId;
		expect(await postJson(url, { ...credentials, instance_id })).toMatchObject({
			status: 200,
			body: { status: 'SCAN_QR_CODE', me: null },
		});
	});

	it('answers an unknown path in its own error shape', async () => {
		expect(await postJson(`${sandbox.url}/wawp/v2/nowhere`, credentials)).toMatchObject({
			status: 404,
			body: { status: 404, error: 'Not Found' },
		});
	});
});

describe('limits and switches', () => {
	it('has the documented limit', () => {
		expect(standInOf('wawp').rateLimit.documented).toEqual(null);
	});

	it('says in its own words that the account is disconnected, and the token bad', () => {
		expect(standInOf('wawp').disconnected()).toMatchObject({
			status: 422,
			body: { status: 'SCAN_QR_CODE', expected: ['WORKING'] },
		});
		expect(standInOf('wawp').badToken()).toMatchObject({
			status: 401,
			body: { message: 'Invalid or Missing Access Token' },
		});
	});
});
