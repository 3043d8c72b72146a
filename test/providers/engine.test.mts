import nock from 'nock';

import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers/index.ts';
import type { InboundMessage } from '../../nodes/WhatsAppMarkRead/providers/provider.ts';
import { credentialOf } from '../helpers/credentials.js';
import { useFakeNetwork } from '../helpers/fakeNetwork.ts';
import { casesOf, messagesOf, skippedOf, webhookFiles } from '../helpers/providerCases.mts';
import type { ResponseCase } from '../helpers/providerCases.mts';
import { runMarkRead } from '../helpers/runMarkRead.ts';
import { webhookItem } from '../helpers/webhookItem.ts';

useFakeNetwork();

/** As n8n's Webhook node hands it on, and as other nodes do. */
const ITEMS = [
	['behind a Webhook node', webhookItem],
	['as an item of its own', (payload: object) => payload],
] as const;

describe.each(PROVIDERS)(
	'In n8n, with nothing filled in but $displayName, a webhook',
	(provider) => {
		const id = provider.id;
		const files = webhookFiles(id);
		const credential = credentialOf(id).data;
		const accepting = acceptingResponse(id);

		const reported = (messages: readonly InboundMessage[]) => ({
			json: {
				success: true,
				status: 'read',
				provider: id,
				operation: 'markMessage',
				account: messages[0]?.account ?? provider.connect(credential).account,
				chatId: messages[0]?.chatId,
				sender: messages[0]?.sender,
				messageIds: messages.map((message) => message.id),
				typingIndicator: false,
				requestId: accepting.expected.requestId,
			},
			pairedItem: { item: 0 },
		});

		describe.each(ITEMS)('%s', (_, asItem) => {
			const run = async (payload: object) =>
				await runMarkRead({
					provider: id,
					items: [asItem(payload) as ReturnType<typeof webhookItem>],
				});

			it.each(files.filter(({ requests }) => requests !== undefined))(
				'is marked as read when it $says',
				async ({ payload, expected, requests = [] }) => {
					for (const { url, body } of requests) {
						const { origin, pathname } = new URL(url);
						nock(origin)
							.post(pathname, body as nock.DataMatcherMap)
							.reply(accepting.status ?? 200, accepting.body as nock.Body);
					}

					const { output } = await run(payload);

					expect(output).toEqual([conversationsOf(messagesOf(expected)).map(reported)]);
				},
			);

			it.each(files.filter(({ expected }) => skippedOf(expected).length > 0))(
				'is dropped when it $says',
				async ({ payload }) => {
					const { run: execution, output } = await run(payload);

					expect(execution.status).toBe('success');
					expect(output).toEqual([[]]);
				},
			);
		});
	},
);

/** A response that accepts any receipt: one that does not name the chat. */
function acceptingResponse(id: string): ResponseCase {
	const accepting = casesOf<ResponseCase>(id, 'responses.json').find(
		({ expected }) => expected.kind === 'accepted' && expected.chatId === null,
	);
	if (accepting === undefined) throw new TypeError(`responses.json of ${id} accepts nothing`);
	return accepting;
}

/** Messages of the same account, chat and author become one output item. */
function conversationsOf(messages: readonly InboundMessage[]): InboundMessage[][] {
	const conversations = new Map<string, InboundMessage[]>();
	for (const message of messages) {
		const key = JSON.stringify([message.account, message.chatId, message.sender]);
		conversations.set(key, [...(conversations.get(key) ?? []), message]);
	}
	return [...conversations.values()];
}
