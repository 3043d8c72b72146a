import { expectReplies, expectReplyToGroup, test } from '../../examples/test.mts';

test('reply-waha', async ({ example }) => {
	const chat = '5511912345678@c.us';
	const answered = `"session":"default","chatId":"${chat}"`;
	await expectReplies(example, { chat, answered });
	await expectReplyToGroup(example);
});
