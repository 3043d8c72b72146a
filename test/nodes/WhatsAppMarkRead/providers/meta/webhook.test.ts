import dashboardTest from '../../../../fixtures/cloudApi/dashboardTest.json';
import echoFromPhone from '../../../../fixtures/cloudApi/echoFromPhone.json';
import errorsOnly from '../../../../fixtures/cloudApi/errorsOnly.json';
import groupMessage from '../../../../fixtures/cloudApi/groupMessage.json';
import manyMessages from '../../../../fixtures/cloudApi/manyMessages.json';
import otherObject from '../../../../fixtures/cloudApi/otherObject.json';
import reaction from '../../../../fixtures/cloudApi/reaction.json';
import replyToEarlierMessage from '../../../../fixtures/cloudApi/replyToEarlierMessage.json';
import statusesOnly from '../../../../fixtures/cloudApi/statusesOnly.json';
import templateStatus from '../../../../fixtures/cloudApi/templateStatus.json';
import textMessage from '../../../../fixtures/cloudApi/textMessage.json';
import triggerItemMessage from '../../../../fixtures/cloudApi/triggerItemMessage.json';
import triggerItemStatus from '../../../../fixtures/cloudApi/triggerItemStatus.json';
import triggerItemTemplateStatus from '../../../../fixtures/cloudApi/triggerItemTemplateStatus.json';
import usernameWithoutNumber from '../../../../fixtures/cloudApi/usernameWithoutNumber.json';
import type { JsonObject } from '../../../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { readMetaWebhook } from '../../../../../nodes/WhatsAppMarkRead/providers/meta/webhook';

const WAMID = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJDQjZCMzlEQUE4OTJBMTE4RTUA';

/** What n8n's WhatsApp Trigger or a change holds, with other keys in place of the messages. */
const valueWith = (keys: object): JsonObject => ({
	messaging_product: 'whatsapp',
	metadata: { phone_number_id: '106540352242922' },
	field: 'messages',
	...keys,
});

describe("Meta's webhook", () => {
	it('holds a message with its id, phone number, chat and time', () => {
		expect(readMetaWebhook(textMessage.payload)).toEqual({
			messages: [
				{
					id: WAMID,
					account: '106540352242922',
					chatId: '16505551234',
					sender: null,
					isGroup: false,
					timestamp: 1739321024,
				},
			],
			skipped: [],
			unreadable: [],
		});
	});

	it('may hold many entries, changes and messages of several phone numbers: all are read, in order', () => {
		const { messages } = readMetaWebhook(manyMessages.payload) ?? { messages: [] };
		expect(messages.map(({ id, account, chatId }) => [id, account, chatId])).toEqual([
			['wamid.FIRST', '106540352242922', '16505551234'],
			['wamid.SECOND', '106540352242922', '16505551234'],
			['wamid.THIRD', '106540352242999', '447441429009'],
			['wamid.FOURTH', '106540352242922', '16505551234'],
		]);
	});

	it('names a user with a username by the user id when there is no phone number', () => {
		expect(readMetaWebhook(usernameWithoutNumber.payload)?.messages).toEqual([
			expect.objectContaining({ id: WAMID, chatId: 'US.13491208655302741918', sender: null }),
		]);
	});

	it('names group and author of a group message', () => {
		expect(readMetaWebhook(groupMessage.payload)?.messages).toEqual([
			expect.objectContaining({
				id: WAMID,
				chatId: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
				sender: '16505551234',
				isGroup: true,
			}),
		]);
	});

	it('never gives the id of the message that a reply answers', () => {
		const { messages } = readMetaWebhook(replyToEarlierMessage.payload) ?? { messages: [] };
		expect(messages.map(({ id }) => id)).toEqual([WAMID]);
	});

	it('never gives the id of the message that a reaction is for, nor its own', () => {
		expect(readMetaWebhook(reaction.payload)).toEqual({
			messages: [],
			skipped: ['a reaction'],
			unreadable: [],
		});
	});

	it("gives the id of a test webhook of Meta's dashboard, which has no prefix", () => {
		expect(readMetaWebhook(dashboardTest.payload)?.messages[0]?.id).toBe('ABGGFlA5Fpa');
	});

	it.each([
		['delivery statuses', statusesOnly, 'a delivery status'],
		['errors', errorsOnly, 'a notice of WhatsApp about the account'],
		['an echo from the phone', echoFromPhone, 'an event "smb_message_echoes"'],
		['another field', templateStatus, 'an event "message_template_status_update"'],
		['another object', otherObject, 'an event of page'],
	])('with %s alone holds no message to mark', (_, { payload }, reason) => {
		expect(readMetaWebhook(payload)).toEqual({ messages: [], skipped: [reason], unreadable: [] });
	});

	it.each([
		['field', { field: `account_${'x'.repeat(50_000)}` }],
		['object', { object: 'x'.repeat(50_000), entry: [] }],
	])('repeats a %s of any length in a few words', (_, payload) => {
		const [reason = ''] = readMetaWebhook(payload)?.skipped ?? [];
		expect(reason).toMatch(/^an event .*…"?$/);
		expect(reason.length).toBeLessThan(60);
	});

	it.each([
		['reaction', 'a reaction'],
		['edit', 'an edit of an earlier message'],
		['revoke', 'a deleted message'],
		['system', "WhatsApp's own notice in the chat"],
		['request_welcome', 'a chat that was opened without a message'],
	])('passes over a message of the type %s', (type, reason) => {
		expect(readMetaWebhook(valueWith({ messages: [{ id: 'wamid.A', type }] }))).toEqual({
			messages: [],
			skipped: [reason],
			unreadable: [],
		});
	});

	it.each([
		['text'],
		['image'],
		['button'],
		['interactive'],
		['order'],
		['unsupported'],
		[undefined],
	])('reads a message of the type %s', (type) => {
		const messages = [{ id: 'wamid.A', type }];
		expect(readMetaWebhook(valueWith({ messages }))?.messages).toHaveLength(1);
	});

	it('reads messages beside statuses and reactions', () => {
		const payload = valueWith({
			messages: [
				{ id: 'wamid.A', type: 'reaction' },
				{ id: 'wamid.B', type: 'text' },
			],
			statuses: [{ id: 'wamid.C' }],
		});
		expect(readMetaWebhook(payload)).toMatchObject({
			messages: [{ id: 'wamid.B' }],
			skipped: ['a reaction', 'a delivery status'],
		});
	});

	it.each([[undefined], [null], [''], ['null'], [{}], [[]], [12345]])(
		'says so when a message has no id (%j)',
		(id) => {
			expect(readMetaWebhook(valueWith({ messages: [{ id, type: 'text' }] }))).toEqual({
				messages: [],
				skipped: [],
				unreadable: ['a message without an id'],
			});
		},
	);

	it('leaves the phone number to the credential when the event names none', () => {
		const payload = valueWith({ metadata: {}, messages: [{ id: 'wamid.A' }] });
		expect(readMetaWebhook(payload)?.messages[0]?.account).toBeNull();
	});

	it('reads 1,000 updates', () => {
		const messages = Array.from({ length: 1000 }, (_, index) => ({ id: `wamid.${index}` }));
		expect(readMetaWebhook(valueWith({ messages }))?.messages).toHaveLength(1000);
	});
});

describe("An item of n8n's WhatsApp Trigger", () => {
	it('holds a message', () => {
		expect(readMetaWebhook(triggerItemMessage.payload)?.messages).toEqual([
			expect.objectContaining({ id: WAMID, account: '106540352242922', chatId: '16505551234' }),
		]);
	});

	it('with a delivery status alone holds no message to mark', () => {
		expect(readMetaWebhook(triggerItemStatus.payload)).toEqual({
			messages: [],
			skipped: ['a delivery status'],
			unreadable: [],
		});
	});

	it('may hold its delivery statuses and its field alone', () => {
		expect(readMetaWebhook({ statuses: [{ id: 'wamid.A' }], field: 'messages' })).toEqual({
			messages: [],
			skipped: ['a delivery status'],
			unreadable: [],
		});
	});

	it.each([
		['message_template_status_update'],
		['account_update'],
		['phone_number_quality_update'],
		['template_category_update'],
		['business_capability_update'],
		['security'],
		['flows'],
	])('for the field %s holds no message to mark', (field) => {
		expect(readMetaWebhook({ ...triggerItemTemplateStatus.payload, field })).toEqual({
			messages: [],
			skipped: [`an event "${field}"`],
			unreadable: [],
		});
	});
});

describe("What is not Meta's", () => {
	it.each<[string, JsonObject]>([
		['an empty object', {}],
		['an item with a field of its own', { field: 'name', value: 'Maria' }],
		['another service', { object: 'event', type: 'charge.succeeded' }],
		['statuses of another field', { field: 'orders', statuses: [{ id: 1 }] }],
		['a list of entries without an object', { entry: [] }],
		['an object without entries', { object: 'whatsapp_business_account' }],
		['messages without metadata', { messaging_product: 'whatsapp', messages: [] }],
	])('%s is not read', (_, payload) => {
		expect(readMetaWebhook(payload)).toBeNull();
	});
});
