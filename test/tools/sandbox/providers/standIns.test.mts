import { existsSync } from 'node:fs';

import { PROVIDERS } from '../../../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { Call, MarkMessagesCall } from '../../../../nodes/WhatsAppMarkRead/providers/calls.ts';
import type { JsonObject } from '../../../../nodes/WhatsAppMarkRead/input/untrustedJson.ts';
import {
	buildWebhook,
	sandboxCredential,
	SANDBOX_SECRETS,
	startSandbox,
	type ProviderId,
	type Sandbox,
} from '../../../../tools/sandbox/index.mts';
import type { IncomingMessage } from '../../../../tools/sandbox/memory/records.mts';
import type { StandInResponse } from '../../../../tools/sandbox/providers/standIn.mts';
import { standInOf } from '../../../../tools/sandbox/providers/index.mts';
import { underTest } from '../../../e2e/providers/index.mts';
import { credentialOf } from '../../../helpers/credentials.js';
import { casesOf } from '../../../helpers/providerCases.mts';
import { refusalOf } from '../../../helpers/refusalOf.ts';
import { answered, explained, readReceipt } from '../../../helpers/responses.ts';
import { get, postText, sendJson } from '../apiClient.mts';
import { postReceipt, receiveMessage } from '../receipt.mts';

/** What differs from the call that marks a message of the direct chat, and what comes of it. */
interface StandInCase {
	readonly says: string;
	/** Below the base path; with `get` it is only read. */
	readonly path?: string;
	readonly get?: true;
	readonly method?: 'POST' | 'PUT' | 'PATCH';
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: object;
	readonly set?: object;
	readonly without?: readonly string[];
	readonly text?: { readonly type: string; readonly content: string };
	/** Messages received besides, so many seconds before now. */
	readonly received?: ReadonlyArray<Partial<IncomingMessage> & { readonly age?: number }>;
	readonly own?: string;
	readonly times?: number;
	readonly status: number;
	readonly response?: object;
	/** Whether the message is marked then, and which of those received besides are. */
	readonly isRead?: boolean;
	readonly alsoRead?: readonly string[];
	readonly typing?: readonly object[];
	readonly chats?: readonly object[];
}

let sandbox: Sandbox;

/** The address of a request with the credential's token in its path, where it belongs there. */
async function withTokenInPath(id: ProviderId, url: string): Promise<string> {
	const { authenticate } = credentialOf(id).type;
	if (typeof authenticate !== 'function') throw new TypeError(`${id} has no authentication`);
	return (await authenticate(sandboxCredential(id, sandbox.url), { url })).url;
}

beforeAll(async () => {
	sandbox = await startSandbox({ rateLimits: 'none', longestHold: 10 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

describe.each(PROVIDERS)('The stand-in of $displayName', (provider) => {
	const { id } = provider;
	const standIn = standInOf(id);
	const url = (path: string) => `${sandbox.url}${standIn.basePath}${path}`;
	const accountValues = Object.values(standIn.account);

	it('accepts a receipt as it says, and remembers the message as read', async () => {
		const messageId = receiveMessage(sandbox, id);
		const { path, ...call } = standIn.receipt(messageId);
		const { status, body: response } = await sendJson(url(path), call);
		const accepted = standIn.accepted(call.body ?? {});

		expect(status).toBe(accepted.status);
		expect(Object.keys(response ?? {})).toEqual(Object.keys(accepted.body ?? {}));
		expect(readReceipt(provider, answered(status, response), [messageId])).toMatchObject({
			kind: 'accepted',
		});
		expect(sandbox.memory.isRead(id, messageId)).toBe(true);
		expect(sandbox.memory.chats).toEqual([]);
		expect(sandbox.memory.requests).toMatchObject([{ provider: id, status, fault: null }]);
	});

	it('keeps the moment of the first receipt when it is repeated', async () => {
		const messageId = receiveMessage(sandbox, id);
		await postReceipt(sandbox, id, messageId);
		const { markedAt } = sandbox.memory.find(id, messageId) ?? {};
		await postReceipt(sandbox, id, messageId);

		expect(sandbox.memory.find(id, messageId)?.markedAt).toBe(markedAt);
	});

	const calls = casesOf<{ says: string; call?: Partial<Call> }>(id, 'requests.json');
	it.each(calls.filter(({ call }) => call !== undefined && call.account === undefined))(
		'takes the request of the node that $says',
		async ({ call }) => {
			const connection = provider.connect(sandboxCredential(id, sandbox.url));
			const marking = { kind: 'markMessages', chatId: null, sender: null, withTyping: false };
			const { account } = connection;
			const request = provider.buildRequest({ ...marking, account, ...call } as Call, connection);
			const {
				messageIds = [],
				chatId,
				sender,
				withTyping,
			} = { ...marking, ...call } as Partial<MarkMessagesCall>;
			for (const messageId of messageIds) {
				const { message } = buildWebhook({
					provider: id,
					kind: sender ? 'group' : 'direct',
					messageId,
					...(chatId ? { chat: chatId } : {}),
					...(sender ? { sender } : {}),
				});
				if (message) sandbox.memory.receive(message);
			}
			const { headers, body } = standIn.receipt('');
			const credential = Object.entries(body ?? {}).filter(([, value]) =>
				accountValues.includes(String(value)),
			);
			const { status } = await sendJson(await withTokenInPath(id, request.url), {
				method: request.method,
				headers,
				body: request.body && { ...Object.fromEntries(credential), ...request.body },
			});

			expect(status).toBe(standIn.accepted(request.body ?? {}).status);
			expect(sandbox.memory.unread(id)).toEqual([]);
			const isTyping = withTyping || call?.kind === 'showTyping';
			expect(sandbox.memory.typing).toHaveLength(isTyping ? 1 : 0);
		},
	);

	it('refuses a wrong secret as it says, and marks nothing', async () => {
		const messageId = receiveMessage(sandbox, id);
		const call = JSON.stringify(standIn.receipt(messageId));
		const { path, ...withoutSecrets } = JSON.parse(
			SANDBOX_SECRETS.reduce((text, secret) => text.replaceAll(secret, 'x'), call),
		) as ReturnType<typeof standIn.receipt>;
		const answer = await sendJson(url(path), withoutSecrets);
		const { status, body: expected } = standIn.badToken();

		expect(answer.status).toBe(status);
		expect(Object.keys(answer.body as object)).toEqual(Object.keys(expected as object));
		expect(sandbox.memory.isRead(id, messageId)).toBe(false);
	});

	it('is understood by the node when the token is bad, and when there are too many calls', () => {
		const { badToken, rateLimit } = standIn;
		const state = { limit: 1, remaining: 0, resetsAt: 0, resetsIn: 61_000, allowed: false };
		const cause = ({ status, body }: StandInResponse) =>
			explained(provider, answered(status, body))?.cause;

		expect(cause(badToken())).toMatch(/NotValid$|^unauthorized$/);
		expect(cause(rateLimit.error(state))).toBe('rateLimit');
	});

	const layouts = Object.entries(standIn.webhooks.layouts).flatMap(([layout, kinds]) =>
		kinds.map((kind) => ({ layout, kind })),
	);
	it.each(layouts)('posts $kind ($layout) as the node reads it', ({ layout, kind }) => {
		const { payload, message } = buildWebhook({ provider: id, kind, layout });
		const read = () => provider.readWebhook(JSON.parse(JSON.stringify(payload)) as JsonObject);
		if (kind === 'group' && underTest(id).refuses?.groups) {
			expect(refusalOf(read)?.message).toContain('group');
			return;
		}
		const reading = read();

		expect(reading?.messages.map((read) => read.id)).toEqual(message ? [message.messageId] : []);
		if (!message) return;
		const { isGroup, sender } = message;
		expect(reading?.messages).toMatchObject([{ isGroup, ...(isGroup ? { sender } : {}) }]);
	});

	it.each([...new Set(layouts.map(({ kind }) => kind))])(
		'has a layout for %s unless told',
		(kind) => {
			expect(() => buildWebhook({ provider: id, kind })).not.toThrow();
		},
	);

	if (!existsSync(`test/providers/${id}/standIn.json`)) return;
	it.each(casesOf<StandInCase>(id, 'standIn.json'))('$says', async (given) => {
		const messageId = receiveMessage(sandbox, id);
		const message = sandbox.memory.find(id, messageId) as IncomingMessage;
		const { received = [], own, times = 1 } = given;
		for (const { age = 0, ...other } of received) {
			const timestamp = message.timestamp - age;
			sandbox.memory.receive({ ...message, ...other, timestamp });
		}
		if (own !== undefined) sandbox.memory.rememberOwn(id, own);

		let answer = await send(given, messageId);
		for (let time = 1; time < times; time += 1) answer = await send(given, messageId);

		expect(answer.status).toBe(given.status);
		if (given.response) expect(answer.body).toMatchObject(given.response);
		const { isRead = false, alsoRead = [], typing = [], chats = [] } = given;
		expect(sandbox.memory.isRead(id, messageId)).toBe(isRead);
		expect(
			received
				.map((other) => other.messageId)
				.filter((other = '') => sandbox.memory.isRead(id, other)),
		).toEqual(alsoRead);
		expect(sandbox.memory.typing).toMatchObject(typing);
		expect(sandbox.memory.typing).toHaveLength(typing.length);
		expect(sandbox.memory.chats).toMatchObject(chats);
		expect(sandbox.memory.chats).toHaveLength(chats.length);
	});

	async function send(given: StandInCase, messageId: string) {
		const receipt = standIn.receipt(messageId);
		const { path = receipt.path, headers = receipt.headers, text, without = [] } = given;
		if (given.get) return await get(url(path), headers);
		if (text) return await postText(url(path), text.type, text.content, headers);
		const { method = receipt.method } = given;
		const original = given.body ?? receipt.body;
		if (original === null) return await sendJson(url(path), { method, headers, body: null });
		const body: Record<string, unknown> = { ...original, ...given.set };
		without.forEach((field) => delete body[field]);
		return await sendJson(url(path), { method, headers, body });
	}
});
