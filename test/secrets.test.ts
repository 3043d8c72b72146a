import type { IDataObject, INode } from 'n8n-workflow';
import nock from 'nock';

import { useFakeNetwork } from './helpers/fakeNetwork';
import { findSecret } from './helpers/findSecret';
import { runMarkRead } from './helpers/runMarkRead';
import { webhookItem } from './helpers/webhookItem';
import { WIRES } from './helpers/wires';
import type { Wire } from './helpers/wires';

useFakeNetwork();

const NAMES = [...WIRES.keys()];

function wireOf(name: string): Wire {
	const wire = WIRES.get(name);
	if (wire === undefined) throw new TypeError(`test/providers/${name}/wires.ts has no ${name}`);
	return wire;
}

/** A provider whose webhooks carry a live token along. */
const CARRIER = [...WIRES.values()].find(({ payloadSecrets }) => payloadSecrets) as Wire;
const { payloadSecrets: [PAYLOAD_TOKEN = ''] = [], holder: HOLDER = '' } = CARRIER;
const [OWN_TOKEN = ''] = Object.values(CARRIER.credential);

/** All that a run of the provider knows and must not tell. */
function secretsOf(name: string): string[] {
	const { credential, payloadSecrets = [] } = wireOf(name);
	return [...Object.values(credential), ...payloadSecrets];
}

/** Everything the node produced: its task (output, error, hints) and the error of the whole run; not the input. */
async function produce(
	name: string,
	onError: INode['onError'],
	payload: Wire['payload'] = wireOf(name).payload,
): Promise<unknown> {
	const { provider, credential, settings } = wireOf(name);
	const { run, task } = await runMarkRead({
		provider,
		credential: { ...credential, ...settings },
		parameters: { options: { includeInput: true, includeResponse: true, maxRetries: 0 } },
		items: [webhookItem(payload)],
		nodeSettings: { onError },
	});
	expect(run.status).toBe(task.error === undefined ? 'success' : 'error');
	return { task, error: run.data.resultData.error };
}

/** What was sent, headers and body, as data and as text; and the first secret of the credential. */
interface Sent {
	readonly sent: object;
	readonly echo: string;
	readonly secret: string;
}

type Answer = [status: number, body: object | string, headers?: Record<string, string>];

type Case = readonly [when: string, answer: (wire: Wire, call: Sent) => Answer];

/** Answers that repeat the call where it is shown: with the secrets replaced. */
const SHOWN: readonly Case[] = [
	['the call is taken', ({ taken }, { echo, sent }) => [200, { ...taken, echo, sent }]],
	['the call is refused', ({ refused }, { echo, sent }) => [401, { ...refused(echo), sent }]],
	[
		'the failure is hidden under HTTP 200',
		({ hidden }, { echo, sent }) => [200, { ...hidden(echo), sent }],
	],
];

const ANSWERS: readonly Case[] = [
	...SHOWN,
	[
		'a page repeats the call',
		(_, { echo }) => [500, `<html><body><pre>${echo}</pre></body></html>`],
	],
	[
		'it stands where an id or a code belongs',
		(_, { secret }) => [
			422,
			{
				code: secret,
				chat_jid: secret,
				request_id: secret,
				error: { code: secret, message: 'No', request_id: secret, fbtrace_id: secret },
			},
			{ 'x-request-id': secret },
		],
	],
	[
		'an accepted call answers it as an id',
		({ taken }, { secret }) => [
			200,
			{ ...taken, chat_jid: secret, request_id: secret },
			{ 'x-request-id': secret },
		],
	],
];

const LOST: ReadonlyArray<readonly [when: string, error: (wire: Wire) => Error]> = [
	[
		'the network fails',
		({ credential }) => new Error(`could not send ${Object.values(credential).join(' ')}`),
	],
	[
		'the connection is lost',
		() => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
	],
];

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const RUNS = NAMES.flatMap((name) => MODES.map((mode) => [name, mode] as const));

function runsOf<Row extends readonly [string, unknown]>(rows: readonly Row[]) {
	return rows.flatMap(([when, how]: Row) =>
		RUNS.map(([name, mode]) => [name, mode, when, how as Row[1]] as const),
	);
}

function call(name: string): nock.Interceptor {
	const { host, path, method = 'POST' } = wireOf(name);
	return nock(host).intercept(path, method).query(true);
}

function expectNoSecret(name: string, produced: unknown): void {
	const secrets = secretsOf(name);
	expect(secrets.map((secret) => findSecret(produced, secret))).toEqual(secrets.map(() => []));
}

describe('No secret is in anything the node produces', () => {
	it.each(runsOf(ANSWERS))('for %s with %s when %s', async (name, mode, when, answer) => {
		const secrets = secretsOf(name);
		const encoded = secrets.map(encodeURIComponent).join(' ');
		call(name).reply(function (uri, body) {
			const sent = { uri, headers: { ...this.req.headers }, body, secrets };
			const echo = `${JSON.stringify(sent)} ${encoded}`;
			return answer(wireOf(name), { sent: { ...sent, encoded }, echo, secret: secrets[0] ?? '' });
		});

		const produced = await produce(name, mode);

		expectNoSecret(name, produced);
		if (SHOWN.some(([shown]) => shown === when)) {
			expect(findSecret(produced, '[redacted]')).not.toEqual([]);
		}
	});

	it.each(runsOf(LOST))('for %s with %s when %s', async (name, mode, _, error) => {
		call(name).replyWithError(error(wireOf(name)));

		expectNoSecret(name, await produce(name, mode));
	});

	it.each(MODES)(
		'for its carrier with %s when a payload with a token cannot be used',
		async (mode) => {
			const data = { id: PAYLOAD_TOKEN, chat: PAYLOAD_TOKEN };
			const produced = await produce(CARRIER.provider, mode, { ...CARRIER.payload, data });

			expectNoSecret(CARRIER.provider, produced);
		},
	);

	it.each(RUNS.filter(([name]) => name !== CARRIER.provider))(
		'for %s with %s when the payload is from another provider, with its token',
		async (name, mode) => {
			const produced = await produce(name, mode, CARRIER.payload);

			expectNoSecret(name, produced);
			expect(findSecret(produced, PAYLOAD_TOKEN)).toEqual([]);
		},
	);
});

/** The fields of an item in which an event with a token stands somewhere down. */
const NESTED: ReadonlyArray<readonly [string, IDataObject]> = (() => {
	const event = CARRIER.payload as IDataObject;
	const text = JSON.stringify(event);
	return [
		['below a key of its own', { hook: event }],
		['in a list', { body: [event] }],
		['two wrappers down', { body: { data: event } }],
		['in JSON text two wrappers down', { data: { body: text } }],
		['in JSON text within JSON text', { log: JSON.stringify([{ raw: text }]) }],
		['as the fields around it alone', { ...(event[HOLDER] as IDataObject) }],
	];
})();

describe('A live token anywhere in the input', () => {
	const runs = NESTED.flatMap(([place, json]) =>
		MODES.flatMap((mode) =>
			(['taken', 'refused'] as const).map((answer) => [place, mode, answer, json] as const),
		),
	);

	it.each(runs)('comes out nowhere: %s, with %s, %s', async (_, onError, answer, json) => {
		nock(CARRIER.host)
			.post(CARRIER.path)
			.reply(
				answer === 'taken' ? 200 : 404,
				answer === 'taken'
					? { ...CARRIER.taken, echo: PAYLOAD_TOKEN }
					: CARRIER.refused(PAYLOAD_TOKEN),
			);

		const { task } = await runMarkRead({
			provider: CARRIER.provider,
			parameters: {
				source: 'fields',
				chatId: '5511999999999',
				messageId: 'AAA1',
				options: { includeInput: true, includeResponse: true },
			},
			items: [json],
			nodeSettings: { onError },
		});

		expect(findSecret(task, PAYLOAD_TOKEN)).toEqual([]);
	});

	it.each([
		["the credential's own", { note: `my ${OWN_TOKEN}` }],
		['in a header of the delivery', { headers: { Authorization: `Bearer ${OWN_TOKEN}` } }],
	])(
		'does not come out by the error output either, where n8n copies the input: %s',
		async (_, json) => {
			nock(CARRIER.host).post(CARRIER.path).reply(404, CARRIER.refused(''));

			const { output } = await runMarkRead({
				provider: CARRIER.provider,
				credential: CARRIER.credential,
				parameters: { source: 'fields', chatId: '5511999999999', messageId: 'AAA1' },
				items: [{ ...json, order: 7 }],
				nodeSettings: { onError: 'continueErrorOutput' },
			});

			expect(output[1]?.[0]?.json).toMatchObject({ order: 7, details: { messageIds: ['AAA1'] } });
			expect(findSecret(output, OWN_TOKEN)).toEqual([]);
		},
	);
});

describe('The search for secrets', () => {
	const secret = 'dummy/planted+1';

	it('finds one in every place that a run has', () => {
		const hidden = Object.defineProperty({}, 'request', { value: { token: secret } });
		const places: Array<[string, unknown]> = [
			['a text', { json: { a: [`x ${secret} y`] } }],
			['a key', { [secret]: 1 }],
			['a message', new Error(secret)],
			['a cause', new Error('no', { cause: { config: { headers: { token: secret } } } })],
			['a hidden property', hidden],
			['a symbol', { [Symbol('kept')]: secret }],
			['a map', new Map([['a', { b: secret }]])],
			['a URL', { url: `https://x.example.com/?t=${encodeURIComponent(secret)}` }],
			['bytes', { body: new TextEncoder().encode(secret) }],
		];

		expect(places.filter(([, place]) => findSecret(place, secret).length === 0)).toEqual([]);
	});

	it('finds the tokens in the input of the very runs above', () => {
		expect(findSecret(webhookItem(CARRIER.payload), PAYLOAD_TOKEN)).toEqual([
			expect.stringContaining(`run.body.${HOLDER}.`),
		]);
		expect(findSecret(CARRIER.credential, OWN_TOKEN)).toHaveLength(1);
	});
});
