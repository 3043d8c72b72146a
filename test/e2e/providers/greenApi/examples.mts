import { expectReplies, expectReplyToGroup, test } from '../../examples/test.mts';

test('reply-green-api', async ({ example }) => {
	const chat = '5511912345678@c.us';
	await expectReplies(example, { chat, answered: `"chatId":"${chat}"` });
	await expectReplyToGroup(example);
});
