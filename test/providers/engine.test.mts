import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { InboundMessage } from '../../nodes/WhatsAppMarkRead/providers/messages.ts';
import { findErrorRow } from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue.ts';
import type { CallError } from '../../nodes/WhatsAppMarkRead/responses/errorCatalogue.ts';
import { credentialOf } from '../helpers/credentials.js';
import { useFakeNetwork } from '../helpers/fakeNetwork.ts';
import { casesOf, messagesOf, skippedOf, webhookFiles } from '../helpers/providerCases.mts';
import type { RequestSent, ResponseCase } from '../helpers/providerCases.mts';
import { runMarkRead } from '../helpers/runMarkRead.ts';
import { webhookItem } from '../helpers/webhookItem.ts';

useFakeNetwork();

/** As n8n's Webhook node hands it on, and as other nodes do. */
const ITEMS = [
	['behind a Webhook node', webhookItem],
	['as an item of its own', (payload: object) => payload],
] as const;

/** A request, and the response to it. */
interface Exchange extends RequestSent {
	readonly response: nock.Body;
}

/** An example of the provider's documents: what is filled in, what is sent, what comes back, what is reported. */
interface Example extends Exchange {
	readonly says: string;
	readonly parameters: INodeParameters;
	readonly headers?: Readonly<Record<string, string>>;
	readonly withoutHeaders?: string[];
	/** The request that follows once the first was accepted. */
	readonly then?: Exchange;
	readonly reported: object;
}

const EMPTY = { kind: 'error', code: null, text: null, requestId: null } as const;

function answer(request: RequestSent, response: unknown, options: nock.Options = {}) {
	return announce(request, options).reply(200, response as nock.Body);
}

function announce({ method = 'POST', url, body }: RequestSent, options: nock.Options = {}) {
	const { origin, pathname, search } = new URL(url);
	const sent = body === null ? (given: unknown) => given === '' : (body as nock.DataMatcherMap);
	return nock(origin, options).intercept(`${pathname}${search}`, method, sent);
}

describe.each(PROVIDERS)('In n8n, $displayName', (provider) => {
	const id = provider.id;
	const files = webhookFiles(id);
	const accepting = acceptingResponse(id);

	const output = (reported: object) => ({
		json: {
			success: true,
			status: 'read',
			provider: id,
			operation: 'markMessage',
			account: provider.connect(credentialOf(id).data).account,
			chatId: null,
			sender: null,
			typingIndicator: false,
			requestId: null,
			...reported,
		},
		pairedItem: { item: 0 },
	});

	const examples = casesOf<Example>(id, 'examples.json');

	it.each(examples)('$says', async (example) => {
		const { parameters, headers, withoutHeaders = [], response, then } = example;
		const first = answer(example, response, { reqheaders: headers, badheaders: withoutHeaders });
		const isFirstDone: boolean[] = [];
		if (then !== undefined) {
			announce(then).reply(200, () => {
				isFirstDone.push(first.isDone());
				return then.response;
			});
		}

		const marked = await runMarkRead({
			provider: id,
			parameters: { source: 'fields', ...parameters },
		});

		expect(marked.run.status).toBe('success');
		expect(marked.output).toEqual([[output(example.reported)]]);
		expect(isFirstDone).toEqual(then === undefined ? [] : [true]);
	});

	it.each(
		casesOf<ResponseCase>(id, 'responses.json').filter(({ expected }) => expected.kind === 'error'),
	)('$says, and fails', async ({ status = 200, headers, body: response, expected }) => {
		const [example] = examples as [Example];
		const { parameters } = example;
		announce(example).reply(status, response as nock.Body, headers);

		const { task } = await runMarkRead({
			provider: id,
			parameters: { source: 'fields', ...parameters, options: { maxRetries: 0 } },
		});

		const { text = null, code = null } = expected as CallError;
		const row = findErrorRow(provider.errors, { ...EMPTY, status, ...expected } as CallError);
		expect(task.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: String(status),
			message: row.message.replaceAll('{provider}', provider.displayName),
			description: expect.stringContaining(text ?? ''),
			context: { details: { httpCode: String(status), code, providerMessage: text, attempts: 1 } },
		});
	});

	it('refuses the webhook of another provider, and names it', async () => {
		const foreign = PROVIDERS.flatMap((other) =>
			webhookFiles(other.id)
				.slice(0, 1)
				.map(({ payload }) => ({ other, payload })),
		).find(({ payload }) => provider.readWebhook(payload) === null);

		const { task } = await runMarkRead({
			provider: id,
			items: [webhookItem(foreign?.payload ?? {})],
		});

		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(`from ${foreign?.other.displayName}`),
			description: expect.stringContaining(`Set 'Provider' to ${foreign?.other.displayName}`),
		});
	});

	describe.each(ITEMS)('with nothing else filled in, gets a webhook %s that', (_, asItem) => {
		const run = async (payload: object) =>
			await runMarkRead({ provider: id, items: [asItem(payload) as IDataObject] });

		it.each(files.filter(({ requests }) => requests !== undefined))(
			'$says, and marks its messages',
			async ({ payload, expected, requests = [] }) => {
				requests.forEach((request) => answer(request, accepting.body));

				const marked = await run(payload);

				expect(marked.output).toEqual([
					conversationsOf(messagesOf(expected)).map(([{ account, chatId, sender }, messageIds]) =>
						output({
							...(account === null ? {} : { account }),
							chatId,
							sender,
							messageIds,
							requestId: accepting.expected.requestId ?? null,
						}),
					),
				]);
			},
		);

		it.each(files.filter(({ expected }) => skippedOf(expected).length > 0))(
			'$says, and drops it',
			async ({ payload }) => {
				const { run: execution, output: dropped } = await run(payload);

				expect(execution.status).toBe('success');
				expect(dropped).toEqual([[]]);
			},
		);
	});
});

/** A response that accepts any receipt: one that does not name the chat. */
function acceptingResponse(id: string): ResponseCase {
	const accepting = casesOf<ResponseCase>(id, 'responses.json').find(
		({ expected }) => expected.kind === 'accepted' && !expected.chatId,
	);
	if (accepting === undefined) throw new TypeError(`responses.json of ${id} accepts nothing`);
	return accepting;
}

/** Messages of the same account, chat and author become one output item: the first of them, and the ids of all. */
function conversationsOf(messages: readonly InboundMessage[]): Array<[InboundMessage, string[]]> {
	const conversations = new Map<string, [InboundMessage, string[]]>();
	for (const message of messages) {
		const key = JSON.stringify([message.account, message.chatId, message.sender]);
		const [first, ids] = conversations.get(key) ?? [message, []];
		conversations.set(key, [first, [...ids, message.id]]);
	}
	return [...conversations.values()];
}
