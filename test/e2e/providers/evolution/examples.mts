import { expectReplies, test } from '../../examples/test.mts';

test('reply-evolution', async ({ example }) => {
	const chat = '5511912345678@s.whatsapp.net';
	await expectReplies(example, { chat, answered: `"number":"${chat}"` });
});
