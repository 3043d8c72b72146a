import { readRawResponse } from '../../nodes/WhatsAppMarkRead/responses/providerResponse';
import { readBaseUrl, pathSegment } from '../../nodes/WhatsAppMarkRead/credentialValues/baseUrl';
import { readMessageIds } from '../../nodes/WhatsAppMarkRead/input/parameterValues';
import { readJid } from '../../nodes/WhatsAppMarkRead/providers/linked/fields';
import type { JsonObject } from '../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { readLimitHeaders } from '../../nodes/WhatsAppMarkRead/pipeline/deliver/limitHeaders';
import type { InputItem } from '../../nodes/WhatsAppMarkRead/pipeline/item';
import { itemSecrets } from '../../nodes/WhatsAppMarkRead/pipeline/itemSecrets';
import { redactor } from '../../nodes/WhatsAppMarkRead/pipeline/redact';
import { readItem } from '../../nodes/WhatsAppMarkRead/pipeline/read';
import { PROVIDERS } from '../../nodes/WhatsAppMarkRead/providers';
import type { Provider } from '../../nodes/WhatsAppMarkRead/providers/provider';
import { parseSerializedId } from '../../nodes/WhatsAppMarkRead/whatsapp/messageId';
import { credentialOf } from '../helpers/credentials';
import { inputItem } from '../helpers/inputItems';
import { readReceipt } from '../helpers/responses';
import { answer, START } from '../helpers/virtualOutside';
import { runExecution } from './harness/execution';
import { growthOf } from './harness/growth';
import type { Work } from './harness/growth';
import { explainedOr } from './harness/untouched';

/** Four times the input may take four times as long, and some more for the memory; 16 times would be quadratic. */
const MOST = 9;

const MEGABYTE = 1_000_000;

function connectionOf(provider: Provider) {
	return provider.connect(credentialOf(provider.id).data);
}

/** With all that a receipt can hold. */
function webhookItem(json: JsonObject, settings: Partial<InputItem> = {}): InputItem {
	return inputItem({ json, includeInput: true, includeResponse: true, ...settings });
}

/** A webhook of Meta with so many messages: of one chat, of one each, of groups. */
function metaBatch(messages: number, chats: number): JsonObject {
	const changes = Array.from({ length: messages }, (_, position) => ({
		field: 'messages',
		value: {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
			contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' }],
			messages: [
				{
					from: String(16505550000 + (position % chats)),
					...(position % 10 === 9 ? { group_id: 'Y2FwaV9ncm91cDoxMjAzNjM0' } : {}),
					id: `wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA${position}`,
					timestamp: String(1739321024 + position),
					type: 'text',
					text: { body: 'Does it come in another color?' },
				},
			],
		},
	}));
	return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes }] };
}

describe('Time grows with the size alone', () => {
	it.each(PROVIDERS)('when a payload of 5 MB is read as $displayName', async (provider) => {
		const connection = connectionOf(provider);
		const sizeOfOne = JSON.stringify(metaBatch(1_000, 50)).length / 1_000;
		const growth = await growthOf(
			(size): Work => {
				const payload = metaBatch(Math.ceil(size / sizeOfOne), 50);
				const items = [webhookItem(payload), webhookItem({ body: JSON.stringify(payload) })];
				return () => items.forEach((item) => readItem(item, provider, PROVIDERS, connection));
			},
			5 * MEGABYTE,
			MOST,
		);
		expect(growth).toBeLessThan(MOST);
	});

	it.each([
		['of one chat', 1, false],
		['of one chat, the newest alone', 1, true],
		['of as many chats', 5_000, true],
	])('when batches of 1,000 and of 4,000 updates are marked: %s', async (_, chats, latestOnly) => {
		const [provider] = PROVIDERS;
		if (provider === undefined) throw new Error('There is no provider');
		const network = { answers: [answer(200, { success: true })], cancelAt: null, chance: 1 };
		const settings = { maxConcurrency: 10, maxRetries: 0, maxWait: 0 };
		const growth = await growthOf(
			(size): Work => {
				const item = webhookItem(metaBatch(size, chats), { latestOnly, typingIndicator: true });
				// Without the input in every receipt, which would be as many times as long.
				const items = [{ ...item, includeInput: false }];
				return async () => {
					const job = [provider, connectionOf(provider), settings, network] as const;
					await runExecution(items, ...job);
				};
			},
			4_000,
			MOST,
		);
		expect(growth).toBeLessThan(MOST);
	});

	it.each([
		...['_', '@', '1', ' ', '-', '.', '[', ',', '/', '%', '<', '&', '{', '"', '\\', '…'],
		...['a@', '_@', 'false_', '1@c.us_', '\u200b', '\ud800', '\r\n', '../', '%2f', '[1],'],
		...['<script>', '<!--', '<a ', '<?', '&amp;', 'http://', '/api', '{"a":', '[{"a":[', 'secret'],
	])('when every text in it is %j again and again', async (piece) => {
		const growth = await growthOf(
			(size): Work => {
				const text = piece.repeat(Math.ceil(size / piece.length));
				return () => readEverywhere(text);
			},
			4 * MEGABYTE,
			MOST,
		);
		expect(growth).toBeLessThan(MOST);
	});

	it('when a field holds many ids', async () => {
		const growth = await growthOf(
			(size): Work => {
				const ids = Array.from({ length: size }, (_, position) => `3EB0${position}`);
				const forms = [ids, ids.join(', '), JSON.stringify(ids), [ids.join('\n')]];
				return () => forms.forEach((form) => readMessageIds(form, 'Message IDs'));
			},
			80_000,
			MOST,
		);
		expect(growth).toBeLessThan(MOST);
	});
});

/** Has the text read at every place where one can come in from outside. */
function readEverywhere(text: string): void {
	for (const provider of PROVIDERS) {
		for (const payload of payloadsOf(text)) {
			explainedOr(() => provider.readWebhook(payload));
		}
		const raw = { status: 400, headers: { 'x-request-id': text }, body: text };
		readReceipt(provider, readRawResponse(raw));
		readReceipt(provider, readRawResponse({ ...raw, body: JSON.stringify({ message: text }) }));
	}
	explainedOr(() => readJid(text, 'Chat'));
	explainedOr(() => readJid(`${text}@c.us`, 'Chat'));
	explainedOr(() => readMessageIds(text, 'Message ID'));
	explainedOr(() => readBaseUrl(`https://gw.example/${text}`, /\/(manager|api)(\/.*)?$/));
	explainedOr(() => pathSegment(text, 'Instance'));
	parseSerializedId(`false_${text}`);
	parseSerializedId(`false_1@c.us_${text}`);
	redactor(['secret-example', text.slice(0, 40)])({ text, [text]: [text] });
	redactor([text.slice(0, 4_000)])(text);
	itemSecrets({ text, [text]: [text], headers: { token: text } }, PROVIDERS);
	readLimitHeaders({ 'retry-after': text, date: text, 'x-business-use-case-usage': text }, START);
}

/** Real payloads with nothing but the text in them. */
function payloadsOf(text: string): readonly JsonObject[] {
	const message = { id: text, from: text, type: text, timestamp: text, group_id: text };
	const place = { jid: text, lid: text, type: text };
	return [
		{
			object: 'whatsapp_business_account',
			entry: [{ changes: [{ field: 'messages', value: { messages: [message] } }] }],
		},
		{ object: text, entry: [] },
		{ field: text, messaging_product: 'whatsapp', metadata: {} },
		{ id: text, event: 'message.received', data: { message: { ...message, wamid: text } } },
		{ event: 'message.exchange', data: { id: text, chat: place, sender: place } },
		{ event: 'message', payload: { ...message, participant: text, author: text } },
		{ event: 'message', payload: { id: `false_1@g.us_${text}`, author: text } },
		{ event: text, session: text },
	];
}
