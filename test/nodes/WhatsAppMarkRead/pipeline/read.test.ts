import manyMessages from '../../../providers/cloudApi/webhooks/manyMessages.json';
import reaction from '../../../providers/cloudApi/webhooks/reaction.json';
import statusesOnly from '../../../providers/cloudApi/webhooks/statusesOnly.json';
import textMessage from '../../../providers/cloudApi/webhooks/textMessage.json';
import { inbound, plainProvider } from '../../../helpers/plainProvider';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { InputItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/item';
import { readItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/read';
import { cloudApi } from '../../../../nodes/WhatsAppMarkRead/providers/cloudApi';
import type { Provider } from '../../../../nodes/WhatsAppMarkRead/providers/provider';

const ITEM: InputItem = {
	index: 0,
	json: {},
	operation: 'markMessage',
	source: 'webhook',
	fields: {},
	typingIndicator: false,
	latestOnly: true,
	nonMessageEvents: 'drop',
	includeInput: false,
	includeResponse: false,
};

const PLAIN = plainProvider();
const OTHER = plainProvider({
	id: 'other',
	displayName: 'Other',
	readWebhook: ({ other }) =>
		other === undefined ? null : { messages: [inbound({ id: 'A' })], skipped: [], unreadable: [] },
});
const PROVIDERS = [cloudApi, PLAIN, OTHER];

/** Reads an item with a credential that names the account `fallback` (or the one given). */
const read = (item: Partial<InputItem>, provider: Provider, account: string | null = null) =>
	readItem({ ...ITEM, ...item }, provider, PROVIDERS, {
		apiUrl: 'https://example.com',
		account,
		secrets: [],
	});

/** A reader that refuses whatever it gets. */
function refuse(message: string): () => never {
	return () => {
		throw new InvalidInput(message, 'Do something about it.');
	};
}

describe('An item with a webhook', () => {
	it('asks for the conversations of its messages, by account, chat and author', () => {
		expect(read({ json: manyMessages.payload }, cloudApi)).toEqual({
			kind: 'conversations',
			conversations: [
				{
					kind: 'markMessage',
					account: '106540352242922',
					chatId: '16505551234',
					sender: null,
					isGroup: false,
					messages: [
						{ id: 'wamid.FIRST', timestamp: 1739321024 },
						{ id: 'wamid.SECOND', timestamp: 1739321025 },
						{ id: 'wamid.FOURTH', timestamp: 1739321027 },
					],
				},
				{
					kind: 'markMessage',
					account: '106540352242999',
					chatId: '447441429009',
					sender: null,
					isGroup: false,
					messages: [{ id: 'wamid.THIRD', timestamp: 1739321026 }],
				},
			],
		});
	});

	it('asks for a message once, however often the webhook names it', () => {
		const { entry, object } = textMessage.payload;
		expect(read({ json: { object, entry: [...entry, ...entry] } }, cloudApi)).toMatchObject({
			conversations: [
				{ messages: [{ id: textMessage.payload.entry[0]?.changes[0]?.value.messages[0]?.id }] },
			],
		});
	});

	it('is read for the account of the event, rather than that of the credential', () => {
		expect(read({ json: textMessage.payload }, cloudApi, '999999999')).toMatchObject({
			conversations: [{ account: '106540352242922' }],
		});
	});

	it('is read for the account of the credential when the event names none', () => {
		const json = { messages: [inbound({ id: 'A', account: null })] };
		expect(read({ json }, PLAIN, 'sales')).toMatchObject({
			conversations: [{ account: 'sales' }],
		});
	});

	it('fails when neither names an account', () => {
		const provider = plainProvider({ parseAccount: refuse("'Line' is missing") });
		const json = { messages: [inbound({ id: 'A', account: null })] };
		expect(read({ json }, provider)).toMatchObject({
			kind: 'failed',
			failure: {
				kind: 'input',
				message: "'Line' is missing",
				httpCode: null,
				attempts: 0,
			},
		});
	});

	it('fails for the messages alone whose account cannot be used, and names them', () => {
		const { entry, object } = manyMessages.payload;
		const change = (phone_number_id: string, ...ids: string[]) => ({
			field: 'messages',
			value: { metadata: { phone_number_id }, messages: ids.map((id) => ({ id, from: '1' })) },
		});
		const bad = {
			changes: [change('+15550783881', 'wamid.X', 'wamid.Y'), change('abc', 'wamid.Z')],
		};
		const reading = read({ json: { object, entry: [bad, ...entry] } }, cloudApi);

		expect(reading).toMatchObject({
			conversations: [{ chatId: '16505551234' }, { chatId: '447441429009' }],
			leftOut: {
				failure: {
					message:
						'\'Phone Number ID\' is "+15550783881", but a phone number ID has 6 to 20 digits',
				},
				messageIds: ['wamid.X', 'wamid.Y', 'wamid.Z'],
			},
		});
		expect(read({ json: { object, entry: [bad] } }, cloudApi).kind).toBe('failed');
	});

	it('asks for the messages that can be read, with a hint about the others', () => {
		const value = {
			messaging_product: 'whatsapp',
			metadata: { phone_number_id: '106540352242922' },
			messages: [{ id: 'wamid.A' }, { id: 12345 }, {}],
		};
		expect(read({ json: value }, cloudApi)).toMatchObject({
			conversations: [{ messages: [{ id: 'wamid.A' }] }],
			hint: '2 of 3 messages in the incoming WhatsApp Cloud API event cannot be read, so they are not marked: a message without an ID.',
		});
	});

	it('asks for the whole chat, with its newest message, when that is to be marked', () => {
		const inGroup = { chatId: 'family', sender: 'bob', isGroup: true };
		const messages = [
			inbound({ id: 'A', ...inGroup, timestamp: 1 }),
			inbound({ id: 'B', ...inGroup, timestamp: 2 }),
		];
		expect(read({ json: { messages }, operation: 'markChat' }, PLAIN)).toEqual({
			kind: 'conversations',
			conversations: [
				{
					kind: 'markChat',
					account: 'support',
					chatId: 'family',
					lastMessage: { id: 'B', sender: 'bob', timestamp: 2 },
				},
			],
		});
	});

	it("fails with the provider's own words when its message cannot be used", () => {
		const provider = plainProvider({
			readWebhook: refuse('The message does not say who wrote it'),
		});
		expect(read({}, provider)).toMatchObject({
			kind: 'failed',
			failure: { message: 'The message does not say who wrote it' },
		});
	});

	it('fails when its message has no id that can be marked', () => {
		expect(
			read({ json: { messages: [], broken: ['a message without an id'] } }, PLAIN),
		).toMatchObject({
			kind: 'failed',
			failure: { message: 'The incoming Plain event holds a message without an id' },
		});
	});

	it('fails when its payload is from elsewhere', () => {
		expect(read({ json: { other: true } }, PLAIN)).toMatchObject({
			kind: 'failed',
			failure: {
				message: "The incoming webhook is from Other, but 'Provider' is Plain",
				description: "Set 'Provider' to Other.",
			},
		});
	});
});

describe('An item with an event that holds no message', () => {
	it.each([
		['drop', 'a delivery status', statusesOnly],
		['pass', 'a delivery status', statusesOnly],
		['drop', 'a reaction', reaction],
	] as const)(
		'is to be passed over, with the reason (option %s, %s)',
		(nonMessageEvents, reason, { payload }) => {
			expect(read({ json: payload, nonMessageEvents }, cloudApi)).toEqual({
				kind: 'noMessage',
				reason,
			});
		},
	);

	it('names several reasons, each once', () => {
		const value = {
			messaging_product: 'whatsapp',
			metadata: {},
			messages: [{ type: 'reaction' }, { type: 'reaction' }],
			statuses: [{}],
		};
		expect(read({ json: value }, cloudApi)).toEqual({
			kind: 'noMessage',
			reason: 'a reaction, a delivery status',
		});
	});

	it('has a reason even when it holds nothing at all', () => {
		const json = { object: 'whatsapp_business_account', entry: [] };
		expect(read({ json }, cloudApi)).toEqual({
			kind: 'noMessage',
			reason: 'an event without messages',
		});
	});

	it('fails when the user wants it so', () => {
		expect(read({ json: statusesOnly.payload, nonMessageEvents: 'error' }, cloudApi)).toMatchObject(
			{
				kind: 'failed',
				failure: {
					message: 'The incoming event holds no message to mark: it is a delivery status',
					description: "To let such events pass, change the option 'Events Without a Message'.",
				},
			},
		);
	});
});

describe('An item with fields', () => {
	it('asks for the messages they name, whatever the item itself holds', () => {
		const fields = { phoneNumberId: '106540352242922', messageId: 'wamid.FIRST,wamid.SECOND' };
		expect(read({ source: 'fields', fields, json: { other: true } }, cloudApi)).toEqual({
			kind: 'conversations',
			conversations: [
				{
					kind: 'markMessage',
					account: '106540352242922',
					chatId: null,
					sender: null,
					isGroup: false,
					messages: [
						{ id: 'wamid.FIRST', timestamp: null },
						{ id: 'wamid.SECOND', timestamp: null },
					],
				},
			],
		});
	});

	it('asks for a message once when it is named twice', () => {
		const readMessages = () => [inbound({ id: 'A' }), inbound({ id: 'A' })];
		expect(read({ source: 'fields' }, plainProvider({ readMessages }))).toMatchObject({
			conversations: [{ messages: [{ id: 'A' }] }],
		});
	});

	it('asks for a conversation per author in a group', () => {
		const inGroup = { chatId: 'family', isGroup: true };
		const readMessages = () => [
			inbound({ id: 'A', ...inGroup, sender: 'anna' }),
			inbound({ id: 'B', ...inGroup, sender: 'bob' }),
		];
		expect(read({ source: 'fields' }, plainProvider({ readMessages }))).toMatchObject({
			conversations: [{ sender: 'anna' }, { sender: 'bob' }],
		});
	});

	it.each(['markChat', 'markChatUnread'] as const)(
		'asks for the chat alone for %s',
		(operation) => {
			const fields = { chatId: 'anna' };
			expect(read({ source: 'fields', operation, fields }, PLAIN, 'sales')).toEqual({
				kind: 'conversations',
				conversations: [{ kind: operation, account: 'sales', chatId: 'anna', lastMessage: null }],
			});
		},
	);

	it('fails when a field cannot be used', () => {
		const provider = plainProvider({ readMessages: refuse("'Chat' is empty") });
		expect(read({ source: 'fields' }, provider)).toMatchObject({
			kind: 'failed',
			failure: { kind: 'input', message: "'Chat' is empty" },
		});
	});

	it('fails when the phone number id cannot be used', () => {
		const fields = { phoneNumberId: '+15550783881', messageId: 'wamid.ABC' };
		expect(read({ source: 'fields', fields }, cloudApi)).toMatchObject({
			kind: 'failed',
			failure: {
				message: '\'Phone Number ID\' is "+15550783881", but a phone number ID has 6 to 20 digits',
			},
		});
	});
});

describe('An operation of another provider', () => {
	it.each(['webhook', 'fields'] as const)('fails before any call (%s)', (source) => {
		const json = { messages: [inbound({ id: 'A' })] };
		const provider = plainProvider({ operations: ['markMessage'] });
		expect(read({ source, json, operation: 'markChat' }, provider)).toMatchObject({
			kind: 'failed',
			failure: {
				message: 'Plain does not support this operation',
				description: "Set 'Operation' to 'Mark Message as Read'.",
			},
		});
	});
});

describe('A fault of the node itself', () => {
	it("fails the item alone, with words for the node's makers", () => {
		const broken: Provider = {
			...cloudApi,
			readMessages: () => {
				throw new TypeError('x is not a function');
			},
		};
		expect(read({ source: 'fields' }, broken)).toMatchObject({
			kind: 'failed',
			failure: {
				message: 'The item could not be read',
				description:
					'This is a bug in this node: please report it with this message: x is not a function',
			},
		});
	});
});
