import { createHmac } from 'node:crypto';
import { ACCOUNT, TROUBLE } from '../../../../tools/sandbox/providers/cloudApi/credential.mts';
import { startSandbox, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { get, postJson, postText } from '../apiClient.mts';

const { accessToken, appSecret, businessAccountId, phoneNumberId } = ACCOUNT;
const authorization = { authorization: `Bearer ${accessToken}` };
const now = Math.floor(Date.now() / 1000);
/** The example id of Meta's page "Mark messages as read". */
const wamid = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';
const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: wamid };

let sandbox: Sandbox;
let graph: string;
let messages: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	graph = `${sandbox.url}/cloud/v25.0`;
	messages = `${graph}/${phoneNumberId}/messages`;
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	sandbox.reset();
	receive(wamid);
});

function receive(messageId: string, timestamp = now, chatId = '16505551234', isGroup = false) {
	sandbox.memory.receive({
		provider: 'cloudApi',
		account: phoneNumberId,
		chatId,
		sender: '16505551234',
		isGroup,
		messageId,
		timestamp,
	});
}

function isRead(messageId: string): boolean {
	return sandbox.memory.isRead('cloudApi', messageId);
}

function error(fields: object) {
	return { error: expect.objectContaining({ fbtrace_id: expect.any(String), ...fields }) };
}

describe('marking a message', () => {
	it('answers the example of the documents and turns the ticks blue', async () => {
		const answer = await postJson(messages, receipt, authorization);
		expect(answer).toMatchObject({ status: 200, body: { success: true } });
		expect(isRead(wamid)).toBe(true);
	});

	it('works without a version in the path', async () => {
		const url = `${sandbox.url}/cloud/${phoneNumberId}/messages`;
		expect((await postJson(url, receipt, authorization)).status).toBe(200);
	});

	it('marks the earlier messages of the conversation too, and no later or foreign one', async () => {
		receive('wamid.earlier', now - 60);
		receive('wamid.later', now + 60);
		receive('wamid.elsewhere', now - 60, '16505559999');
		await postJson(messages, receipt, authorization);
		expect(
			['wamid.earlier', wamid, 'wamid.later', 'wamid.elsewhere'].map((id) => isRead(id)),
		).toEqual([true, true, false, false]);
	});

	it('marks within one second in the order of arrival', async () => {
		receive('wamid.sameSecond', now);
		await postJson(messages, receipt, authorization);
		expect(isRead('wamid.sameSecond')).toBe(false);
		await postJson(messages, { ...receipt, message_id: 'wamid.sameSecond' }, authorization);
		expect(isRead('wamid.sameSecond')).toBe(true);
	});

	it('marks only the named message of a group', async () => {
		receive('wamid.group1', now - 60, 'GROUP', true);
		receive('wamid.group2', now, 'GROUP', true);
		await postJson(messages, { ...receipt, message_id: 'wamid.group2' }, authorization);
		expect([isRead('wamid.group1'), isRead('wamid.group2')]).toEqual([false, true]);
	});

	it('shows the typing indicator when asked in the same call', async () => {
		const body = { ...receipt, typing_indicator: { type: 'text' } };
		expect((await postJson(messages, body, authorization)).status).toBe(200);
		expect(sandbox.memory.typing).toMatchObject([
			{ provider: 'cloudApi', chatId: '16505551234', messageId: wamid, seconds: 25 },
		]);
	});

	it('may be repeated', async () => {
		await postJson(messages, receipt, authorization);
		const { markedAt } = sandbox.memory.find('cloudApi', wamid) ?? {};
		expect((await postJson(messages, receipt, authorization)).status).toBe(200);
		expect(sandbox.memory.find('cloudApi', wamid)?.markedAt).toBe(markedAt);
	});
});

describe('refusing a message', () => {
	it.each([
		['an unknown id', () => 'wamid.unknown'],
		[
			'an outgoing message',
			() => (sandbox.memory.rememberOwn('cloudApi', 'wamid.own'), 'wamid.own'),
		],
		['a message older than 30 days', () => (receive('wamid.old', now - 31 * 86_400), 'wamid.old')],
	])('refuses %s with 131009', async (_case, messageId) => {
		const body = { ...receipt, message_id: messageId() };
		const answer = await postJson(messages, body, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 131009 }) });
	});

	it('refuses a message of another number of the account with 131009', async () => {
		const other = `${graph}/106540352242933/messages`;
		const answer = await postJson(other, receipt, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 131009 }) });
		expect(isRead(wamid)).toBe(false);
	});

	it.each(['messaging_product', 'status', 'message_id'])(
		'refuses a body without %s with 131008',
		async (field) => {
			const body = Object.fromEntries(Object.entries(receipt).filter(([name]) => name !== field));
			const answer = await postJson(messages, body, authorization);
			const error_data = { messaging_product: 'whatsapp', details: `${field} is required` };
			expect(answer).toMatchObject({ status: 400, body: error({ code: 131008, error_data }) });
		},
	);

	it('finds no field in a body that is no JSON', async () => {
		const form = 'application/x-www-form-urlencoded';
		const text = new URLSearchParams(receipt).toString();
		const answer = await postText(messages, form, text, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 131008 }) });
	});

	it.each([
		['status', 'delivered'],
		['messaging_product', 'telegram'],
		['message_id', ['wamid.A']],
		['typing_indicator', true],
	])('refuses a wrong %s with 131009', async (field, value) => {
		const answer = await postJson(messages, { ...receipt, [field]: value }, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 131009 }) });
		expect(isRead(wamid)).toBe(false);
	});

	it('refuses a field the documents do not have', async () => {
		const answer = await postJson(messages, { ...receipt, sender: '1' }, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 100 }) });
	});
});

describe('authentication', () => {
	it.each([
		['no token', {}, { code: 104 }],
		['a wrong token', { authorization: 'Bearer wrong' }, { code: 190 }],
		[
			'an expired token',
			{ authorization: `Bearer ${TROUBLE.expiredAccessToken}` },
			{ code: 190, error_subcode: 463 },
		],
	])('refuses %s with 401', async (_case, headers, fields) => {
		const answer = await postJson(messages, receipt, headers);
		expect(answer).toMatchObject({ status: 401, body: error(fields) });
		expect(isRead(wamid)).toBe(false);
	});

	it('refuses a phone number id the token does not reach with 100 and subcode 33', async () => {
		const answer = await postJson(`${graph}/999999999/messages`, receipt, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 100, error_subcode: 33 }) });
	});

	it.each([
		['takes a fresh proof of the app secret', appSecret, 0, 200],
		['refuses a proof of another secret', 'other', 0, 400],
		['refuses a proof older than five minutes', appSecret, 301, 400],
	])('%s', async (_case, secret, age, status) => {
		const time = String(Math.floor(Date.now() / 1000) - age);
		const proof = createHmac('sha256', secret).update(`${accessToken}|${time}`).digest('hex');
		const query = `appsecret_proof=${proof}&appsecret_time=${time}`;
		const answer = await postJson(`${messages}?${query}`, receipt, authorization);
		expect(answer.status).toBe(status);
	});
});

describe('reading the account', () => {
	it('shows the phone number for the credential test', async () => {
		const url = `${graph}/${phoneNumberId}?fields=id,display_phone_number,verified_name`;
		expect(await get(url, authorization)).toMatchObject({
			status: 200,
			body: {
				id: phoneNumberId,
				display_phone_number: '+1 555-025-3483',
				verified_name: 'Sandbox Support',
			},
		});
	});

	it('proves the token alone through "me"', async () => {
		expect((await get(`${graph}/me`, authorization)).status).toBe(200);
		expect((await get(`${graph}/me`, { authorization: 'Bearer wrong' })).status).toBe(401);
	});

	it('refuses a field the object does not have', async () => {
		const answer = await get(`${graph}/${phoneNumberId}?fields=nope`, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 100 }) });
	});

	it('lists the numbers of the business account', async () => {
		const answer = await get(`${graph}/${businessAccountId}/phone_numbers`, authorization);
		expect(answer).toMatchObject({
			status: 200,
			body: { data: [{ id: phoneNumberId }, { id: '106540352242933' }] },
		});
	});

	it('refuses another business account', async () => {
		const answer = await get(`${graph}/1/phone_numbers`, authorization);
		expect(answer).toMatchObject({ status: 400, body: error({ code: 100, error_subcode: 33 }) });
	});

	it('answers an unknown path in its own error shape', async () => {
		const answer = await get(`${graph}/a/b/c`, authorization);
		expect(answer).toMatchObject({ status: 404, body: error({ code: 2500 }) });
	});
});

describe('limits and switches', () => {
	it('has the documented limit', () => {
		expect(standInOf('cloudApi').rateLimit.documented).toEqual(null);
	});

	it('limits nothing unless told to, and then announces the minutes to wait', async () => {
		const limited = await startSandbox({
			rateLimits: { cloudApi: { requests: 1, windowMs: 60_000 } },
		});
		const url = `${limited.url}/cloud/v25.0/1/messages`;
		await postJson(url, {});
		const throttled = await postJson(url, {});
		expect(throttled).toMatchObject({ status: 400, body: { error: { code: 130429 } } });
		expect(throttled.headers.get('x-business-use-case-usage')).toContain(
			'"estimated_time_to_regain_access":1',
		);
		await limited.close();
	});

	it.each([
		[5_000, 1],
		[60_000, 1],
		[61_000, 2],
	])("with %i ms to wait shows Meta's code and announces %i whole minutes", (resetsIn, minutes) => {
		const { rateLimit } = standInOf('cloudApi');
		const state = { limit: 100, remaining: 0, resetsAt: 0, resetsIn, allowed: false };
		expect(rateLimit.headers(state)['X-Business-Use-Case-Usage']).toMatch(
			new RegExp(`"call_count":100.*"estimated_time_to_regain_access":${minutes}}`),
		);
		expect(rateLimit.error(state).body).toMatchObject({ error: { code: 130429 } });
	});

	it('says in its own words that the account is disconnected, and the token bad', () => {
		expect(standInOf('cloudApi').disconnected()).toMatchObject({
			status: 400,
			body: { error: { code: 133010 } },
		});
		expect(standInOf('cloudApi').badToken()).toMatchObject({
			status: 401,
			body: { error: { code: 190 } },
		});
	});
});
