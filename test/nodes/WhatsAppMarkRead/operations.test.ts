import nock from 'nock';

import { useFakeNetwork } from '../../helpers/fakeNetwork';
import { PLAIN_URL, runPlain } from '../../helpers/plainNode';
import { inbound } from '../../helpers/plainProvider';
import { webhookItem } from '../../helpers/webhookItem';

useFakeNetwork();

const DIRECT = webhookItem({ messages: [inbound({ id: 'AAA1' })] });
const IN_GROUP = webhookItem({
	messages: [inbound({ id: 'BBB1', chatId: 'family', sender: 'bob', isGroup: true })],
});

describe('Mark Chat as Read', () => {
	it('marks the chat an incoming event is from, in groups without the author', async () => {
		nock(PLAIN_URL)
			.post('/markChat', {
				kind: 'markChat',
				account: 'support',
				chatId: 'family',
				lastMessage: { id: 'BBB1', sender: 'bob', timestamp: null },
			})
			.reply(200, {});

		const { output } = await runPlain({ parameters: { operation: 'markChat' }, items: [IN_GROUP] });

		expect(output[0]?.[0]?.json).toMatchObject({
			status: 'read',
			chatId: 'family',
			sender: null,
			messageIds: [],
		});
	});

	it('makes one call for several events of the same chat', async () => {
		nock(PLAIN_URL).post('/markChat').once().reply(200, {});

		const { output } = await runPlain({
			parameters: { operation: 'markChat' },
			items: [DIRECT, DIRECT],
		});

		expect(output[0]).toHaveLength(2);
	});
});

describe('Mark Chat as Unread', () => {
	it('marks the chat an incoming event is from', async () => {
		nock(PLAIN_URL)
			.post('/markChatUnread', (body) => body.chatId === 'anna')
			.reply(200, {});

		const { output } = await runPlain({
			parameters: { operation: 'markChatUnread' },
			items: [DIRECT],
		});

		expect(output[0]?.[0]?.json).toMatchObject({
			status: 'unread',
			operation: 'markChatUnread',
			chatId: 'anna',
		});
	});
});

describe('Show Typing Indicator', () => {
	const parameters = { typingIndicator: true };

	it('is a second call after the receipt of a webhook', async () => {
		const receipt = nock(PLAIN_URL).post('/markMessages').reply(200, {});
		const isMarked: boolean[] = [];
		nock(PLAIN_URL)
			.post('/showTyping', { kind: 'showTyping', account: 'support', chatId: 'anna' })
			.reply(200, () => {
				isMarked.push(receipt.isDone());
				return {};
			});

		const { output } = await runPlain({ parameters, items: [DIRECT] });

		expect(isMarked).toEqual([true]);
		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: true });
	});

	it('is not asked for when the message could not be marked', async () => {
		nock(PLAIN_URL).post('/markMessages').reply(401, { code: 'never' });

		const { task } = await runPlain({ parameters, items: [DIRECT] });

		expect(task.error?.message).toBe('Plain refused: never');
	});

	it('that fails leaves the receipt a success, and tells it in a hint', async () => {
		nock(PLAIN_URL)
			.post('/markMessages')
			.reply(200, {})
			.post('/showTyping')
			.reply(501, { code: 'never' });

		const { task, output } = await runPlain({ parameters, items: [DIRECT] });

		expect(output[0]?.[0]?.json).toMatchObject({ status: 'read', typingIndicator: false });
		expect(task.hints).toEqual([
			{
				message:
					'The message was marked as read, but the typing indicator was not shown: Plain refused: never.',
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});
});

describe('An operation left over from another provider', () => {
	it('is refused with words that say which to choose', async () => {
		const { task } = await runPlain({
			traits: { operations: ['markMessage'] },
			parameters: { operation: 'markChat', source: 'fields', chatId: 'anna', messageId: 'AAA1' },
		});

		expect(task.error).toMatchObject({
			name: 'NodeOperationError',
			message: 'Plain does not support this operation',
			description: "Set 'Operation' to 'Mark Message as Read'.",
		});
	});
});
