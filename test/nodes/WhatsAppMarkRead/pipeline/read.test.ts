import manyMessages from '../../../providers/cloudApi/webhooks/manyMessages.json';
import reaction from '../../../providers/cloudApi/webhooks/reaction.json';
import statusesOnly from '../../../providers/cloudApi/webhooks/statusesOnly.json';
import textMessage from '../../../providers/cloudApi/webhooks/textMessage.json';
import { inputItem } from '../../../helpers/inputItems';
import { inbound, plainProvider } from '../../../helpers/plainProvider';
import { InvalidInput } from '../../../../nodes/WhatsAppMarkRead/input/invalidInput';
import type { InputItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/item';
import { readItem } from '../../../../nodes/WhatsAppMarkRead/pipeline/read';
import { cloudApi } from '../../../../nodes/WhatsAppMarkRead/providers/cloudApi';
import type { Provider } from '../../../../nodes/WhatsAppMarkRead/providers/provider';

const PLAIN = plainProvider();
const OTHER = plainProvider({
	id: 'other',
	displayName: 'Other',
	readWebhook: ({ other }) =>
		other === undefined ? null : { messages: [inbound({ id: 'A' })], skipped: [], unreadable: [] },
});
const PROVIDERS = [cloudApi, PLAIN, OTHER];

/** Reads an item with a credential that names no account, or the one given. */
const read = (
	item: Partial<InputItem>,
	provider: Provider = PLAIN,
	account: string | null = null,
) =>
	readItem(inputItem(item), provider, PROVIDERS, {
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

const ONE = { messages: [inbound({ id: 'A', account: null })] };
const MARK = { kind: 'markMessage', sender: null, isGroup: false };
const FAMILY = { chatId: 'family', isGroup: true };

function itFails(rows: ReadonlyArray<[string, Partial<InputItem>, Provider, object]>) {
	it.each(rows)('fails %s', (_, item, provider, failure) => {
		expect(read(item, provider)).toMatchObject({ kind: 'failed', failure });
	});
}

describe('An item with a webhook', () => {
	it('asks for the conversations of its messages, by account, chat and author', () => {
		expect(read({ json: manyMessages.payload }, cloudApi)).toEqual({
			kind: 'conversations',
			conversations: [
				{
					...MARK,
					account: '106540352242922',
					chatId: '16505551234',
					messages: [
						{ id: 'wamid.FIRST', timestamp: 1739321024 },
						{ id: 'wamid.SECOND', timestamp: 1739321025 },
						{ id: 'wamid.FOURTH', timestamp: 1739321027 },
					],
				},
				{
					...MARK,
					account: '106540352242999',
					chatId: '447441429009',
					messages: [{ id: 'wamid.THIRD', timestamp: 1739321026 }],
				},
			],
		});
	});

	it('asks for a message once, however often the webhook names it', () => {
		const { entry, object } = textMessage.payload;
		const id = entry[0]?.changes[0]?.value.messages[0]?.id;

		expect(read({ json: { object, entry: [...entry, ...entry] } }, cloudApi)).toMatchObject({
			conversations: [{ messages: [{ id }] }],
		});
	});

	it.each([
		['of the event, rather than that of the credential', 'shop', 'shop'],
		['of the credential when the event names none', null, 'sales'],
	])('is read for the account %s', (_, named, account) => {
		const json = { messages: [inbound({ id: 'A', account: named })] };

		expect(read({ json }, PLAIN, 'sales')).toMatchObject({ conversations: [{ account }] });
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
		const message =
			'\'Phone Number ID\' is "+15550783881", but a phone number ID has 6 to 20 digits';

		expect(read({ json: { object, entry: [bad, ...entry] } }, cloudApi)).toMatchObject({
			conversations: [{ chatId: '16505551234' }, { chatId: '447441429009' }],
			leftOut: { failure: { message }, messageIds: ['wamid.X', 'wamid.Y', 'wamid.Z'] },
		});
		expect(read({ json: { object, entry: [bad] } }, cloudApi).kind).toBe('failed');
	});

	it('asks for the messages that can be read, with a hint about the others', () => {
		const json = {
			messaging_product: 'whatsapp',
			metadata: { phone_number_id: '106540352242922' },
			messages: [{ id: 'wamid.A' }, { id: 12345 }, {}],
		};

		expect(read({ json }, cloudApi)).toMatchObject({
			conversations: [{ messages: [{ id: 'wamid.A' }] }],
			hint: '2 of 3 messages in the incoming WhatsApp Cloud API event cannot be read, so they are not marked: a message without an ID.',
		});
	});

	it('asks for the whole chat, with its newest message, when that is to be marked', () => {
		const messages = ['A', 'B'].map((id, timestamp) =>
			inbound({ id, ...FAMILY, sender: 'bob', timestamp }),
		);
		const lastMessage = { id: 'B', sender: 'bob', timestamp: 1 };

		expect(read({ json: { messages }, operation: 'markChat' })).toEqual({
			kind: 'conversations',
			conversations: [{ kind: 'markChat', account: 'support', chatId: 'family', lastMessage }],
		});
	});

	itFails([
		[
			'when neither event nor credential names an account',
			{ json: ONE },
			plainProvider({ parseAccount: refuse("'Line' is missing") }),
			{ kind: 'input', message: "'Line' is missing", httpCode: null, attempts: 0 },
		],
		[
			"with the provider's own words when its message cannot be used",
			{},
			plainProvider({ readWebhook: refuse('The message does not say who wrote it') }),
			{ message: 'The message does not say who wrote it' },
		],
		[
			'when its message has no id that can be marked',
			{ json: { messages: [], broken: ['a message without an id'] } },
			PLAIN,
			{ message: 'The incoming Plain event holds a message without an id' },
		],
		[
			'when its payload is from elsewhere',
			{ json: { other: true } },
			PLAIN,
			{
				message: "The incoming webhook is from Other, but 'Provider' is Plain",
				description: "Set 'Provider' to Other.",
			},
		],
	]);
});

describe('An item with an event of another account than the key fits', () => {
	const oneLine = plainProvider({ keyFitsOnly: 'Line' });
	const inSales = inbound({ id: 'A', account: 'sales' });

	it('fails', () => {
		expect(read({ json: { messages: [inSales] } }, oneLine, 'support')).toMatchObject({
			failure: {
				kind: 'input',
				message:
					'The incoming webhook is from the line "sales", but the credential is for the line "support"',
			},
		});
	});

	it('is read where it is the same account, and where the event names none', () => {
		for (const json of [{ messages: [inSales] }, ONE]) {
			expect(read({ json }, oneLine, 'sales')).toMatchObject({
				conversations: [{ account: 'sales' }],
			});
		}
	});
});

describe('An item with an event that holds no message', () => {
	const several = {
		messaging_product: 'whatsapp',
		metadata: {},
		messages: [{ type: 'reaction' }, { type: 'reaction' }],
		statuses: [{}],
	};
	const nothing = { object: 'whatsapp_business_account', entry: [] };
	const pass = { nonMessageEvents: 'pass' } as const;

	it.each<[string, Partial<InputItem>]>([
		['a delivery status', { json: statusesOnly.payload }],
		['a delivery status', { json: statusesOnly.payload, ...pass }],
		['a reaction', { json: reaction.payload }],
		['a reaction, a delivery status', { json: several }],
		['an event without messages', { json: nothing }],
	])('is to be passed over, with the reason, each once: %s', (reason, item) => {
		expect(read(item, cloudApi)).toEqual({ kind: 'noMessage', reason });
	});

	itFails([
		[
			'when the user wants it so',
			{ json: statusesOnly.payload, nonMessageEvents: 'error' },
			cloudApi,
			{
				message: 'The incoming event holds no message to mark: it is a delivery status',
				description: "To let such events pass, change the option 'Events Without a Message'.",
			},
		],
	]);
});

describe('An item with fields', () => {
	const source = 'fields';

	it('asks for the messages they name, whatever the item itself holds', () => {
		const fields = { phoneNumberId: '106540352242922', messageId: 'wamid.A,wamid.B' };
		const messages = ['wamid.A', 'wamid.B'].map((id) => ({ id, timestamp: null }));

		expect(read({ source, fields, json: { other: true } }, cloudApi)).toEqual({
			kind: 'conversations',
			conversations: [{ ...MARK, account: fields.phoneNumberId, chatId: null, messages }],
		});
	});

	it('asks for a message once when it is named twice', () => {
		const readMessages = () => [inbound({ id: 'A' }), inbound({ id: 'A' })];

		expect(read({ source }, plainProvider({ readMessages }))).toMatchObject({
			conversations: [{ messages: [{ id: 'A' }] }],
		});
	});

	it('asks for a conversation per author in a group', () => {
		const senders = [{ sender: 'anna' }, { sender: 'bob' }];
		const readMessages = () => senders.map((by) => inbound({ id: 'A', ...FAMILY, ...by }));

		expect(read({ source }, plainProvider({ readMessages }))).toMatchObject({
			conversations: senders,
		});
	});

	it.each(['markChat', 'markChatUnread'] as const)(
		'asks for the chat alone for %s',
		(operation) => {
			const fields = { chatId: 'anna' };

			expect(read({ source, operation, fields }, PLAIN, 'sales')).toEqual({
				kind: 'conversations',
				conversations: [{ kind: operation, account: 'sales', chatId: 'anna', lastMessage: null }],
			});
		},
	);

	const withSession = plainProvider({
		fields: [{ name: 'account', displayName: 'Session' }],
		readMessages: () => ONE.messages,
	});

	it.each<[InputItem['operation'], unknown, string]>([
		['markMessage', 'shop', 'shop'],
		['markChat', 'shop', 'shop'],
		['markChatUnread', 'shop', 'shop'],
		['markMessage', ' ', 'sales'],
		['markChat', null, 'sales'],
	])('asks for %s with the account %j, else with that of the credential', (...row) => {
		const [operation, given, account] = row;
		const item = { source, operation, fields: { account: given } } as const;

		expect(read(item, withSession, 'sales')).toMatchObject({ conversations: [{ account }] });
	});

	itFails([
		[
			"with the provider's own word for the account when that is no text",
			{ source, fields: { account: ['shop'] } },
			withSession,
			{ message: '\'Session\' should be text, but "a list of 1" was given' },
		],
		[
			'when a field cannot be used',
			{ source },
			plainProvider({ readMessages: refuse("'Chat' is empty") }),
			{ kind: 'input', message: "'Chat' is empty" },
		],
		[
			'when the account cannot be used',
			{ source, fields: { phoneNumberId: '+15550783881', messageId: 'wamid.ABC' } },
			cloudApi,
			{
				message: '\'Phone Number ID\' is "+15550783881", but a phone number ID has 6 to 20 digits',
			},
		],
		[
			"with words for the node's makers when the fault is the node's",
			{ source },
			plainProvider({
				readMessages: () => {
					throw new TypeError('x is not a function');
				},
			}),
			{
				message: 'The item could not be read',
				description:
					'This is a bug in this node: please report it with this message: x is not a function',
			},
		],
	]);
});

describe('An operation of another provider', () => {
	itFails(
		(['webhook', 'fields'] as const).map((source) => [
			`before any call (${source})`,
			{ source, json: ONE, operation: 'markChat' },
			plainProvider({ operations: ['markMessage'] }),
			{
				message: 'Plain does not support this operation',
				description: "Set 'Operation' to 'Mark Message as Read'.",
			},
		]),
	);
});
