import { expectReplies, expectReplyToGroup, test } from '../../examples/test.mts';

test('reply-whapi', async ({ example }) => {
	const chat = '5511955550001@s.whatsapp.net';
	await expectReplies(example, { chat, answered: `"to":"${chat}"` });
	await expectReplyToGroup(example);
});
