import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import { recordExchanges, type Exchange } from '../../../tools/live/exchanges.mts';
import { replacer } from '../../../tools/live/replacements.mts';
import { runLive } from '../../../tools/live/runLive.mts';
import { providerOf } from '../../../tools/providers.js';
import {
	buildWebhook,
	PROVIDER_IDS,
	SANDBOX_SECRETS,
	sandboxCredential,
	startSandbox,
	type ProviderId,
	type Sandbox,
} from '../../../tools/sandbox/index.mts';
import { credentialOf } from '../../helpers/credentials.js';
import type { ResponseCase, WebhookFile } from '../../helpers/providerCases.mts';
import { answered, readReceipt } from '../../helpers/responses.ts';
import { runMarkRead } from '../../helpers/runMarkRead.ts';
import { webhookItem } from '../../helpers/webhookItem.ts';

const TEXT = 'The parcel is with my neighbour';

interface Cases {
	readonly webhooks: readonly WebhookFile[];
	readonly requests: ReadonlyArray<Pick<Exchange, 'url' | 'body'>>;
	readonly responses: readonly ResponseCase[];
}

let sandbox: Sandbox;
let folder: string;
let printed: string;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'live-'));
	printed = '';
	jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
		printed += String(text);
		return true;
	});
});
afterEach(() => {
	jest.restoreAllMocks();
	rmSync(folder, { recursive: true });
});

/** Writes a file that is nobody else's to read. */
function file(name: string, content: unknown): string {
	const path = join(folder, name);
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	writeFileSync(path, text, { mode: 0o600 });
	return path;
}

/** The options that name the account in the sandbox. */
function account(provider: ProviderId): readonly string[] {
	const credential = file('live.json', sandboxCredential(provider, sandbox.url));
	return ['--provider', provider, '--credential', credential, '--out', join(folder, 'case.json')];
}

/** Lets a message arrive: in a group where the provider marks messages of groups. */
function receive(provider: ProviderId, wanted: 'direct' | 'group' = 'direct') {
	const kind = canMark(provider, wanted) ? wanted : 'direct';
	const { payload, message } = buildWebhook({ provider, kind, text: TEXT });
	if (message === null) throw new TypeError('This kind of webhook holds a message');
	sandbox.memory.receive(message);
	return { message, payload: payload as JsonObject };
}

function canMark(provider: ProviderId, kind: 'direct' | 'group'): boolean {
	try {
		const { payload } = buildWebhook({ provider, kind });
		return providerOf(provider).readWebhook(payload as JsonObject)?.messages.length === 1;
	} catch {
		return false;
	}
}

function writtenCases(): { readonly text: string; readonly cases: Cases } {
	const text = readFileSync(join(folder, 'case.json'), 'utf8');
	return { text, cases: JSON.parse(text) as Cases };
}

/** Every number, ID, name and text of a webhook, and the secrets and the host, but not the values of the tests' own credential. */
function personalIn(provider: ProviderId, payload: object): readonly string[] {
	const names: string[] = [];
	const json = JSON.stringify(payload, (key, value: unknown) => {
		if (/name$/i.test(key) && typeof value === 'string') names.push(value);
		return /timestamp|momment/i.test(key) ? null : value;
	});
	const own = JSON.stringify(credentialOf(provider).data);
	return [
		...(json.match(/[\dA-F]{16,}|\d{7,}|wamid\.[^"]+|\bp\.[\w.-]{16,}/g) ?? []),
		...names,
		...SANDBOX_SECRETS,
		TEXT,
		new URL(sandbox.url).host,
	].filter((text) => !own.includes(text));
}

describe.each(PROVIDER_IDS)('A real account of %s', (id) => {
	const provider = providerOf(id);

	it('has its message marked, and nothing of it is in what is printed and written', async () => {
		const { message, payload } = receive(id);
		const webhook = file('webhook.json', payload);

		expect(await runLive([...account(id), '--webhook', webhook])).toBe(0);

		expect(sandbox.memory.isRead(id, message.messageId)).toBe(true);
		expect(printed).toContain('Credential test: succeeded');
		expect(printed).toContain('List of accounts: succeeded');
		expect(printed).toContain('Marking: succeeded');
		const seen = printed + writtenCases().text;
		const personal = personalIn(id, payload);
		expect(personal).toContain(message.messageId.replace(/^(?:true|false)_[^_]*_/, ''));
		expect(personal.filter((text) => seen.includes(text))).toEqual([]);
	});

	it('becomes cases that hold for the credential of the tests', async () => {
		const { payload } = receive(id, 'group');
		const webhook = file('webhook.json', [{ headers: {}, body: payload }]);

		expect(await runLive([...account(id), '--webhook', webhook])).toBe(0);

		expect(printed).not.toContain('by hand');
		const { cases } = writtenCases();
		const [{ payload: replaced = {}, expected, requests } = {}] = cases.webhooks;
		expect(provider.readWebhook(replaced)).toMatchObject(expected as object);
		const { exchanges } = await recordExchanges('withheld', async () => {
			const parameters = { options: { maxRetries: 0 } };
			return await runMarkRead({ provider: id, parameters, items: [webhookItem(replaced)] });
		});
		expect(exchanges).toMatchObject(requests ?? []);
		expect(cases.responses.length).toBe(exchanges.length);
		for (const { status, body, headers, expected: read } of cases.responses) {
			expect(readReceipt(provider, answered(status ?? 200, body, headers))).toMatchObject(read);
		}
	});

	it('has a message marked by its ID', async () => {
		const { message } = receive(id);
		const hasChat = provider.fields.some(({ name }) => name === 'chatId');
		const ids = ['--message', message.messageId, ...(hasChat ? ['--chat', message.chatId] : [])];

		expect(await runLive([...account(id), ...ids])).toBe(0);

		expect(sandbox.memory.isRead(id, message.messageId)).toBe(true);
		expect(writtenCases().cases.requests).toMatchObject([{ url: expect.any(String) }]);
		expect(printed).not.toContain(message.messageId);
	});

	it('is sent nothing by --dry, which shows the request', async () => {
		const { message, payload } = receive(id);
		const before = sandbox.memory.requests.length;

		const options = [...account(id), '--webhook', file('webhook.json', payload), '--dry'];
		expect(await runLive(options)).toBe(0);

		expect(sandbox.memory.requests.length).toBe(before);
		expect(sandbox.memory.isRead(id, message.messageId)).toBe(false);
		expect(printed).toMatch(/^\n> [A-Z]+ http/);
		expect(personalIn(id, payload).filter((text) => printed.includes(text))).toEqual([]);
	});

	it('is not marked with a wrong secret, and the exit code says so', async () => {
		const { payload } = receive(id);
		const type = credentialOf(id).type.properties.find((it) => it.typeOptions?.password);
		const wrong = { [type?.name ?? '']: 'sandbox-wrong-secret' };
		file('wrong.json', { ...sandboxCredential(id, sandbox.url), ...wrong });
		const options = ['--credential', join(folder, 'wrong.json'), '--webhook'];

		const code = await runLive([...account(id), ...options, file('webhook.json', payload)]);

		expect(code).toBe(1);
		expect(printed).toContain('Marking: failed');
		expect(printed + writtenCases().text).not.toContain('sandbox-wrong-secret');
	});
});

describe('An option that cannot be used is named:', () => {
	const [id = ''] = PROVIDER_IDS;
	const webhook = ['--webhook', 'package.json'];

	it.each<[string, readonly string[], string]>([
		['an unknown one', ['--colour'], '--colour'],
		['no provider', [...webhook], '--provider needs one of'],
		['no credential', ['--provider', id, ...webhook], '--credential is missing'],
		[
			'neither a webhook nor an ID',
			['--provider', id, '--credential', 'package.json'],
			'Give either --webhook',
		],
		[
			'a file that does not exist',
			['--provider', id, '--credential', 'nowhere.json', ...webhook],
			'--credential: nowhere.json cannot be read (ENOENT)',
		],
	])('%s', async (_, args, reason) => {
		expect(await runLive(args)).toBe(2);
		expect(printed).toContain(reason);
		expect(printed).toContain('--help');
	});

	it.each<[string, unknown, string]>([
		['no JSON', '{"token": dummy-secret', 'holds no JSON object'],
		['an unknown field', { colour: 'dummy-secret' }, 'has the unknown field "colour"'],
		['no secret', {}, 'lacks the field "'],
	])('a credential with %s, without what is in it', async (_, content, reason) => {
		const credential = file('live.json', content);

		expect(await runLive(['--provider', id, '--credential', credential, ...webhook])).toBe(2);

		expect(printed).toContain(`--credential: ${credential} `);
		expect(printed).toContain(reason);
		expect(printed).not.toContain('dummy-secret');
	});

	it('none is needed for the help', async () => {
		expect(await runLive(['--help'])).toBe(0);
		expect(printed).toContain('Usage: npm run live');
	});
});

it('A credential that others can read is warned of', async () => {
	const [id = ''] = PROVIDER_IDS;
	const credential = join(folder, 'open.json');
	writeFileSync(credential, JSON.stringify(sandboxCredential(id, sandbox.url)), { mode: 0o644 });
	const options = ['--credential', credential, '--message', 'wamid.ABC', '--dry'];

	await runLive([...account(id), ...options]);

	expect(printed).toContain(`chmod 600 ${credential}`);
});

it('A compressed response is recorded as what it says', async () => {
	const server = createServer((_request, response) => {
		response.setHeader('content-encoding', 'gzip').end(gzipSync('{"success":true}'));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	const { exchanges } = await recordExchanges('sent', async () => {
		await new Promise<void>((resolve) => {
			get({ port, host: '127.0.0.1' }, (response) => response.resume().on('end', resolve));
		});
	});
	server.close();

	expect(exchanges).toMatchObject([{ response: { status: 200, body: { success: true } } }]);
});

it('What is personal is replaced the same everywhere, in the form that it has', () => {
	const [id = ''] = PROVIDER_IDS;
	const { data } = credentialOf(id);
	const provider = providerOf(id);
	const values = {
		number: '+55 11 99999-9999',
		jid: '5511999999999@s.whatsapp.net',
		pushName: 'María José',
		greeting: 'Text of María José',
		mail: 'maria@example.org',
		picture: 'https://pps.example.net/v/12345678901_n.jpg',
		mediaKey: 'c2VjcmV0IGtleSBvZiBhIHBpY3R1cmU=',
		id: 'true_5511999999999@c.us_ABRACADABRA',
		latitude: -23.5505199,
		timestamp: 1739321024,
		error: 'The key dummy/live+key is unknown',
		author: '5511888888888@s.whatsapp.net',
	};
	const known = {
		provider,
		credential: data,
		testCredential: data,
		secrets: ['dummy/live+key'],
		ids: ['ABRACADABRA'],
	};

	const replaced = replacer({ ...known, values: [values] })(values);

	const digits = replaced.jid.replace('@s.whatsapp.net', '');
	expect(digits).toMatch(/^1555\d{9}$/);
	expect(replaced.number.replace(/\D/g, '')).toBe(digits);
	expect(replaced.number).toMatch(/^\+\d\d \d\d \d{5}-\d{4}$/);
	expect(replaced.id).toMatch(new RegExp(`^true_${digits}@c.us_0+1$`));
	expect(replaced).toMatchObject({
		pushName: 'Contact1',
		greeting: 'Text of Contact1',
		mail: expect.stringMatching(/^contact\d+@example\.com$/),
		picture: expect.stringMatching(/^https:\/\/example\.com\/v\/1555\d+_n\.jpg$/),
		mediaKey: '[redacted]',
		error: 'The key [redacted] is unknown',
		latitude: 0.5,
		timestamp: 1739321024,
	});
	expect(replaced.author).toMatch(/^1555\d{9}@s\.whatsapp\.net$/);
	expect(replaced.author).not.toBe(replaced.jid);
});
