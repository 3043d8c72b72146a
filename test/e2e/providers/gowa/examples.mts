import { expectReplies, test } from '../../examples/test.mts';

test('reply-gowa', async ({ example }) => {
	const chat = '5511922220001@s.whatsapp.net';
	await expectReplies(example, { chat, answered: `"phone":"${chat}"` });
});
