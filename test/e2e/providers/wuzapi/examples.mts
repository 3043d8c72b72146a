import { expectReplies, expectReplyToGroup, test } from '../../examples/test.mts';

test('reply-wuzapi', async ({ example }) => {
	const chat = '5511912345678@s.whatsapp.net';
	await expectReplies(example, { chat, answered: `"Phone":"${chat}"` });
	await expectReplyToGroup(example);
});
