import {
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	startSandbox,
	type Sandbox,
} from '../../../../tools/sandbox/index.mts';
import { maskSecrets, maskText } from '../../../../tools/sandbox/memory/secretMask.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { SECRET_FIELDS } from '../../../../tools/credentialTypes.js';
import { get, postJson, postText, sendJson } from '../apiClient.mts';
import { OTHER_PROVIDER, postReceipt, PROVIDER, receiveMessage } from '../receipt.mts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

it.each(PROVIDER_IDS)('remembers a call to %s with its answer', async (provider) => {
	const { path, method = 'POST', body } = standInOf(provider).receipt('an-id');
	const answer = await sendJson(`${sandbox.url}${standInOf(provider).basePath}${path}?a=b`, {
		method,
		body: body ?? {},
		headers: { authorization: 'Bearer wrong' },
	});
	expect(sandbox.memory.requests).toMatchObject([
		{
			provider,
			method,
			path: maskText(`${standInOf(provider).basePath}${path}`),
			query: { a: 'b' },
			headers: { authorization: '[masked]', 'content-type': 'application/json' },
			status: answer.status,
			response: maskSecrets(answer.body),
		},
	]);
});

it('remembers refused calls and unknown paths too', async () => {
	const { path, body } = standInOf(PROVIDER).receipt('an-id');
	await postJson(`${sandbox.url}${standInOf(PROVIDER).basePath}${path}`, body);
	await get(`${sandbox.url}${standInOf(OTHER_PROVIDER).basePath}/no/where`);
	expect(sandbox.memory.requests.map(({ provider, status }) => [provider, status])).toEqual([
		[PROVIDER, 401],
		[OTHER_PROVIDER, 404],
	]);
});

it.each(PROVIDER_IDS)(
	'keeps no secret sent to %s, wherever it was sent or echoed',
	async (provider) => {
		await postReceipt(sandbox, provider, receiveMessage(sandbox, provider));
		await postReceipt(sandbox, provider, 'no-such-id');
		const base = `${sandbox.url}${standInOf(provider).basePath}`;
		for (const secret of SANDBOX_SECRETS) {
			await get(`${base}/${secret}?q=${secret}`, { 'x-any': secret });
			const url = `${base}${standInOf(provider).receipt('an-id').path}`;
			await postJson(url, { any: [secret] });
			await postText(url, 'application/x-www-form-urlencoded', `any=${secret}`);
			await postText(url, 'text/plain', secret);
			await postText(url, 'application/json', `{"any":"${secret}"`);
		}

		const remembered = JSON.stringify(sandbox.memory.snapshot());
		expect(sandbox.memory.requests).toHaveLength(2 + 5 * SANDBOX_SECRETS.length);
		expect(SANDBOX_SECRETS.filter((secret) => remembered.includes(secret))).toEqual([]);
	},
);

it.each(SECRET_FIELDS.map(({ name }) => name))(
	'masks a credential it does not know by the name it stands under: %s, however that is written',
	async (name) => {
		const written = [name, name.replace(/[A-Z]/g, '_$&').toLowerCase(), `x-${name}`];
		const body = Object.fromEntries(written.map((field) => [field, 'example-of-a-stranger']));
		await postJson(`${sandbox.url}${standInOf(PROVIDER).basePath}/no/where`, body);
		const masked = Object.fromEntries(written.map((field) => [field, '[masked]']));
		expect(sandbox.memory.requests).toMatchObject([{ body: masked }]);
	},
);
