import { ACCOUNT, TROUBLE } from '../../../../tools/sandbox/providers/kirim/credential.mts';
import { startSandbox, type Sandbox } from '../../../../tools/sandbox/index.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { get, postJson, postText } from '../apiClient.mts';

const { apiKey, phoneNumberId } = ACCOUNT;
const authorization = { authorization: `Bearer ${apiKey}` };
const now = Math.floor(Date.now() / 1000);
/** The example id of Kirim's page "Mark messages as read". */
const wamid = 'wamid.HBgNNjI4MTIzNDU2Nzg5FQIAEhggMUE5MDM1QzVDMUYxQTAyRkVCNzZDQjVDMjFFRDQzNTUA';
const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: wamid };

let sandbox: Sandbox;
let base: string;
let messages: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	base = `${sandbox.url}/kirim/v1`;
	messages = `${base}/${phoneNumberId}/messages`;
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	sandbox.reset();
	receive(wamid);
});

function receive(messageId: string, timestamp = now) {
	sandbox.memory.receive({
		provider: 'kirim',
		account: phoneNumberId,
		chatId: '6281234567899',
		sender: '6281234567899',
		isGroup: false,
		messageId,
		timestamp,
	});
}

function error(code: string) {
	const request_id = expect.stringMatching(/^req_/);
	return { error: expect.objectContaining({ code, request_id, message: expect.any(String) }) };
}

describe('marking a message', () => {
	it("answers the document's shape with the request id in body and header", async () => {
		const answer = await postJson(messages, receipt, authorization);
		expect(answer).toMatchObject({
			status: 200,
			body: {
				data: {
					id: expect.stringMatching(/^msg_[0-9A-Z]{26}$/),
					object: 'message',
					status: 'read',
					message_id: wamid,
				},
				request_id: answer.headers.get('x-request-id'),
			},
		});
		expect(sandbox.memory.isRead('kirim', wamid)).toBe(true);
	});

	it('flips only the named message, not the earlier ones', async () => {
		receive('wamid.earlier', now - 60);
		await postJson(messages, receipt, authorization);
		expect(sandbox.memory.isRead('kirim', 'wamid.earlier')).toBe(false);
	});

	it('answers the same data for a message that is already read', async () => {
		const first = await postJson(messages, receipt, authorization);
		const second = await postJson(messages, receipt, authorization);
		expect(second.status).toBe(200);
		expect((second.body as { data: unknown }).data).toEqual((first.body as { data: unknown }).data);
	});

	it('shows typing with the receipt, and not when the message was read before', async () => {
		const body = { ...receipt, typing_indicator: { type: 'text' } };
		await postJson(messages, body, authorization);
		await postJson(messages, body, authorization);
		expect(sandbox.memory.typing).toHaveLength(1);
	});
});

describe('refusing a message', () => {
	it.each([
		['an unknown wamid', () => 'wamid.unknown', 404, 'resource_not_found'],
		['a wamid of its own', () => own('wamid.own'), 400, 'invalid_field_value'],
		["Kirim's own message id", () => 'msg_01HXYZABCDEFGHJKMNPQRSTVWX', 400, 'invalid_field_value'],
		['a message past 7 days', () => old('wamid.old'), 502, 'whatsapp_upstream_error'],
	])('refuses %s', async (_case, messageId, status, code) => {
		const body = { ...receipt, message_id: messageId() };
		const answer = await postJson(messages, body, authorization);
		expect(answer).toMatchObject({ status, body: error(code) });
	});

	function own(id: string): string {
		sandbox.memory.rememberOwn('kirim', id);
		return id;
	}

	function old(id: string): string {
		receive(id, now - 8 * 86_400);
		return id;
	}

	it.each([
		[
			'a missing field',
			{ messaging_product: 'whatsapp', status: 'read' },
			'missing_required_field',
		],
		['a wrong field', { ...receipt, status: 'seen' }, 'invalid_field_value'],
		['an unknown field', { ...receipt, sender: '1' }, 'invalid_request'],
	])('refuses %s with 400', async (_case, body, code) => {
		const answer = await postJson(messages, body, authorization);
		expect(answer).toMatchObject({ status: 400, body: error(code) });
	});

	it('refuses a body that is no JSON', async () => {
		const answer = await postText(messages, 'application/json', '{"status":', authorization);
		expect(answer).toMatchObject({ status: 400, body: error('invalid_request') });
	});
});

describe('authentication', () => {
	it.each([
		['no key', {}, 'invalid_api_key'],
		["another product's key", { authorization: 'Bearer kc_live_x' }, 'invalid_api_key'],
		['an expired key', { authorization: `Bearer ${TROUBLE.expiredApiKey}` }, 'expired_api_key'],
	])('refuses %s with 401', async (_case, headers, code) => {
		const answer = await postJson(messages, receipt, headers);
		expect(answer).toMatchObject({ status: 401, body: error(code) });
		expect(sandbox.memory.isRead('kirim', wamid)).toBe(false);
	});

	it.each([
		['one that is no number', '12ab', 400, 'invalid_phone_number'],
		['an unknown one', '123456789', 404, 'resource_not_found'],
		["another organisation's", TROUBLE.forbiddenPhoneNumberId, 403, 'phone_number_forbidden'],
		['a disconnected one', TROUBLE.disconnectedPhoneNumberId, 422, 'account_not_connected'],
	])('refuses a phone number id: %s', async (_case, id, status, code) => {
		const answer = await postJson(`${base}/${id}/messages`, receipt, authorization);
		expect(answer).toMatchObject({ status, body: error(code) });
	});
});

describe('reading the account', () => {
	it('shows the organisation for the credential test, the key by its last four only', async () => {
		const answer = await get(`${base}/me`, authorization);
		expect(answer).toMatchObject({
			status: 200,
			body: {
				data: {
					api_key: { last4: apiKey.slice(-4) },
					rate_limits: { tier: 'free', write_per_minute: 60 },
				},
			},
		});
		expect(JSON.stringify(answer.body)).not.toContain(apiKey);
		expect((await get(`${base}/me`)).status).toBe(401);
	});

	it('lists the connected numbers, one of them still without an id', async () => {
		const answer = await get(`${base}/accounts?status=connected`, authorization);
		expect(answer).toMatchObject({
			status: 200,
			body: {
				data: [
					{ phone_number_id: phoneNumberId, status: 'connected' },
					{ phone_number_id: '209870352242966' },
					{ phone_number_id: null },
				],
				has_more: false,
				next_cursor: null,
			},
		});
	});

	it('answers an unknown path in its own error shape', async () => {
		const answer = await get(`${base}/nowhere`, authorization);
		expect(answer).toMatchObject({ status: 404, body: error('resource_not_found') });
	});
});

describe('limits and switches', () => {
	it('has the documented limit', () => {
		expect(standInOf('kirim').rateLimit.documented).toEqual({ requests: 60, windowMs: 60_000 });
	});

	it('refuses with 429 and Retry-After; reading costs nothing', async () => {
		const rateLimits = { kirim: { requests: 1, windowMs: 60_000 } };
		const limited = await startSandbox({ rateLimits });
		const url = `${limited.url}/kirim/v1`;
		const mark = async () => await postJson(`${url}/${phoneNumberId}/messages`, {}, authorization);
		await mark();
		const answer = await mark();
		expect(answer).toMatchObject({ status: 429, body: { error: { code: 'rate_limit_exceeded' } } });
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await get(`${url}/me`, authorization)).status).toBe(200);
		await limited.close();
	});

	it('says in its own words that the account is disconnected, and the token bad', () => {
		expect(standInOf('kirim').disconnected()).toMatchObject({
			status: 422,
			body: { error: { code: 'account_not_connected' } },
		});
		expect(standInOf('kirim').badToken()).toMatchObject({
			status: 401,
			body: { error: { code: 'invalid_api_key' } },
		});
	});

	it('has a key of the documented form', () => {
		expect(ACCOUNT.apiKey).toMatch(/^kdv_live_.{24}$/);
	});
});
