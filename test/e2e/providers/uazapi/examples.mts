import { expectReplies, expectReplyToGroup, test } from '../../examples/test.mts';

test('reply-uazapi', async ({ example }) => {
	const chat = '5511912345678@s.whatsapp.net';
	await expectReplies(example, { chat, answered: `"number":"${chat}"` });
	await expectReplyToGroup(example);
});
